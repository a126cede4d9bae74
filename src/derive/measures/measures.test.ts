import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { percentage, rounded, sumOf } from '../../lib/decimals.ts';
import type { Content } from '../../schemas/content.ts';
import { MeetingKind } from '../../schemas/meeting.ts';
import type { NewsEvent } from '../../schemas/news.ts';
import { publishedContent } from '../published.ts';
import { branchEntry, contentOf, cooperativeEntry, meeting, newsEntry, reportEntry } from '../testing/content.ts';
import { computeMeasure, findMeasure, groupSums, measures, quarterSums } from './index.ts';

const NOW = '2026-06-30 12:00';

const two = (n: number): string => String(n).padStart(2, '0');
const day = fc
  .record({
    year: fc.constantFrom(2024, 2025, 2026),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ year, month, date }) => `${String(year)}-${two(month)}-${two(date)}`);
const count = fc.integer({ min: 0, max: 500 });
const money = fc.integer({ min: 0, max: 90_000 }).map((cents) => cents / 100);

const event = fc.oneof(
  fc
    .record({ on: day, sessions: fc.integer({ min: 1, max: 9 }), participants: count })
    .map((fields) => ({ kind: '教育培训', topic: '培训', ...fields })),
  fc
    .record({
      on: day,
      form: fc.constantFrom('廉政党课', '警示教育'),
      sessions: fc.integer({ min: 1, max: 9 }),
      participants: count,
    })
    .map((fields) => ({ kind: '廉政教育', ...fields })),
  fc.record({ on: day, cases: fc.integer({ min: 1, max: 5 }) }).map((fields) => ({ kind: '案件通报', ...fields })),
  fc
    .record({ on: day, settled: count, more: count })
    .map(({ on, settled, more }) => ({ kind: '矛盾调解', on, received: settled + more, settled })),
  fc
    .record({ on: day, households: count, solved: count, more: count })
    .map(({ more, ...fields }) => ({ kind: '网格走访', found: fields.solved + more, ...fields })),
) as fc.Arbitrary<NewsEvent>;

const account = (year: number) =>
  fc
    .record({ revenue: money, surplus: money, returned: money, collectiveIncome: money })
    .map((fields) => ({ year, source: '决算表', ...fields, distribution: [{ to: '按交易量返还', amount: fields.returned }] }));

/** Content of any size, with drafts and entries of the future among it. */
const anyContent: fc.Arbitrary<Content> = fc
  .record({
    news: fc.array(fc.record({ date: day, events: fc.array(event, { maxLength: 4 }), draft: fc.boolean() }), { maxLength: 12 }),
    branches: fc.array(
      fc.array(
        fc.record({ on: day, kind: fc.constantFrom(...MeetingKind.options) }).map(({ on, kind }) => meeting(on, kind)),
        { maxLength: 20 },
      ),
      { maxLength: 5 },
    ),
    cooperatives: fc.array(
      fc.record({
        kind: fc.constantFrom('合作社', '家庭农场', '企业'),
        accounts: fc.tuple(account(2024), account(2025)),
        value: count,
      }),
      {
        maxLength: 5,
      },
    ),
  })
  .map(({ news, branches, cooperatives }) =>
    contentOf({
      news: news.map(({ date, events, draft }, index) => newsEntry(`n${String(index)}`, date, events, draft ? { draft } : {})),
      branches: branches.map((meetings, index) => branchEntry(`b${String(index)}`, meetings)),
      cooperatives: cooperatives.map(({ kind, accounts, value }, index) =>
        cooperativeEntry(`c${String(index)}`, {
          kind,
          accounts,
          households: [{ year: 2025, value, asOf: '2025-12-31', method: '签约' }],
        }),
      ),
      reports: [reportEntry(2024), reportEntry(2025)],
    }),
  );

