import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barChart } from './bars.ts';
import { stackChart } from './stacks.ts';

const counts = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 8 });

describe('bars', () => {
  it('are as long as their values, from zero, and leave room for the words', () => {
    fc.assert(
      fc.property(counts, (values) => {
        const chart = barChart(
          values.map((value, index) => ({ label: `产业${String(index)}`, value, text: `${String(value)}户` })),
        );
        const most = Math.max(...values);
        const longest = Math.max(...chart.bars.map(({ width }) => width));
        for (const { value, width } of chart.bars) {
          expect(width).toBeCloseTo(most === 0 ? 0 : (value / most) * longest, 0);
          expect(chart.axis + width).toBeLessThan(chart.width);
        }
      }),
    );
  });

  it('of percentages are measured against the whole', () => {
    const [half, whole] = barChart(
      [
        { label: '2024年', value: 50, text: '50%' },
        { label: '2025年', value: 75, text: '75%' },
      ],
      { full: 100 },
    ).bars;
    const [full] = barChart([{ label: '2024年', value: 100, text: '50%' }], { full: 100 }).bars;
    expect((half?.width ?? 0) * 2).toBeCloseTo(full?.width ?? 0, 0);
    expect((whole?.width ?? 0) / 0.75).toBeCloseTo(full?.width ?? 0, 0);
  });

  it('do not overlap', () => {
    const { bars, height } = barChart([1, 2, 3].map((value) => ({ label: '村', value, text: String(value) })));
    for (const [index, { y, height: thick }] of bars.entries())
      expect(y + thick).toBeLessThanOrEqual(bars[index + 1]?.y ?? height);
  });
});

describe('stacks', () => {
  it('lay their segments end to end, on one scale', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 4 }), (values) => {
        const chart = stackChart(
          values.map((each, index) => ({ label: String(index), values: [...each] })),
          3,
        );
        const most = Math.max(1, ...values.map(([a, b, c]) => a + b + c));
        for (const { segments } of chart.rows) {
          let end = chart.axis;
          for (const { x, width, value } of segments) {
            expect(x).toBeCloseTo(end, 0);
            expect(width).toBeCloseTo((value / most) * (chart.width - chart.axis), 0);
            end = x + width;
          }
        }
      }),
    );
  });
});
