import { describe, expect, it } from 'vitest';
import type { NewsEvent } from '../schemas/news.ts';
import { findMeasure, type Measure } from './measures/index.ts';
import { publishedContent } from './published.ts';
import { measureSeries } from './series.ts';
import { showFigure, showResult } from './shown.ts';
import { contentOf, newsEntry, reportEntry } from './testing/content.ts';

const measure = (id: string): Measure => findMeasure(id) ?? expect.fail(`no measure ${id}`);
const training = (on: string, participants: number): NewsEvent => ({
  kind: '教育培训',
  on,
  topic: '轮训',
  sessions: 1,
  participants,
});
const persons = { id: 'persons', unit: '人次' as const, definition: '按签到簿相加' };

const content = publishedContent(
  contentOf({
    news: [
      newsEntry('a', '2024-12-05', [training('2024-12-04', 5)]),
      newsEntry('b', '2025-05-05', [training('2025-05-04', 40)]),
      newsEntry('c', '2026-02-05', [training('2026-02-04', 9)]),
    ],
    reports: [
      reportEntry(2025, [
        {
          ...persons,
          value: 40,
          measure: 'training-persons',
          definition: '按签到簿相加，含村民',
          previous: { value: 36, note: '含了村民' },
        },
      ]),
      reportEntry(2024, [{ ...persons, value: 36, source: { title: '签到簿', on: '2024-12-31' } }]),
      reportEntry(2023, [{ ...persons, value: 30, source: { title: '签到簿', on: '2023-12-31' } }]),
    ],
  }),
  '2026-06-30',
);

describe('measureSeries', () => {
  it('takes earlier years from the reports, and what is counted since from the entries', () => {
    expect(measureSeries(content, measure('training-persons')).map(({ year, value, from }) => [year, value, from])).toEqual([
      [2023, 30, '报告'],
      [2024, 36, '报告'],
      [2025, 40, '条目'],
      [2026, 9, '条目'],
    ]);
  });

  it('says where the definition changed', () => {
    const changed = measureSeries(content, measure('training-persons')).filter(({ redefined }) => redefined);
    expect(changed).toMatchObject([{ year: 2025, note: '含了村民', report: '2025', figure: 'persons' }]);
  });

  it('says where the measure has a new version', () => {
    const [first] = measure('training-sessions').versions;
    const renewed: Measure = {
      ...measure('training-sessions'),
      versions: [first, { version: 2, from: 2026, definition: '另一种算法' }],
    };
    expect(measureSeries(content, renewed).map(({ year, redefined }) => [year, redefined])).toEqual([
      [2025, false],
      [2026, true],
    ]);
  });

  it('leaves out years that were not counted in full', () => {
    expect(measureSeries(content, measure('training-sessions')).map(({ year }) => year)).toEqual([2025, 2026]);
    expect(measureSeries(content, measure('revenue'))).toEqual([]);
  });
});

describe('showResult', () => {
  const cases = publishedContent(
    contentOf({
      news: [
        newsEntry('a', '2025-04-02', [{ kind: '案件通报', on: '2025-04-01', cases: 3 }]),
        newsEntry('b', '2025-08-02', [{ kind: '案件通报', on: '2025-08-01', cases: 1 }]),
      ],
    }),
    '2026-06-30',
  );

  it('covers small counts of a sensitive measure, and what would give them away', () => {
    const shown = showResult(measure('cases-published'), measure('cases-published').compute(cases, 2025));
    expect(shown.text).toBe('4起');
    expect(shown.entries?.map(({ text }) => text)).toEqual(['未单列', '未单列']);
  });

  it('shows other measures as they are', () => {
    const shown = showResult(measure('training-persons'), measure('training-persons').compute(content, 2026));
    expect(shown).toMatchObject({ text: '9人次', entries: [{ text: '9人次' }] });
  });

  it('covers the figure of a report too', () => {
    expect(showFigure({ value: 2, unit: '起', measure: 'cases-published' })).toBe('不足3起');
    expect(showFigure({ value: 2, unit: '场', measure: 'training-sessions' })).toBe('2场');
  });
});
