import type { Meeting } from '../../schemas/meeting.ts';
import { about } from '../records.ts';
import type { Rule } from '../rule.ts';

const SECRETARY = /^.{0,8}(?:镇|乡)党委书记$|党工委书记$/;

/** The secretary of the township gives a 党课 himself, at least once in each year that is over. */
export const secretaryLecture: Rule = {
  id: 'B04',
  title: '党委书记一年没有讲党课',
  severity: 'warning',
  basis: '中国共产党支部工作条例（试行）：党委书记每年至少讲一次党课',
  check: ({ records, today }) => {
    const lectures = records.flatMap((record) => {
      const meeting = record.kind === 'meetings' ? (record.data as Meeting | undefined) : undefined;
      return meeting?.kind === '党课' ? [{ record, meeting }] : [];
    });
    const years = Map.groupBy(lectures, ({ meeting }) => meeting.on.slice(0, 4));
    return [...years].flatMap(([year, held]) => {
      const [first] = held;
      if (first === undefined || year >= today.slice(0, 4)) return [];
      if (held.some(({ meeting }) => SECRETARY.test(meeting.lecturer ?? ''))) return [];
      const why = `${year} 年登记了 ${held.length} 次党课，没有一次的主讲是党委书记`;
      return [about(first.record, ['lecturer'], { why, fix: '书记讲过的，在那一行的“主讲”写 镇党委书记；没讲的，在报告里说明' })];
    });
  },
};
