import { describe, expect, it } from 'vitest';
import { age, noticePhase, overdue } from './reader-clock.ts';

describe('what the reader’s clock says', () => {
  it.each([
    [9, '还没开始'],
    [10, '公示中，还剩5天'],
    [14, '公示中，还剩1天'],
    [15, '公示中，今天截止'],
    [16, '已结束'],
  ])('a notice of days 10 to 15 on day %i', (day, text) => {
    expect(noticePhase(10, 15, day)).toBe(text);
  });

  it('a promise is overdue from the day after', () => {
    expect(overdue(20, 20)).toBeUndefined();
    expect(overdue(20, 23)).toBe('已逾期3天');
  });

  it.each([
    [9, undefined],
    [10, '今天'],
    [11, '昨天'],
    [40, '30天前'],
    [41, undefined],
  ])('an entry of day 10 on day %i', (day, text) => {
    expect(age(10, day)).toBe(text);
  });
});
