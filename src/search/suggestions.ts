/** What the search page knows of words: made at build (src/build/search-index.ts). */
export interface SearchWords {
  /** Pairs of a traditional and a simplified character, one after the other. */
  traditional: string;
  /** Branches and co-ops with their pinyin in full and by initials: `龙潭村党支部`, `longtancundangzhibu`, `ltcdzb`. */
  names: { name: string; url: string; full: string; initials: string }[];
}

const MOST = 3;

/** Names that a query in pinyin begins; for a query that found nothing also those that share its characters. */
export function suggestions(query: string, { names }: SearchWords, nothingFound: boolean): { name: string; url: string }[] {
  const letters = query.replace(/[\s']+/g, '');
  if (/^[a-z]{2,}$/.test(letters))
    return names.filter(({ full, initials }) => full.startsWith(letters) || initials.startsWith(letters)).slice(0, MOST);
  if (!nothingFound) return [];
  const characters = Array.from(new Set(query)).filter((character) => character > '\u2E80');
  const shared = (name: string): number => characters.filter((character) => name.includes(character)).length;
  const enough = Math.min(2, characters.length);
  return names
    .filter(({ name }) => enough > 0 && shared(name) >= enough)
    .sort((a, b) => shared(b.name) - shared(a.name))
    .slice(0, MOST);
}
