import type { EntrySource } from '../../loader/read-content.ts';
import { isDay } from '../../schemas/dates.ts';
import { collections } from '../../schemas/index.ts';
import { OWN_PAGES } from '../own-pages.ts';
import type { Rule, RuleFinding } from '../rule.ts';

const NEWS = '写成 news/年份/月日-拼音，例如 news/2026/0305-chun-geng';

function problem({ collection, id }: EntrySource): { why: string; fix: string } | undefined {
  const parts = id.split('/');
  const { depth, folder } = collections[collection];
  if (parts.length !== depth) {
    const fix = collection === 'news' ? NEWS : `放在 content/${folder}/ 下面一层的文件夹里`;
    return { why: `文件夹的层数不对：应当有 ${depth} 层，现在有 ${parts.length} 层`, fix };
  }
  if (collection === 'reports' && !/^\d{4}$/.test(id)) return { why: `报告的文件夹名应当是年份，现在是“${id}”`, fix: '改成四位年份，例如 reports/2025' };
  if (collection === 'pages' && OWN_PAGES.has(id)) return { why: `/${id}/ 是网站自己的网页，常设页不能用这个名字`, fix: `换个文件夹名，例如 ${id}-shuo-ming` };
  if (collection !== 'news') return undefined;
  const [, year = '', month = '', day = ''] = /^(\d{4})\/(\d{2})(\d{2})-[^/]+$/.exec(id) ?? [];
  if (year === '') return { why: `文件夹名“${id}”不是“年份/月日-拼音”的样子`, fix: NEWS };
  return isDay(`${year}-${month}-${day}`) ? undefined : { why: `文件夹名里的 ${month}${day} 不是一个日期`, fix: NEWS };
}

/** Where an entry's folder stands decides its address. */
export const folderShape: Rule = {
  id: 'F03',
  title: '文件夹的位置或名字不对',
  severity: 'error',
  basis: '文件夹的位置就是网址，也是排序和归档的依据',
  check: ({ source }) =>
    source.entries.flatMap((entry): RuleFinding[] => {
      const found = problem(entry);
      return found === undefined ? [] : [{ file: entry.file, line: 1, column: 1, ...found }];
    }),
};
