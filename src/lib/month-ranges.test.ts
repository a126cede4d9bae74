import { expect, it } from 'vitest';
import { monthRanges } from './month-ranges.ts';

it.each([
  [[3, 4, 5], '3–5月'],
  [[5, 3, 4, 11], '3–5月、11月'],
  [[11, 12, 1], '11月–次年1月'],
  [[7], '7月'],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], '全年'],
])('%j is %s', (months, text) => {
  expect(monthRanges(months)).toBe(text);
});
