import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { parse as parseHtml, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { readPages, type BuiltPage } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

const { folder } = sites.root;
const pages = readPages(folder);
const measurePages = pages.filter(({ path }) => /^\/results\/[^/]+\/\d{4}\/$/.test(path));
const listed = measurePages.filter(({ html }) => html.includes('measure-rows'));

const children = (node: Tree.Node): Tree.Node[] => ('childNodes' in node ? node.childNodes : []);
const all = (node: Tree.Node, tag: string): Tree.Element[] =>
  children(node).flatMap((child) => [...('tagName' in child && child.tagName === tag ? [child] : []), ...all(child, tag)]);
const textOf = (node: Tree.Node): string =>
  (node.nodeName === '#text' ? (node as Tree.TextNode).value : children(node).map(textOf).join('')).replace(/\s+/g, ' ').trim();

/** The table of contributing entries: amounts as printed, and the total below them. */
function rowsOf(page: BuiltPage): { names: string[]; amounts: string[]; total: string } {
  const table = all(parseHtml(page.html), 'table').find(({ attrs }) => attrs.some(({ value }) => value.includes('measure-rows')));
  if (table === undefined) throw new Error(`${page.path} has no table of entries`);
  const body = all(table, 'tbody').flatMap((each) => all(each, 'tr'));
  const cells = body.map((row) => all(row, 'td').map(textOf));
  const links = body.map((row) => all(row, 'a').map(textOf).join(''));
  const [total = ''] = all(table, 'tfoot').flatMap((foot) => all(foot, 'td').map(textOf));
  return { names: links, amounts: cells.map(([, amount = '']) => amount), total };
}

it('has pages of measures', () => {
  expect(measurePages.length).toBeGreaterThan(50);
  expect(listed.length).toBeGreaterThan(50);
});

describe.each(listed.map((page) => [page.path, page] as const))('%s', (path, page) => {
  const { names, amounts, total } = rowsOf(page);

  it('shows entries whose sum is the value', () => {
    const numbers = amounts.map(Number);
    // A covered count has no number to add; then the total must not be recoverable either way.
    if (numbers.some(Number.isNaN)) {
      expect(amounts.filter((amount) => Number.isNaN(Number(amount))).length).toBeGreaterThan(total.startsWith('不足') ? 0 : 1);
      return;
    }
    const sum = numbers.reduce((all, amount) => all + Math.round(amount * 10_000), 0) / 10_000;
    expect(sum).toBeCloseTo(Number.parseFloat(total), 2);
  });

  it('offers exactly these rows as CSV', () => {
    const raw = readFileSync(join(folder, path, 'data.csv'), 'utf8');
    expect(raw.startsWith('\uFEFF')).toBe(true);
    const records: Record<string, string>[] = parse(raw, { bom: true, columns: true });
    expect(records.map((record) => record['条目']?.replace(/\s+/g, ' ').trim())).toEqual(names);
    expect(records.map((record) => record['数量'])).toEqual(amounts);
  });
});

it('says in words why an entry is not counted', () => {
  const reasons = measurePages.flatMap(({ html }) =>
    [...html.matchAll(/没有计入的<\/h3>.*?<\/ul>/gs)].map(([list]) => list.replace(/<[^>]*>/g, ' ')),
  );
  expect(reasons.length).toBeGreaterThan(2);
  for (const text of reasons) expect(text).not.toMatch(/[a-z]{3,}/);
});

it('leads from every figure of a report to the page or the row behind it', () => {
  const links = pages.flatMap((page) =>
    page.elements.filter(({ tag, attributes }) => tag === 'a' && attributes['class']?.includes('figure-value') === true),
  );
  expect(links.length).toBeGreaterThan(10);
  for (const { attributes } of links) {
    const [path = '', anchor] = (attributes['href'] ?? '').split('#');
    const target = pages.find((page) => page.path === path);
    expect(target, path).toBeDefined();
    if (anchor !== undefined)
      expect(
        target?.elements.some((element) => element.attributes['id'] === anchor),
        anchor,
      ).toBe(true);
  }
});

it('gives every promise a page of its own, and says which are open by their day', () => {
  const ledger = pages.find(({ path }) => path === '/commitments/');
  const hrefs = ledger?.elements.flatMap(({ attributes }) => attributes['href'] ?? []) ?? [];
  const promises = [...new Set(hrefs.filter((href) => /^\/commitments\/\d{4}-\d{2}\/$/.test(href)))];
  expect(promises.length).toBeGreaterThan(10);
  for (const href of promises) expect(existsSync(join(folder, href, 'index.html')), href).toBe(true);
  const due = ledger?.elements.filter(({ attributes }) => attributes['data-due'] !== undefined) ?? [];
  expect(due.length).toBeGreaterThan(0);
  // The day that the reader's clock counts from is also printed.
  const printed = new Set(ledger?.elements.flatMap(({ attributes }) => attributes['datetime'] ?? []));
  for (const { attributes } of due) expect(printed).toContain(attributes['data-due']);
});

describe('三会一课', () => {
  const records = pages.filter(({ path }) => /^\/branches\/[^/]+\/records\/$/.test(path));
  const gapsIn = (page: BuiltPage, year: number): number => {
    const matrix = all(parseHtml(page.html), 'table').find((table) => textOf(table).startsWith(`${String(year)}年三会一课`));
    return matrix === undefined ? 0 : all(matrix, 'td').filter((cell) => textOf(cell) === '缺').length;
  };

  it('shows every meeting on record, and as many gaps as the measure counts', () => {
    expect(records.length).toBeGreaterThan(10);
    let gaps = 0;
    for (const page of records) {
      const [, , id = ''] = page.path.split('/');
      const csv = parse(readFileSync(join('content/branches', id, 'meetings.csv'), 'utf8'), { bom: true, columns: true });
      const listed = all(parseHtml(page.html), 'ol').flatMap((list) => all(list, 'time'));
      expect(listed.length, page.path).toBe(csv.length);
      gaps += gapsIn(page, 2025);
    }
    const measure = pages.find(({ path }) => path === '/results/meetings-gaps/2025/');
    expect(gaps).toBeGreaterThan(0);
    expect(measure?.html).toContain(`<p class="value"`);
    expect(textOf(parseHtml(measure?.html ?? ''))).toContain(`2025年没开的会议期次${String(gaps)}次`);
  });

  it('is summed up for all branches on the showcase', () => {
    const showcase = pages.find(({ path }) => path === '/results/');
    const heat = all(parseHtml(showcase?.html ?? ''), 'table').find(({ attrs }) =>
      attrs.some(({ value }) => value.includes('heat')),
    );
    const rows = heat === undefined ? [] : all(heat, 'tbody').flatMap((body) => all(body, 'tr'));
    expect(rows.length).toBe(12);
    for (const row of rows) {
      const cells = all(row, 'td').map(textOf);
      const missing = cells.slice(1).reduce((sum, cell) => {
        const [held = 0, due = 0] = cell.split('/').map(Number);
        return sum + (cell === '—' ? 0 : due - held);
      }, 0);
      expect(cells[0], textOf(row)).toBe(missing === 0 ? '不缺' : String(missing));
    }
  });
});

describe('charts', () => {
  it('have a title, a description with every number, and a table or text beside them', () => {
    const charts = pages.flatMap(({ path, html }) =>
      all(parseHtml(html), 'svg').flatMap((svg) =>
        svg.attrs.some(({ value }) => value === 'chart') ? [{ path, svg, html }] : [],
      ),
    );
    expect(charts.length).toBeGreaterThan(30);
    for (const { path, svg } of charts) {
      const [title, description] = [all(svg, 'title'), all(svg, 'desc')].map(([element]) =>
        element === undefined ? '' : textOf(element),
      );
      expect(title, path).not.toBe('');
      // Not the marks of the rows, which are years and names.
      for (const label of all(svg, 'text').map(textOf)) expect(description, path).toContain(label);
      const ids = (svg.attrs.find(({ name }) => name === 'aria-labelledby')?.value ?? '').split(' ');
      expect(ids.length, path).toBe(2);
    }
  });
});
