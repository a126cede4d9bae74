import { describe, expect, it } from 'vitest';
import type { Content } from '../schemas/content.ts';
import type { Site } from '../schemas/site.ts';
import { columnFreshness, rubricCounts, warnDays } from './freshness.ts';
import { publishedContent } from './published.ts';
import { newsEntry } from './testing/content.ts';

type Column = Site['columns'][number];

const column = (id: string, type: Column['type'], updateDays: number): Column => ({
  id,
  name: id,
  description: '',
  keywords: [],
  type,
  updateDays,
});

function freshness(columns: Column[], dates: Record<string, string[]>, today: string) {
  const news = Object.entries(dates).flatMap(([id, days]) =>
    days.map((day) => newsEntry(`${id}-${day}`, day, [], { column: id })),
  );
  const content = { site: { columns }, standards: [], news, branches: [], cooperatives: [], reports: [], pages: [] };
  return columnFreshness(publishedContent(content as unknown as Content, today));
}

const failed = (columns: ReturnType<typeof freshness>) =>
  rubricCounts(columns)
    .filter((count) => count.failed)
    .map(({ what, count }) => [what, count]);

describe('columnFreshness', () => {
  it('warns from 70 % of the contract on, and is overdue the day after its end', () => {
    expect(warnDays(14)).toBe(9);
    const states = ['2026-03-01', '2026-03-09', '2026-03-10', '2026-03-15', '2026-03-16'].map((today) => {
      const [only] = freshness([column('a', '动态类', 14)], { a: ['2026-02-01', '2026-03-01 09:30'] }, today);
      return [only?.age, only?.state];
    });
    expect(states).toEqual([
      [0, '按期'],
      [8, '按期'],
      [9, '将到期'],
      [14, '将到期'],
      [15, '逾期'],
    ]);
  });

  it('takes nothing that is not public for an update', () => {
    const news = [
      newsEntry('a', '2026-03-01', []),
      newsEntry('b', '2026-03-20', [], { draft: true }),
      newsEntry('c', '2026-04-20', []),
    ];
    const content = {
      site: { columns: [column('members', '动态类', 14)] },
      standards: [],
      news,
      branches: [],
      cooperatives: [],
      reports: [],
      pages: [],
    };
    const [only] = columnFreshness(publishedContent(content as unknown as Content, '2026-03-31'));
    expect(only).toMatchObject({ last: '2026-03-01', age: 30, entries: 1 });
  });
});

describe('rubricCounts', () => {
  const five = ['a', 'b', 'c', 'd', 'e'].map((id) => column(id, '动态类', 30));

  it('fails a home page after two weeks, not before', () => {
    expect(failed(freshness(five, { a: ['2026-03-01'] }, '2026-03-15'))).toEqual([]);
    expect(failed(freshness(five, { a: ['2026-03-01'] }, '2026-03-16'))).toEqual([['首页', 15]]);
  });

  it('counts stale columns by the limit of their type, whatever their contract says', () => {
    const dates = {
      a: ['2026-03-01'],
      b: ['2026-03-01'],
      c: ['2026-03-01'],
      d: ['2026-03-01'],
      e: ['2026-03-01'],
      f: ['2026-03-20'],
    };
    expect(failed(freshness([...five, column('f', '通知公告类', 180)], dates, '2026-03-20'))).toEqual([['未更新', 5]]);
    const notices = five.map((one) => ({ ...one, type: '通知公告类' as const }));
    expect(failed(freshness([...notices, column('f', '动态类', 14)], dates, '2026-03-20'))).toEqual([]);
  });

  it('fails with five blank columns and with ten that were not updated for a year', () => {
    expect(failed(freshness([...five, column('f', '动态类', 14)], { f: ['2026-03-20'] }, '2026-03-20'))).toEqual([['空白', 5]]);
    const ten = Array.from({ length: 10 }, (_, index) => column(`n${index}`, '其他', 90));
    const dates = Object.fromEntries(ten.map(({ id }) => [id, ['2025-01-01']]));
    expect(failed(freshness([...ten, column('f', '动态类', 14)], { ...dates, f: ['2026-03-20'] }, '2026-03-20'))).toEqual([
      ['长期未更新', 10],
    ]);
  });
});
