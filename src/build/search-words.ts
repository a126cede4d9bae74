import { Converter } from 'opencc-js';
import { pinyin } from 'pinyin-pro';
import type { SearchWords } from '../search/suggestions.ts';
import type { SearchRecord } from './search-records.ts';

/** A page that is offered by its name. */
export interface NamedPage {
  name: string;
  url: string;
}

/** What the search page has to know of words: traditional characters for those of the pages, and the pinyin of the names. */
export function searchWords(records: readonly Pick<SearchRecord, 'title' | 'text'>[], named: readonly NamedPage[]): SearchWords {
  const characters = new Set(
    records.flatMap(({ title, text }) => Array.from(title + text)).filter((character) => /\p{Script=Han}/u.test(character)),
  );
  const simplify = (['t', 'tw', 'hk'] as const).map((from) => Converter({ from, to: 'cn' }));
  // Every character of the block that some standard writes for one of the site's own, and that the site does not use itself.
  const pairs = Array.from({ length: 0x9fff - 0x4e00 }, (_, index) => String.fromCodePoint(0x4e00 + index))
    .filter((character) => !characters.has(character))
    .flatMap((character) => {
      const simplified = simplify.map((convert) => convert(character)).find((each) => each !== character && characters.has(each));
      return simplified === undefined ? [] : [character + simplified];
    });
  return {
    traditional: pairs.join(''),
    names: named.map(({ name, url }) => ({
      name,
      url,
      full: pinyin(name, { toneType: 'none', type: 'array', v: true }).join(' ').toLowerCase(),
    })),
  };
}
