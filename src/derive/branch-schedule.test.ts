import { describe, expect, it } from 'vitest';
import { meetingDeadlines, themeDays } from './branch-schedule.ts';
import { branchEntry, meeting } from './testing/content.ts';

const branch = (meetings: Parameters<typeof branchEntry>[1] = [], more: Parameters<typeof branchEntry>[2] = {}) =>
  branchEntry('a', meetings, { themeDay: 5, ...more });

describe('the planned 主题党日', () => {
  it('are the fixed day of the next months, this month while it is not over', () => {
    expect(themeDays(branch(), '2026-11-05')).toEqual([
      ...['2026-11-05', '2026-12-05', '2027-01-05', '2027-02-05', '2027-03-05', '2027-04-05'],
      ...['2027-05-05', '2027-06-05', '2027-07-05', '2027-08-05', '2027-09-05', '2027-10-05'],
    ]);
    expect(themeDays(branch(), '2026-11-06')[0]).toBe('2026-12-05');
  });

  it('leave out a month that has had one', () => {
    const held = branch([meeting('2026-11-02', '主题党日')]);
    expect(themeDays(held, '2026-11-03')[0]).toBe('2026-12-05');
    // A record of a day to come says nothing yet.
    expect(themeDays(held, '2026-11-01')[0]).toBe('2026-11-05');
    expect(themeDays(branch([meeting('2026-11-02', '党课')]), '2026-11-03')[0]).toBe('2026-11-05');
  });
});

describe('the meetings still asked for', () => {
  const on = (entry: ReturnType<typeof branch>, today: string): string[] =>
    meetingDeadlines(entry, today).map(({ kind, period, on: day }) => `${kind} ${period} ${day}`);

  it('end with their month, quarter or year', () => {
    expect(on(branch(), '2026-12-10').sort()).toEqual([
      '党员大会 2026-Q4 2026-12-31',
      '党小组会 2026-12 2026-12-31',
      '党课 2026-Q4 2026-12-31',
      '支委会 2026-12 2026-12-31',
      '民主评议党员 2026 2026-12-31',
      '组织生活会 2026 2026-12-31',
    ]);
    expect(on(branch(), '2026-02-10')).toContain('支委会 2026-02 2026-02-28');
    expect(on(branch(), '2028-02-10')).toContain('支委会 2028-02 2028-02-29');
    expect(on(branch(), '2026-02-10')).toContain('党课 2026-Q1 2026-03-31');
  });

  it('do not name what was held or is not required', () => {
    const held = branch([meeting('2026-10-10', '党课'), meeting('2026-12-01', '支委会')], { groups: 0 });
    expect(on(held, '2026-12-10')).toEqual([
      '党员大会 2026-Q4 2026-12-31',
      '组织生活会 2026 2026-12-31',
      '民主评议党员 2026 2026-12-31',
    ]);
  });
});
