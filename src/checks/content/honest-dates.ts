import { daysBetween } from '../../derive/freshness.ts';
import { isDay } from '../../schemas/dates.ts';
import { getIn } from '../field-node.ts';
import { about, textAt, type FieldRecord } from '../records.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

/** Days by which a date may stand before the file, where site.yaml says nothing. */
const DEFAULT_DAYS = 30;

/** The limit, and the day up to which files were brought in as they were. */
export function honestDatesOf({ records }: Pick<GateContext, 'records'>): { days: number; since: string } {
  const site = records.find(({ kind }) => kind === 'site')?.value;
  const days = getIn(site, ['honestDates', 'days']);
  const since = getIn(site, ['honestDates', 'since']);
  return { days: typeof days === 'number' ? days : DEFAULT_DAYS, since: typeof since === 'string' ? since : '' };
}

function check(record: FieldRecord, { history, today }: GateContext, limit: { days: number; since: string }): RuleFinding[] {
  const dated = record.kind === 'news' || record.kind === 'reports';
  const date = textAt(record, 'date')?.slice(0, 10) ?? '';
  if (!dated || !isDay(date) || getIn(record.value, ['importedFrom']) !== undefined) return [];
  const first = history.first.get(record.file);
  // What the repository began with was brought in from elsewhere as a whole; there is no history to hold it against.
  if (first !== undefined && (first.initial || first.day <= limit.since)) return [];
  const entered = first?.day ?? today;
  const days = daysBetween(date, entered);
  if (days <= limit.days) return [];
  const how = first === undefined ? `这个文件还没有提交过，今天是 ${today}` : `这个文件 ${entered} 才第一次提交`;
  return [
    about(record, ['date'], {
      why: `${how}，发布日期却早了 ${days} 天，最多允许早 ${limit.days} 天`,
      fix: '写真实的发布日期；确实是从旧网站或旧文件迁来的，加一行 importedFrom 写明原来的出处',
    }),
  ];
}

/** Days of publication that stand long before the file came into the repository. */
export const honestDates: Rule = {
  id: 'D05',
  title: '发布日期比入库早得太多',
  severity: 'error',
  basis: '《政府网站与政务新媒体检查指标》单项否决：日期不实，为应付检查补发旧日期的内容',
  check: (context) => {
    // The days of a sample site are made up; it cannot be published anyway.
    const sample = context.records.some(({ kind, value }) => kind === 'site' && getIn(value, ['demo']) === true);
    if (context.history.kind === 'none' || sample) return [];
    const limit = honestDatesOf(context);
    return context.records.flatMap((record) => check(record, context, limit));
  },
};
