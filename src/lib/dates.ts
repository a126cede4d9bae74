/** `2026-03-05` or `2026-03-05 09:30` → `2026年3月5日`, the way a reader says it. */
export function chineseDay(moment: string): string {
  const [year = '', month = '', day = ''] = moment.slice(0, 10).split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** `2026-03` → `2026年3月`. */
export function chineseMonth(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year}年${Number(number)}月`;
}

/** A moment of Asia/Shanghai for `<time datetime>` and feeds: `2026-03-05T09:30+08:00`, or the day alone. */
export function isoMoment(moment: string): string {
  return moment.length > 10 ? `${moment.slice(0, 10)}T${moment.slice(11)}+08:00` : moment;
}

/** The day after a day, `YYYY-MM-DD`. */
export function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** The last day of a month `YYYY-MM`. */
export const lastDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10);

/** The months that follow a month `YYYY-MM`, itself the first. */
export const monthsFrom = (month: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + index)).toISOString().slice(0, 7),
  );
