import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countText, protectCount, protectCounts, type ShownCount } from './small-counts.ts';

const words = (parts: number[]): { total: string; parts: string[] | undefined } => {
  const shown = protectCounts(parts);
  return { total: countText(shown.total), parts: shown.parts?.map((part) => countText(part)) };
};

describe('protectCount', () => {
  it.each([
    [0, '0起'],
    [1, '不足3起'],
    [2, '不足3起'],
    [3, '3起'],
  ])('%i is shown as %s', (value, text) => {
    expect(countText(protectCount(value), '起')).toBe(text);
  });
});

describe('protectCounts', () => {
  it.each([
    ['nothing small', [5, 4], '9', ['5', '4']],
    ['one small part: its neighbour is withheld too', [3, 1], '4', ['未单列', '未单列']],
    ['the smallest neighbour is taken', [9, 1, 4], '14', ['9', '未单列', '未单列']],
    ['two small parts that cannot be told apart', [1, 2, 7], '10', ['不足3', '不足3', '7']],
    ['twos give themselves away', [2, 2], '4', ['未单列', '未单列']],
    ['a small total hides its parts', [1, 1], '不足3', ['不足3', '不足3']],
    ['zeros say nothing', [0, 1, 6], '7', ['0', '未单列', '未单列']],
  ])('%s', (_case, parts, total, shown) => {
    expect(words(parts)).toEqual({ total, parts: shown });
  });

  it('leaves the list out when it would tell everything', () => {
    expect(protectCounts([1, 1, 1]).parts).toBeUndefined();
  });

  it('never lets a small part be worked out from what is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 }), (parts) => {
        const { total, parts: shown } = protectCounts(parts);
        if (shown === undefined || total.kind !== 'exact') return;
        const worlds = readings(shown, total.value);
        parts.forEach((part, index) => {
          if (part === 1 || part === 2) expect(new Set(worlds.map((world) => world[index])).size).toBeGreaterThan(1);
        });
      }),
    );
  });
});

/** Every list of parts that a reader must think possible: 不足3 is 1 or 2, 未单列 anything above 0. */
function readings(shown: ShownCount[], rest: number): number[][] {
  const [first, ...others] = shown;
  if (first === undefined) return rest === 0 ? [[]] : [];
  const values =
    first.kind === 'exact' ? [first.value] : first.kind === 'small' ? [1, 2] : Array.from({ length: rest }, (_, n) => n + 1);
  return values
    .filter((value) => value <= rest)
    .flatMap((value) => readings(others, rest - value).map((world) => [value, ...world]));
}
