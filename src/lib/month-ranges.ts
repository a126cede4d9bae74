/** `[3, 4, 5, 11]` → `3–5月、11月`; all twelve months → `全年`. A season over the turn of the year stays one: `[11, 12, 1]` → `11月–次年1月`. */
export function monthRanges(months: readonly number[]): string {
  const wanted = new Set(months);
  if (wanted.size === 12) return '全年';
  const before = (month: number): number => ((month + 10) % 12) + 1;
  const after = (month: number): number => (month % 12) + 1;
  const starts = [...wanted].filter((month) => !wanted.has(before(month))).sort((a, b) => a - b);
  return starts
    .map((start) => {
      let end = start;
      while (wanted.has(after(end))) end = after(end);
      if (start === end) return `${start}月`;
      return end > start ? `${start}–${end}月` : `${start}月–次年${end}月`;
    })
    .join('、');
}
