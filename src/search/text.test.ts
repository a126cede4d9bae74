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
    ['1,043户', '1043户'],
    ['１，０４３户', '1043户'],
    ['1,234,567.8元', '1234567.8元'],
    ['12,34', '12,34'],
    ['2025,1043', '2025,1043'],
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

  it('has one number where the author parts the thousands, and reads well', () => {
    expect(readable(indexed('全镇1,043户、3,120人，集体收入1,234.5万元；第12,13页。'))).toBe(
      '全镇1043户、3120人，集体收入1234.5万元；第12,13页。',
    );
    expect(indexed('1,043户')).toBe(indexed('1043户'));
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

  it('marks a number in a title that parts its thousands', () => {
    expect(marked('1,043户用上新水', ['1043户'])).toEqual([
      { text: '1,043户', hit: true },
      { text: '用上新水', hit: false },
    ]);
  });

  it('shows the words around the first hit, and no hit cut in two at its beginning', () => {
    const text = `${'前'.repeat(60)}春茶${'后'.repeat(200)}`;
    const parts = excerptOf(text, ['春茶']);
    expect(parts.map(({ text: part }) => part).join('')).toMatch(/^…前{24}春茶后+…$/);
  });
});
