import { visibility } from '../../derive/disclosure.ts';
import type { Entry } from '../../schemas/content.ts';
import type { News } from '../../schemas/news.ts';
import { about } from '../records.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** What is wrong with a successor that exists, or undefined. */
function problem(entry: Entry<News>, next: Entry<News>, now: string): { why: string; fix: string } | undefined {
  if (next.id === entry.id) return { why: '替代文件写成了它自己', fix: '写新文件的路径；没有新文件就删掉 successor' };
  if (next.data.document === undefined) return { why: `“${next.data.title}”没有填写文件（document），不是文件`, fix: '写新文件的路径，或者在那一篇里补上 document' };
  if (visibility(next.data, now) !== 'public') return { why: `替代文件“${next.data.title}”还没有公开，读者点不开`, fix: '先公开新文件，再写废止' };
  if (next.data.date.slice(0, 10) < entry.data.date.slice(0, 10)) return { why: `替代文件“${next.data.title}”比这个文件还早`, fix: '核对两个文件，新文件替代旧文件' };
  return undefined;
}

/** Successors of repealed documents that are no document, not public, or older. That a successor exists is R01's. */
export const successors: Rule = {
  id: 'D07',
  title: '废止文件的替代文件不对',
  severity: 'error',
  basis: '《政府网站与政务新媒体检查指标》：失效、废止的文件要标明，并指向现行文件',
  check: ({ content, records, today }) =>
    records.flatMap((record): RuleFinding[] => {
      if (record.kind !== 'news' || record.data === undefined || record.entry === undefined) return [];
      const entry = { id: record.entry.id, data: record.data as News };
      const successor = entry.data.document?.repealed?.successor;
      // Few documents are repealed, and there may be a thousand entries to look through for each.
      const next = successor === undefined ? undefined : content?.news.find(({ id }) => id === successor);
      const found = next && problem(entry, next, `${today} 23:59`);
      return found === undefined ? [] : [about(record, ['document', 'repealed', 'successor'], found)];
    }),
};
