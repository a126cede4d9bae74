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
