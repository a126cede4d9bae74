import { isDay } from '../../schemas/dates.ts';
import { getIn } from '../field-node.ts';
import { about, type FieldRecord } from '../records.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** Fields that look ahead by their nature: terms, plans, ends. */
const AHEAD = new Set(['due', 'until', 'from', 'validUntil', 'reviewBy', 'publishOn']);

function check(record: FieldRecord, today: string): RuleFinding[] {
  const publishOn = getIn(record.value, ['publishOn']);
  const scheduled = typeof publishOn === 'string' ? publishOn : undefined;
  return record.fields.flatMap(({ node: { format }, value, path }): RuleFinding[] => {
    if ((format !== 'date' && format !== 'moment') || typeof value !== 'string') return [];
    const day = value.slice(0, 10);
    if (day <= today || !isDay(day) || AHEAD.has(String(path.at(-1)))) return [];
    if (path.length > 1 || path[0] !== 'date')
      return [about(record, path, { why: `还没有到这一天（今天是 ${today}），不能写成已经发生的事`, fix: '核对年份和日期' })];
    if (scheduled !== undefined && scheduled < value)
      return [about(record, path, { why: `日期还没有到，定时发布（${scheduled}）却在它前面，会提前发出去`, fix: '核对日期；publishOn 写成这一天或者以后' })];
    const fix = '核对日期；想到时候再发布，就加一行 publishOn 写上发布时间';
    return scheduled !== undefined ? [] : [about(record, path, { why: `日期还没有到（今天是 ${today}）`, fix })];
  });
}

/** Days to come where something is said to have happened. */
export const futureDates: Rule = {
  id: 'D01',
  title: '日期在将来',
  severity: 'error',
  basis: '《政府网站与政务新媒体检查指标》单项否决：日期不实',
  check: ({ records, today }) => records.flatMap((record) => check(record, today)),
};
