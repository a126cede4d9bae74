import type { Site } from '../schemas/site.ts';
import type { Published } from './published.ts';

/** 《政府网站与政务新媒体检查指标》: what fails a whole site at once, in days and in columns. */
export const RUBRIC = { homeDays: 14, newsDays: 14, noticeDays: 180, longDays: 365, stale: 5, longStale: 10, blank: 5 } as const;

/** The warning comes when this share of the contract has passed. */
export const WARN_SHARE = 0.7;

/** Days after which a contract of `updateDays` is warned about. */
export const warnDays = (updateDays: number): number => Math.floor(updateDays * WARN_SHARE);

export type FreshnessState = '空白' | '按期' | '将到期' | '逾期';

export interface ColumnFreshness {
  column: Site['columns'][number];
  entries: number;
  /** Day of the newest published entry; undefined for a blank column. */
  last: string | undefined;
  /** Whole days since then. */
  age: number | undefined;
  state: FreshnessState;
}

/** Whole days from one day to another, both `YYYY-MM-DD`. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function stateOf(age: number | undefined, updateDays: number): FreshnessState {
  if (age === undefined) return '空白';
  if (age > updateDays) return '逾期';
  return age >= warnDays(updateDays) ? '将到期' : '按期';
}

/** Each column against its update contract. Only the day of publication counts as an update; a correction does not. */
export function columnFreshness({ site, news, today }: Published): ColumnFreshness[] {
  return site.columns.map((column) => {
    const days = news.filter(({ data }) => data.column === column.id).map(({ data }) => data.date.slice(0, 10));
    const last = newest(days);
    const age = last === undefined ? undefined : Math.max(0, daysBetween(last, today));
    return { column, entries: days.length, last, age, state: stateOf(age, column.updateDays) };
  });
}

/** The newest of some days. */
export const newest = (days: readonly string[]): string | undefined =>
  days.reduce<string | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined);

export interface RubricCount {
  what: '首页' | '未更新' | '长期未更新' | '空白';
  /** Days for the home page, columns for the rest. */
  count: number;
  /** From here on the whole site fails. */
  limit: number;
  failed: boolean;
  /** Names of the columns that are counted. */
  columns: string[];
}

/** A column past the rubric's own limit for its type; 其他 has none. */
function isStale({ column: { type }, age }: ColumnFreshness): boolean {
  if (age === undefined || type === '其他') return false;
  return age > (type === '动态类' ? RUBRIC.newsDays : RUBRIC.noticeDays);
}

/** A column that ought to be updated and was not for long: a year, or for 其他 its own contract where that is longer. */
function isLongStale({ column, age }: ColumnFreshness): boolean {
  return age !== undefined && age > (column.type === '其他' ? Math.max(column.updateDays, RUBRIC.longDays) : RUBRIC.longDays);
}

/**
 * The counts by which an inspection fails a site at once: the home page not updated for two weeks, five columns past the limit of
 * their type, ten not updated for long, five blank. Basis: 《政府网站与政务新媒体检查指标》.
 */
export function rubricCounts(columns: readonly ColumnFreshness[]): RubricCount[] {
  const count = (what: RubricCount['what'], limit: number, counted: readonly ColumnFreshness[]): RubricCount => ({
    what,
    count: counted.length,
    limit,
    failed: counted.length >= limit,
    columns: counted.map(({ column }) => column.name),
  });
  const ages = columns.flatMap(({ age }) => (age === undefined ? [] : [age]));
  const home = ages.length === 0 ? 0 : Math.min(...ages);
  return [
    { what: '首页', count: home, limit: RUBRIC.homeDays, failed: home > RUBRIC.homeDays, columns: [] },
    count('未更新', RUBRIC.stale, columns.filter(isStale)),
    count('长期未更新', RUBRIC.longStale, columns.filter(isLongStale)),
    count(
      '空白',
      RUBRIC.blank,
      columns.filter(({ state }) => state === '空白'),
    ),
  ];
}
