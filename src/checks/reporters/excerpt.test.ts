import { describe, expect, it } from 'vitest';
import { excerpt } from './excerpt.ts';

describe('excerpt', () => {
  it('puts the caret under a Chinese character with full-width blanks', () => {
    expect(excerpt('title：石桥村', 6)).toEqual({ line: 'title：石桥村', caret: '     ^' });
    expect(excerpt('标题：春耕 a', 6)).toEqual({ line: '标题：春耕 a', caret: '\u3000\u3000\u3000\u3000\u3000^' });
  });

  it('keeps tabs and counts an emoji as two units, as editors do', () => {
    expect(excerpt('\ta😀b', 5)).toEqual({ line: '\ta😀b', caret: '\t   ^' });
  });

  it('shows the neighbourhood of a place in a long line', () => {
    const { line, caret } = excerpt(`${'春'.repeat(100)}<5%${'耕'.repeat(100)}`, 101);
    expect(line).toBe(`…${'春'.repeat(30)}<5%${'耕'.repeat(37)}…`);
    expect(Array.from(line)[Array.from(caret).length - 1]).toBe('<');
  });

  it('survives a column behind the end', () => {
    expect(excerpt('date:', 99)).toEqual({ line: 'date:', caret: '     ^' });
  });
});
