import type { Engine, SearchFilters } from './engine.ts';
import { placeOf } from './engine.ts';
import { excerptOf, marked } from './excerpt.ts';
import { indexed, phraseOf, readable, withoutGroups } from './text.ts';

interface Found {
  id: string;
  data: () => Promise<{ url: string; content: string; meta: Record<string, string | undefined> }>;
}

interface Pagefind {
  init: () => Promise<void>;
  search: (query: string, options: object) => Promise<{ results: Found[] } | null>;
}

interface PagefindModule {
  createInstance: (options: object) => Pagefind;
}

/** Titles count ten times; the readable title is not indexed again. */
const RANKING = { metaWeights: { t: 10, title: 0, kind: 0, column: 0, date: 0 } };

/** Not Array.flat: Chromium 66 has none. */
const valuesOf = (value: string | string[] | undefined): string[] => (typeof value === 'string' ? [value] : (value ?? []));

/** The text below the title, which stands above the excerpt anyway. */
function withoutTitle(text: string, title: string): string {
  const asIndexed = readable(indexed(title));
  return text.startsWith(asIndexed) ? text.slice(asIndexed.length).replace(/^[。\s]+/, '') : text;
}

/** The full index. Rejects where WebAssembly is missing, refused or too old. `base`: the folder of the index. */
export async function pagefindEngine(base: string, site: string, loadFilters: () => Promise<SearchFilters>): Promise<Engine> {
  const module = (await import(/* @vite-ignore */ `${base}pagefind.js`)) as PagefindModule;
  const pagefind = module.createInstance({ basePath: base, baseUrl: site, noWorker: true, ranking: RANKING });
  await pagefind.init();
  const pages = new Map<string, Found>();
  const find = async (query: string): Promise<string[]> =>
    ((await pagefind.search(query, {}))?.results ?? []).map((result) => {
      pages.set(result.id, result);
      return result.id;
    });
  return async (pieces, { filters, order }) => {
    // Each piece must stand as it is, so each is a phrase; the pages that have them all are what the last one found of the others.
    let found = await find(`"${phraseOf(pieces[0] ?? '')}"`);
    for (const piece of pieces.slice(1)) {
      const also = new Set(await find(`"${phraseOf(piece)}"`));
      found = found.filter((id) => also.has(id));
    }
    const wanted = Object.keys(filters);
    const known = wanted.length > 0 || order === 'date' ? await loadFilters() : {};
    found = found.filter((id) => wanted.every((name) => valuesOf(known[id]?.[name]).includes(filters[name] ?? '')));
    if (found.length > 1) {
      const ranked = order === 'date' ? Object.keys(known) : await find(pieces.map(phraseOf).join(' '));
      const rank = new Map(ranked.map((id, index) => [id, index]));
      found.sort((a, b) => (rank.get(a) ?? ranked.length) - (rank.get(b) ?? ranked.length));
    }
    return {
      total: found.length,
      show: async (from, to) => {
        const hits = await Promise.all(found.slice(from, to).flatMap((id) => pages.get(id)?.data() ?? []));
        // Pagefind counts the characters of a title one by one; a title that has the words as they were typed goes before.
        const isNamed = (title = ''): boolean => pieces.every((piece) => withoutGroups(title.toLowerCase()).includes(piece));
        if (order === 'relevance') hits.sort((a, b) => Number(isNamed(b.meta['title'])) - Number(isNamed(a.meta['title'])));
        return hits.map(({ url, content, meta }) => ({
          url,
          title: marked(meta['title'] ?? url, pieces),
          excerpt: excerptOf(withoutTitle(readable(content), meta['title'] ?? ''), pieces),
          place: placeOf(meta),
        }));
      },
    };
  };
}
