import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { byTag, isRedirect, readPages, type BuiltPage } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

interface Field {
  name: string;
  title: string;
  type: string;
  constraints: { required: boolean; enum?: string[] };
}

interface Resource {
  name: string;
  path: string;
  format: 'csv' | 'json';
  bytes: number;
  schema: {
    fields: Field[];
    primaryKey?: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}

type Value = string | number | boolean | string[] | null;

const { folder } = sites.root;
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const descriptor = JSON.parse(read('data/datapackage.json')) as { version: string; resources: Resource[] };
const { resources } = descriptor;
const csvs = resources.filter(({ format }) => format === 'csv');

/** The rows of a file as text by heading; strict: a wrong count of cells is an error. */
const csvRows = ({ path }: Resource): Record<string, string>[] => parse(read(`data/${path}`), { bom: true, columns: true });
const jsonRows = ({ path }: Resource): Record<string, Value>[] => JSON.parse(read(`data/${path}`)) as Record<string, Value>[];
const asText = (value: Value | undefined): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return Array.isArray(value) ? value.join('；') : String(value);
};
/** A table by name, as JSON holds it. */
function table(name: string): Record<string, Value>[] {
  const found = resources.find((resource) => resource.name === `${name}-json`);
  if (found === undefined) throw new Error(`no table ${name}`);
  return jsonRows(found);
}