const shuffled = <T>(list: readonly T[], seed: number): T[] =>
  list
    .map((item, index) => ({ item, key: (index * 7919 + seed) % 104_729 }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

const all = (content: Content) => {
  const published = publishedContent(content, NOW);
  return [2024, 2025, 2026].flatMap((year) =>
    measures.map((measure) => ({ measure, year, result: measure.compute(published, year) })),
  );
};

describe('every measure', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone;
  });

  it('has an id, a title, a definition of its own', () => {
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
    expect(new Set(measures.map(({ title }) => title)).size).toBe(measures.length);
    for (const { versions } of measures) for (const { definition } of versions) expect(definition.length).toBeGreaterThan(10);
  });

  it('equals the sum of its entries, or the quotient of its two numbers', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        for (const { result, measure } of all(content)) {
          const sum = rounded(sumOf(result.entries.map(({ amount }) => amount)), 2);
          if (result.share === undefined) expect([measure.id, result.value]).toEqual([measure.id, sum]);
          else {
            expect(result.value).toBe(percentage(result.share.part, result.share.whole) ?? 0);
            expect(result.share.part).toBe(sum);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('equals the sum of its groups and of its quarters', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        for (const { result } of all(content)) {
          if (result.share !== undefined) continue;
          for (const sums of [groupSums(result.entries), quarterSums(result.entries)])
            if (sums.length > 0) expect(rounded(sumOf(sums.map(({ value }) => value)), 2)).toBe(result.value);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order of entries, events and meetings', () => {
    fc.assert(
      fc.property(anyContent, fc.integer({ min: 1, max: 100_000 }), (content, seed) => {
        const reordered: Content = {
          ...content,
          news: shuffled(content.news, seed).map((entry) => ({
            ...entry,
            data: { ...entry.data, events: shuffled(entry.data.events ?? [], seed) },
          })),
          branches: shuffled(content.branches, seed).map((entry) => ({ ...entry, meetings: shuffled(entry.meetings, seed) })),
          cooperatives: shuffled(content.cooperatives, seed),
          reports: shuffled(content.reports, seed),
        };
        expect(all(reordered).map(({ result }) => result)).toEqual(all(content).map(({ result }) => result));
      }),
      { numRuns: 40 },
    );
  });

  it.each(['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC'])('is the same in %s', (TZ) => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const here = all(content).map(({ result }) => result);
        process.env.TZ = TZ;
        expect(all(content).map(({ result }) => result)).toEqual(here);
        process.env.TZ = zone;
      }),
      { numRuns: 15 },
    );
  });

  it('counts nothing that a reader cannot open', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const open = new Set(publishedContent(content, NOW).news.map(({ id }) => id));
        for (const { result } of all(content))
          for (const { collection, id } of result.entries) if (collection === 'news') expect(open).toContain(id);
      }),
      { numRuns: 40 },
    );
  });
});

describe('single measures', () => {
  const training = (on: string, participants: number): NewsEvent => ({
    kind: '教育培训',
    on,
    topic: '轮训',
    sessions: 2,
    participants,
  });
  const content = publishedContent(
    contentOf({
      news: [
        newsEntry('2025/a', '2025-03-02', [training('2025-03-01', 30), training('2024-12-31', 7)]),
        newsEntry('2026/b', '2026-01-03', [training('2025-12-31', 12)]),
        newsEntry('2025/c', '2025-05-02', [training('2025-05-01', 99)], { withdrawn: { on: '2025-06-01', reason: '内容有误' } }),
      ],
      branches: [
        branchEntry('shiqiao'),
        branchEntry('weiyuanhui', [], { kind: '党委' }),
        branchEntry('xin', [], { founded: '2026-01-05' }),
      ],
    }),
    NOW,
  );

  it('count an event in the year in which it happened, not in which it was told', () => {
    expect(computeMeasure('training-persons', content, 2025)).toMatchObject({ value: 42, unit: '人次', asOf: '2025-12-31' });
    expect(computeMeasure('training-sessions', content, 2024)?.value).toBe(2);
  });

  it('name what they add up', () => {
    expect(computeMeasure('training-persons', content, 2025)?.entries).toEqual([
      { collection: 'news', id: '2025/a', amount: 30, label: '轮训', on: '2025-03-01' },
      { collection: 'news', id: '2026/b', amount: 12, label: '轮训', on: '2025-12-31' },
    ]);
  });

  it('count basic branches that existed by the end of the year', () => {
    expect(computeMeasure('branches-total', content, 2025)?.value).toBe(1);
    expect(computeMeasure('branches-total', content, 2026)?.value).toBe(2);
  });

  it('speak up to today while the year runs', () => {
    expect(computeMeasure('training-persons', content, 2026)).toMatchObject({ value: 0, asOf: '2026-06-30', entries: [] });
  });

  it('are found by their ids only', () => {
    expect(findMeasure('training-person')).toBeUndefined();
    expect(computeMeasure('constructor', content, 2025)).toBeUndefined();
  });
});
