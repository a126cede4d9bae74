import type { News } from '../../schemas/news.ts';
import type { EntryRow } from './entries.ts';
import type { Item } from './items.ts';
import type { Sheet } from './model.ts';

function aroundNews(data: News): string[] {
  return [
    `/columns/${data.column}/`,
    ...(data.branches ?? []).map((id) => `/branches/${id}/`),
    ...(data.cooperatives ?? []).map((id) => `/cooperatives/${id}/`),
    ...(data.villages ?? []).map((id) => `/villages/${id}/`),
    // Results name the entries that they count.
    ...(data.events === undefined ? [] : ['/results/']),
  ];
}

/** Lists that show an entry, beside its own page. */
function around(item: Item | undefined, published: boolean): string[] {
  if (item === undefined || item.collection === 'pages') return [];
  return [
    '/',
    `/${item.collection}/`,
    '/sitemap/',
    '/search/',
    '/data/',
    ...(item.collection === 'news' ? aroundNews(item.data as unknown as News) : []),
    // The page lists what was edited after it was published, and what was corrected.
    ...(published && (item.collection === 'news' || item.collection === 'reports') ? ['/corrections/'] : []),
  ];
}

/** Pages that change because of what else does: lists, the home page, the tables of open data. */
export function followers(rows: readonly EntryRow[], { pages, figures, promises }: Omit<Sheet, 'follow' | 'others'>): string[] {
  const own = new Set([...pages, ...promises].map(({ place }) => place));
  const paths = [
    ...rows.flatMap(({ was, is }) => {
      const published = was !== undefined && was.seen !== 'hidden';
      return [...around(was, published), ...around(is, published)];
    }),
    ...(figures.length > 0 ? ['/', '/results/', '/data/'] : []),
    ...(promises.length > 0 ? ['/', '/commitments/', '/data/'] : []),
  ];
  return [...new Set(paths)].filter((path) => !own.has(path)).sort();
}