describe('the data package', () => {
  it('fulfils the published profile of Data Package 2.0', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    const profile = readFileSync(join(import.meta.dirname, 'fixtures/datapackage-2.0.json'), 'utf8');
    const valid = ajv.compile(JSON.parse(profile) as object);
    expect(valid(descriptor), ajv.errorsText(valid.errors)).toBe(true);
    // The profile is one that can say no.
    expect(valid({ ...descriptor, resources: [{ name: 'a' }] })).toBe(false);
    expect(descriptor.version).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('holds the tables that were promised, each as CSV and JSON', () => {
    expect(csvs.map(({ name }) => name)).toEqual([
      'branches',
      'meetings',
      'cooperatives',
      'cooperative-years',
      'news',
      'figures',
      'measures',
      'measure-entries',
      'commitments',
      'commitment-steps',
    ]);
    expect(resources.length).toBe(2 * csvs.length);
    for (const { path, bytes } of resources) expect(Buffer.byteLength(read(`data/${path}`)), path).toBe(bytes);
  });

  it.each(csvs.map((resource) => [resource.name, resource] as const))('%s is CSV by the letter', (_name, resource) => {
    const text = read(`data/${resource.path}`);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const [head, ...lines] = parse(text, { bom: true });
    expect(head).toEqual(resource.schema.fields.map(({ name }) => name));
    expect(lines.length).toBeGreaterThan(0);
  });

  const FORMS: Record<string, RegExp> = {
    integer: /^-?\d+$/,
    number: /^-?\d+(\.\d+)?$/,
    date: /^\d{4}-\d{2}-\d{2}$/,
    boolean: /^[是否]$/,
    string: /^[^\n\r\t]+$/,
  };

  it.each(csvs.map((resource) => [resource.name, resource] as const))('%s says what its fields say', (_name, resource) => {
    const rows = csvRows(resource);
    for (const { name, type, constraints } of resource.schema.fields) {
      const form = FORMS[type] ?? /never/;
      for (const row of rows) {
        const text = row[name] ?? '';
        if (text === '') expect(constraints.required, `${name} is empty in ${JSON.stringify(row)}`).toBe(false);
        else expect(text, name).toMatch(form);
        if (text !== '' && constraints.enum !== undefined) expect(constraints.enum).toContain(text);
      }
    }
  });

  it.each(csvs.map((resource) => [resource.name, resource] as const))('%s keeps its keys', (_name, resource) => {
    const rows = csvRows(resource);
    const { primaryKey = [], foreignKeys = [] } = resource.schema;
    const keyOf = (row: Record<string, string>, fields: string[]): string => fields.map((name) => row[name] ?? '').join('|');
    if (primaryKey.length > 0) expect(new Set(rows.map((row) => keyOf(row, primaryKey))).size).toBe(rows.length);
    for (const { fields, reference } of foreignKeys) {
      const target = resources.find(({ name }) => name === reference.resource);
      const known = new Set(target && csvRows(target).map((row) => keyOf(row, reference.fields)));
      const used = rows.map((row) => keyOf(row, fields)).filter((key) => key.replaceAll('|', '') !== '');
      expect(used.length).toBeGreaterThan(0);
      expect(used.filter((key) => !known.has(key))).toEqual([]);
    }
  });

  it.each(csvs.map((resource) => [resource.name, resource] as const))('%s says the same as JSON', (name, resource) => {
    const json = resources.find((other) => other.name === `${name}-json`);
    const fields = json?.schema.fields ?? [];
    const rows = json === undefined ? [] : jsonRows(json);
    expect(rows.every((row) => Object.keys(row).join() === fields.map((field) => field.name).join())).toBe(true);
    expect(rows.map((row) => fields.map((field) => asText(row[field.name])))).toEqual(
      csvRows(resource).map((row) => Object.values(row)),
    );
  });
});

const pages = readPages(folder).filter((page) => !isRedirect(page));
const page = (path: string): BuiltPage => {
  const found = pages.find((candidate) => candidate.path === path);
  if (found === undefined) throw new Error(`no page ${path}`);
  return found;
};
const mainText = (path: string): string => (byTag(page(path), 'main')[0]?.text ?? '').replace(/\s+/g, '');
const matching = (form: RegExp): string[] =>
  pages.map(({ path }) => path).filter((path) => form.test(path) && !mainText(path).includes('这条信息已撤下'));
const pathOf = (url: Value | undefined): string => new URL(String(url)).pathname;
const add = (numbers: number[]): number => Math.round(numbers.reduce((sum, each) => sum + each, 0) * 100) / 100;

describe('the tables and the pages', () => {
  it.each([
    ['news', /^\/news\/\d{4}\/[^/]+\/$/],
    ['branches', /^\/branches\/(?!kind\/)[^/]+\/$/],
    ['cooperatives', /^\/cooperatives\/(?!kind\/|industry\/)[^/]+\/$/],
    ['commitments', /^\/commitments\/\d{4}-\d{2}\/$/],
  ])('%s: a row for every page, and no other', (name, form) => {
    expect(
      table(name)
        .map(({ url }) => pathOf(url))
        .sort(),
    ).toEqual(matching(form).sort());
  });

  it('every row leads to a page, and to its place on it', () => {
    for (const { name } of csvs)
      for (const { url } of table(name)) {
        const { pathname, hash } = new URL(String(url));
        const anchor = decodeURIComponent(hash.slice(1));
        const target = page(pathname);
        if (anchor !== '') expect(target.html, String(url)).toContain(`id="${anchor}"`);
      }
  });

  it('the directory counts as many branches', () => {
    const count = table('branches').filter(({ kind }) => kind !== '党委').length;
    expect(page('/branches/').html).toContain(`${String(count)}个党支部`);
  });

  it('the records of every branch list as many meetings in every year', () => {
    const meetings = table('meetings');
    const counted = matching(/^\/branches\/[^/]+\/records\/$/).map((path) => {
      const [, , id] = path.split('/');
      const printed = [...mainText(path).matchAll(/(\d{4})年到期[\s\S]*?逐次记录（(\d+)次）/g)];
      expect(printed.length).toBeGreaterThan(0);
      for (const [, year = '', count] of printed) {
        const rows = meetings.filter(({ branch, on }) => branch === id && String(on).startsWith(year));
        expect(rows.length, `${path} ${year}`).toBe(Number(count));
      }
      return printed.reduce((sum, [, , count]) => sum + Number(count), 0);
    });
    expect(add(counted)).toBe(meetings.length);
  });

  it('the ledger counts as many promises, and their pages as many steps', () => {
    const commitments = table('commitments');
    expect(mainText('/commitments/')).toContain(`全部（${String(commitments.length)}）`);
    const states = new Map<string, number>();
    for (const { state } of commitments) states.set(String(state), (states.get(String(state)) ?? 0) + 1);
    for (const [state, count] of states) expect(mainText('/commitments/')).toContain(`${state}（${String(count)}）`);
    const steps = table('commitment-steps');
    for (const { note, url } of steps) expect(mainText(pathOf(url))).toContain(String(note).replace(/\s+/g, ''));
  });

  it('the figures are the ones on the page of their year, as printed there', () => {
    const figures = table('figures');
    for (const { report, label, text } of figures) {
      expect(mainText(`/results/${String(report)}/`)).toContain(String(label));
      expect(mainText(`/results/${String(report)}/`)).toContain(String(text).replace(/（.*/, ''));
    }
    const years = matching(/^\/results\/\d{4}\/$/);
    const printed = years.flatMap((path) =>
      page(path).elements.filter(({ attributes }) => attributes['id']?.startsWith('f-') === true),
    );
    expect(printed.length).toBe(figures.length);
  });

  it('every measure has the value of its page, and its rows are that page’s file', () => {
    const measures = table('measures').filter(({ from }) => from === '条目');
    expect(measures.map(({ url }) => pathOf(url)).sort()).toEqual(matching(/^\/results\/[^/]+\/\d{4}\/$/).sort());
    const entries = table('measure-entries');
    for (const { id, year, text, url } of measures) {
      const value = page(pathOf(url)).elements.find(({ attributes }) => attributes['class'] === 'value');
      expect(value?.text).toBe(text);
      const file: Record<string, string>[] = parse(read(`${pathOf(url).slice(1)}data.csv`), { bom: true, columns: true });
      const rows = entries.filter((row) => row['measure'] === id && row['year'] === year);
      expect(rows.map(({ entry }) => entry)).toEqual(file.map((row) => row['条目']));
      expect(rows.map(({ amount, text: words }) => (amount === null ? words : String(amount)))).toEqual(
        file.map((row) => row['数量']),
      );
    }
  });

  it('the rows of every measure add up to its value, of a percentage to its part', () => {
    const entries = table('measure-entries');
    const sums = table('measures').filter(({ from, value }) => from === '条目' && value !== null);
    expect(sums.length).toBeGreaterThan(50);
    for (const { id, year, value, part } of sums) {
      const amounts = entries.filter(({ measure, year: of }) => measure === id && of === year).map(({ amount }) => amount);
      const covered = amounts.filter((amount) => amount === null).length;
      // Of a total that is told, one covered part alone could be worked out.
      if (covered > 0) expect(covered, String(id)).toBeGreaterThan(1);
      else expect(add(amounts.map(Number)), `${String(id)} ${String(year)}`).toBe(part ?? value);
    }
  });

  it.each([
    ['households-led', 'households'],
    ['revenue', 'revenue'],
    ['surplus', 'surplus'],
    ['collective-income', 'collectiveIncome'],
  ])('the measure %s is the sum of the column %s of the co-ops', (measure, key) => {
    const computed = table('measures').filter(({ id, from, value }) => id === measure && from === '条目' && value !== null);
    expect(computed.length).toBeGreaterThan(0);
    for (const { year, value } of computed) {
      const rows = table('cooperative-years').filter((row) => row['year'] === year);
      expect(add(rows.map((row) => Number(row[key]))), String(year)).toBe(value);
    }
  });

  describe('and the feeds', () => {
    /** Id and address of what a feed names; its archives repeat what still stands in the newest page. */
    const entriesOf = (file: string): [id: string, url: string][] => {
      const feed = JSON.parse(read(file)) as { items: { id: string; url: string }[]; next_url?: string };
      const older = feed.next_url === undefined ? [] : entriesOf(new URL(feed.next_url).pathname.slice(1));
      return [...feed.items.map(({ id, url }): [string, string] => [id, url]), ...older];
    };
    const named = (file: string): string[] => [...new Map(entriesOf(file)).values()].sort();
    const urls = (rows: Record<string, Value>[]): string[] => rows.map(({ url }) => String(url)).sort();
    const news = table('news');

    it('name every row of the news, and the reports beside them', () => {
      const all = named('feed.json').filter((url) => !pathOf(url).startsWith('/reports/'));
      expect(all).toEqual(urls(news));
    });

    it.each(matching(/^\/columns\/[^/]+\/$/))('%s: as many as the table has of the column', (path) => {
      const column = byTag(page(path), 'h1')[0]?.text;
      const rows = news.filter((row) => row['column'] === column);
      expect(rows.length).toBeGreaterThan(0);
      expect(named(`${path.slice(1)}feed.json`)).toEqual(urls(rows));
    });

    it.each(matching(/^\/branches\/(?!kind\/)[^/]+\/$/))('%s: as many as the table has of the branch', (path) => {
      const [, , id = ''] = path.split('/');
      const rows = news.filter(({ branches }) => Array.isArray(branches) && branches.includes(id));
      expect(named(`${path.slice(1)}feed.json`)).toEqual(urls(rows));
    });

    it('tell every step of the ledger', () => {
      const changes = named('commitments/feed.json').map((url) => url.replace(/#.*/, ''));
      expect(changes).toEqual(urls(table('commitment-steps')));
    });
  });
});

describe('the pages of the tables', () => {
  it('tell how many rows there are, and show the first of them', () => {
    const index = mainText('/data/');
    for (const resource of csvs) {
      const rows = csvRows(resource);
      expect(index).toContain(`共${String(rows.length)}行`);
      expect(mainText(`/data/${resource.name}/`)).toContain(`共${String(rows.length)}行`);
      const bodies = page(`/data/${resource.name}/`).elements.filter(({ tag }) => tag === 'tr').length - 1;
      expect(bodies).toBeGreaterThan(Math.min(rows.length, 20) - 1);
      const first = Object.values(rows[0] ?? {}).slice(0, -1);
      for (const cell of first) expect(mainText(`/data/${resource.name}/`)).toContain(cell.replace(/\s+/g, ''));
    }
  });

  it('explain every column', () => {
    const text = mainText('/data/dictionary/');
    for (const { schema } of csvs) for (const { name } of schema.fields) expect(text).toContain(name);
    for (const { name } of csvs)
      expect(page('/data/dictionary/').elements.some(({ attributes }) => attributes['id'] === name)).toBe(true);
  });

  it('are linked from every page, with files that are there', () => {
    expect(pages.filter(({ html }) => !html.includes('href="/data/"')).map(({ path }) => path)).toEqual([]);
    for (const { path } of resources) {
      expect(existsSync(join(folder, 'data', path))).toBe(true);
      expect(page('/data/').html).toContain(`href="/data/${path}"`);
    }
  });
});
