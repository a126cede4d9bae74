/** What the search page knows of words: made at build (src/build/search-words.ts). */
export interface SearchWords {
  /** Pairs of a traditional and a simplified character, one after the other. */
  traditional: string;
  /** Branches, co-ops, villages and columns with their pinyin, a blank between the syllables: `龙潭村党支部`, `long tan cun dang zhi bu`. */
  names: Named[];
}

interface Named {
  name: string;
  url: string;
  full: string;
}
type Suggested = Pick<Named, 'name' | 'url'>;

const MOST = 4;
/** Initials inside a name: two letters would be in every other. */
const ENOUGH_INSIDE = 3;

/**
 * Names that a query in pinyin begins or is a part of; villages and columns, whose pages are lists and no results, also by a part of
 * their name. For a query that found nothing also those that share its characters.
 */
export function suggestions(query: string, { names }: SearchWords, nothingFound: boolean): Suggested[] {
  const letters = query.replace(/[\s']+/g, '');
  if (/^[a-z]{2,}$/.test(letters)) return best(names, (named) => spelled(named, letters));
  if (!nothingFound) {
    const lists = letters.length < 2 ? [] : names.filter(({ url }) => /^(villages|columns)\//.test(url));
    return best(lists, ({ name }) => partOf(name, letters));
  }
  const characters = Array.from(new Set(query)).filter((character) => character > '\u2E80');
  const enough = Math.min(2, characters.length);
  return best(names, ({ name }) => {
    const shared = characters.filter((character) => name.includes(character)).length;
    return enough > 0 && shared >= enough ? shared : 0;
  });
}

/** Those with most points, the shorter name first; none without a point. */
function best(names: readonly Named[], points: (named: Named) => number): Suggested[] {
  return names
    .map((named) => ({ named, is: points(named) }))
    .filter(({ is }) => is > 0)
    .sort((a, b) => b.is - a.is || a.named.name.length - b.named.name.length)
    .slice(0, MOST)
    .map(({ named }) => named);
}

/** 2 where the letters begin the name, 1 where they begin one of its later syllables. */
function spelled({ full }: Named, letters: string): number {
  const syllables = full.split(' ');
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  const from = (at: number): boolean =>
    syllables.slice(at).join('').startsWith(letters) ||
    ((at === 0 || letters.length >= ENOUGH_INSIDE) && initials.startsWith(letters, at));
  const first = syllables.findIndex((_, at) => from(at));
  return first === 0 ? 2 : first > 0 ? 1 : 0;
}

const partOf = (name: string, part: string): number => (name.startsWith(part) ? 2 : name.includes(part) ? 1 : 0);
