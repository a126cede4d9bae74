import type { News } from '../../schemas/news.ts';
import { about } from '../records.ts';
import type { Rule } from '../rule.ts';

/** A number of cases, with or without a digit: 三起, 2 件, 两个案例. */
const COUNT = /[0-9０-９〇零一二两三四五六七八九十百]+\s*(?:多|余|几)?\s*(?:起|件|例|宗|(?:个|桩)(?:典型)?案例)/;

/** The number of cases in a title stands beside the total of the year: the rest could be worked out from it. */
export const smallCountTitles: Rule = {
  id: 'E05',
  title: '案件通报的起数写进了标题或摘要',
  severity: 'error',
  basis: '敏感主题不足 3 的数不单独公布，也不能靠相减推算出来',
  check: ({ records }) =>
    records.flatMap((record) => {
      const news = record.kind === 'news' ? (record.data as News | undefined) : undefined;
      if (news === undefined || news.events?.some(({ kind }) => kind === '案件通报') !== true) return [];
      return (['title', 'summary'] as const).flatMap((field) => {
        const [count] = COUNT.exec(news[field]) ?? [];
        if (count === undefined) return [];
        const why = `“${count}”会和全年合计放在一处，减一减就知道别的通报是几起`;
        return [about(record, [field], { why, fix: '去掉起数，写清是什么问题；起数登记在 events 里' })];
      });
    }),
};
