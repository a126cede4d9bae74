import { describe, expect, it } from 'vitest';
import { alignColumns, textWidth } from './text-width.ts';

describe('textWidth', () => {
  it.each([
    ['abc', 3],
    ['党支部', 6],
    ['75%', 3],
    ['“五好”', 8],
    ['１２', 4],
  ])('%s takes %i columns', (text, width) => {
    expect(textWidth(text)).toBe(width);
  });
});

describe('alignColumns', () => {
  it('puts the second column at one place', () => {
    const [first = '', second = ''] = alignColumns([
      ['党支部', '12个'],
      ['a', '9'],
    ]);
    expect(textWidth(first.slice(0, first.indexOf('12')))).toBe(textWidth(second.slice(0, second.indexOf('9'))));
  });

  it('cuts what is too long', () => {
    expect(alignColumns([['一二三四五六']], 8)).toEqual(['一二三…']);
  });
});
