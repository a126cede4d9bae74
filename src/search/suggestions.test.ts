import { describe, expect, it } from 'vitest';
import { searchWords } from '../build/search-words.ts';
import { suggestions } from './suggestions.ts';

const words = searchWords(
  [],
  [
    { name: '龙潭村党支部', url: 'branches/longtan/' },
    { name: '青禾田园综合体联合党支部', url: 'branches/tianyuan/' },
    { name: '田园农机专业合作社', url: 'cooperatives/nongji/' },
    { name: '龙潭村', url: 'villages/longtan/' },
    { name: '基层组织建设', url: 'columns/organization/' },
  ],
);

describe('suggestions', () => {
  it.each([
    ['longtan', false, ['龙潭村', '龙潭村党支部']],
    ['long tan', false, ['龙潭村', '龙潭村党支部']],
    ["long'tan", false, ['龙潭村', '龙潭村党支部']],
    ['ltc', false, ['龙潭村', '龙潭村党支部']],
    ['ltcdz', false, ['龙潭村党支部']],
    ['l', false, []],
    // From the middle of a name, behind those that begin so.
    ['tianyuan', false, ['田园农机专业合作社', '青禾田园综合体联合党支部']],
    ['zuzhi', false, ['基层组织建设']],
    ['zzjs', false, ['基层组织建设']],
    // Not from the middle of a syllable, and not by any two initials.
    ['ianyuan', false, []],
    ['zb', false, []],
    // Villages and columns by a part of their names; the pages of the others are results themselves.
    ['龙潭', false, ['龙潭村']],
    ['组织建设', false, ['基层组织建设']],
    ['龙', false, []],
    ['龙潭水', false, []],
    ['龙潭水', true, ['龙潭村', '龙潭村党支部']],
    ['组织生活', true, ['基层组织建设']],
    ['天气', true, []],
  ])('for %s (nothing found: %s) are %j', (query, nothing, names) => {
    expect(suggestions(query, words, nothing).map(({ name }) => name)).toEqual(names);
  });
});
