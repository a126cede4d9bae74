import { describe, expect, it } from 'vitest';
import { excerptOf, marked } from './excerpt.ts';
import { indexed, normalised, phraseOf, piecesOf, readable } from './text.ts';

const simplified = new Map([
  ['龍', '龙'],
  ['臺', '台'],
]);

describe('a query', () => {
  it.each([
    ['龍潭村', '龙潭村'],
    ['２０２５年', '2025年'],
    ['ＱＱ群', 'qq群'],
  ])('%s is written like the index: %s', (typed, wanted) => {
    expect(normalised(typed, simplified)).toBe(wanted);
  });

  it.each([
    ['春茶 收购价', ['春茶', '收购价']],
    ['“五好”支部', ['五好', '支部']],
    ['81.6万', ['81.6万']],
    ['2025.', ['2025']],
    ['，。', []],
  ])('%s has the pieces %j', (query, pieces) => {
    expect(piecesOf(query)).toEqual(pieces);
  });

  it.each([
    ['青山村', '青 山 村'],
    ['2025年12人', '2025 年 12 人'],
    ['81.6万', '81 㸃 6 万'],
  ])('%s is the phrase “%s”', (piece, phrase) => {
    expect(phraseOf(piece)).toBe(phrase);
  });
});

describe('indexed text', () => {
  it('reads as it was written, but for full-width letters', () => {
    expect(readable(indexed('收入８１．６万元，比上年多3.5%（QQ群）。'))).toBe('收入81．6万元，比上年多3.5%（QQ群）。');
  });
});

describe('a result', () => {
  it('marks whole hits, once each, whatever their case', () => {
    expect(marked('QQ群里说春茶开采', ['qq', '春茶'])).toEqual([
      { text: 'QQ', hit: true },
      { text: '群里说', hit: false },
      { text: '春茶', hit: true },
      { text: '开采', hit: false },
    ]);
  });

  it('shows the words around the first hit, and no hit cut in two at its beginning', () => {
    const text = `${'前'.repeat(60)}春茶${'后'.repeat(200)}`;
    const parts = excerptOf(text, ['春茶']);
    expect(parts.map(({ text: part }) => part).join('')).toMatch(/^…前{24}春茶后+…$/);
  });
});
