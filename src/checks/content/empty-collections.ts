import { collections } from '../../schemas/index.ts';
import { getIn } from '../field-node.ts';
import { about, textAt, type FieldRecord } from '../records.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

function columns(site: FieldRecord, used: ReadonlySet<unknown>): RuleFinding[] {
  const list = getIn(site.value, ['columns']);
  if (!Array.isArray(list)) return [];
  return list.flatMap((_, index): RuleFinding[] => {
    const id = textAt(site, 'columns', index, 'id');
    if (id === undefined || used.has(id)) return [];
    const name = textAt(site, 'columns', index, 'name') ?? id;
    return [about(site, ['columns', index, 'id'], { why: `栏目“${name}”里一篇也没有，网站的菜单里不会出现它`, fix: '发一篇，或者从 columns 里删掉这个栏目' })];
  });
}

function check({ source, records, targets }: GateContext): RuleFinding[] {
  const site = records.find(({ kind }) => kind === 'site');
  const empty = Object.entries(collections)
    .filter(([name]) => !source.entries.some(({ collection }) => collection === name))
    .map(([, { folder, title }]) => ({
      file: `content/${folder}`,
      line: 1,
      column: 1,
      why: `“${title}”里一篇也没有，网站的菜单里不会出现它`,
      fix: `在 content/${folder}/ 里建立第一篇；暂时没有也可以发布`,
    }));
  const news = source.entries.filter(({ collection }) => collection === 'news');
  const used = news.map(({ yaml }) => getIn(yaml?.value, ['column']));
  // While an entry's column cannot be read or does not exist, a column may only look empty.
  const certain = used.length > 0 && used.every((id) => targets.columns?.some((column) => column.id === id));
  return site === undefined || !certain ? empty : [...empty, ...columns(site, new Set(used))];
}

/** Columns and collections without an entry: they leave the menu, and a blank column would be a finding of the inspection. */
export const emptyCollections: Rule = {
  id: 'C03',
  title: '栏目是空的',
  severity: 'warning',
  basis: '《政府网站与政务新媒体检查指标》：空白栏目',
  check,
};
