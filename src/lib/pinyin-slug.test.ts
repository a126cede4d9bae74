import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinyinSlug } from './pinyin-slug.ts';

describe('a slug from Chinese text', () => {
  it.each([
    ['石桥村春耕备耕', 'shi-qiao-cun-chun'],
    ['“五好”支部评定办法', 'wu-hao-zhi-bu'],
    ['2026年第1季度公示', '2026-nian-di-1'],
    ['重庆来的行长办银行', 'chong-qing-lai-de'],
    ['绿化和旅游', 'lv-hua-he-lv'],
    ['ＡＢＣ合作社', 'abc-he-zuo-she'],
    ['——', ''],
  ])('%s → %s', (text, slug) => {
    expect(pinyinSlug(text)).toBe(slug);
  });

  it('passes over names that say nothing, unless there is nothing else', () => {
    expect(pinyinSlug('石桥村春耕备耕', { without: ['石桥村'] })).toBe('chun-geng-bei-geng');
    expect(pinyinSlug('石桥村', { without: ['石桥村'] })).toBe('shi-qiao-cun');
    expect(pinyinSlug('春耕', { words: 1 })).toBe('chun');
  });

  it('is fit for a folder, whatever the text', () => {
    const characters = fc.constantFrom(...Array.from('石桥村绿女𠮷一〔〕ＡbZ9-_. 　：é'));
    fc.assert(
      fc.property(fc.array(characters, { maxLength: 12 }), (text) => {
        expect(pinyinSlug(text.join(''))).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      }),
    );
  });
});
