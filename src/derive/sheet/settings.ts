import type { Site } from '../../schemas/site.ts';
import type { Standard } from '../../schemas/standard.ts';
import { fieldChanges, same } from './field-changes.ts';
import { changeOf, differing } from './keyed.ts';
import type { ChangedFile, NameOf, SheetRow, Sides, TableName } from './model.ts';

/** Settings that only the check before publication reads, and what they are for. */
const FOR_THE_GATE = ['honestDates', 'people', 'mobiles', 'posts'] as const;

const SITE = 'content/site.yaml';

/** What differs in a part of the site's settings. */
function siteLines({ before, after }: Sides, gate: boolean, nameOf: NameOf): string[] {
  const part = (site: Site) =>
    Object.fromEntries(Object.entries(site).filter(([key]) => (FOR_THE_GATE as readonly string[]).includes(key) === gate));
  return fieldChanges('site', part(before.content.site), part(after.content.site), nameOf);
}

/** The emblem lies beside `site.yaml` and is on every page. */
function emblemLines({ before, after }: Sides, files: readonly ChangedFile[]): { lines: string[]; paths: string[] } {
  const named = [before, after].map(({ content }) => content.site.filing.emblem?.replace(/^\.\//, ''));
  const changed = files.filter(({ path }) => named.some((name) => name !== undefined && path === `content/${name}`));
  return {
    lines: changed.map(({ path, was, is }) => {
      const done = was === undefined ? '加了' : is === undefined ? '撤了' : '换了';
      return `党政机关标识的图片 ${path.replace('content/', '')} ${done}`;
    }),
    paths: changed.map(({ path }) => path),
  };
}

export interface SettingRows {
  pages: SheetRow[];
  others: SheetRow[];
  paths: string[];
}

/** What differs in the settings of the site: what readers see on every page, and what only the check reads. */
export function siteRows(sides: Sides, files: readonly ChangedFile[], nameOf: NameOf): SettingRows {
  const emblem = emblemLines(sides, files);
  const seen = [...siteLines(sides, false, nameOf), ...emblem.lines];
  const gate = siteLines(sides, true, nameOf);
  const row = (place: string, details: string[]): SheetRow[] =>
    details.length === 0 ? [] : [{ change: '修改', place, title: '网站设置', details }];
  return {
    pages: row('全站每一页', seen),
    others: row(SITE, gate.length === 0 ? [] : [...gate, '只影响填写和核对，页面上不出现']),
    paths: [...(seen.length + gate.length > 0 ? [SITE] : []), ...emblem.paths],
  };
}

const byYear = ({ content }: Sides['before']): Map<string, Standard> =>
  new Map(content.standards.map((standard) => [String(standard.year), standard]));

/** What differs in the county's standards: branches are judged by them, in public. */
export function standardRows(sides: Sides, nameOf: NameOf): SettingRows {
  const changed = differing(byYear(sides.before), byYear(sides.after));
  return {
    pages: changed.map((item) => ({
      change: changeOf(item),
      place: '/branches/ 和各支部的页面、/results/',
      title: `${item.place}年“五好”标准`,
      details: item.was === undefined || item.is === undefined ? [] : fieldChanges('standards', item.was, item.is, nameOf),
    })),
    others: [],
    paths: changed.map(({ place }) => `content/standards/${place}.yaml`),
  };
}

const TABLES: Record<TableName, { title: string; use: string }> = {
  terms: { title: '用词表', use: '只影响核对，页面上不出现' },
  people: { title: '人员表', use: '只用来核对页面上还写着谁，表本身不公开' },
  exceptions: { title: '例外表', use: '核对会放过这些地方，请看仔细' },
};

/** What differs in the tables that only the check reads. */
export function tableRows({ before, after }: Sides, nameOf: NameOf): SettingRows {
  const names = (Object.keys(TABLES) as TableName[]).filter((name) => !same(before.tables.get(name), after.tables.get(name)));
  const table = (value: unknown): Record<string, unknown> => (value ?? {}) as Record<string, unknown>;
  return {
    pages: [],
    others: names.map((name) => {
      const [was, is] = [before.tables.get(name), after.tables.get(name)];
      return {
        change: changeOf({ place: name, was, is }),
        place: `content/${name}.yaml`,
        title: TABLES[name].title,
        details: [...fieldChanges(name, listed(table(was), table(is)), listed(table(is), table(was)), nameOf), TABLES[name].use],
      };
    }),
    paths: names.map((name) => `content/${name}.yaml`),
  };
}

/** A table with empty lists where only the other one has a list, so that items are told one by one. */
const listed = (table: Record<string, unknown>, other: Record<string, unknown>): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(other).flatMap(([key, value]) => (Array.isArray(value) ? [[key, []]] : []))),
  ...table,
});
