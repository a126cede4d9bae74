import type { Branch } from '../schemas/branch.ts';
import type { News } from '../schemas/news.ts';
import { paths } from './addresses.ts';
import { firstPath, formerPaths } from './former-paths.ts';
import type { Public, Store } from './store.ts';

/** What every kind of entry says of its own life. */
type Life = Pick<Branch, 'changes' | 'withdrawn' | 'formerly'> & Pick<Partial<News>, 'notice'>;

/** An entry of whatever kind, and where it stands. */
export interface Placed {
  entry: Public<Life>;
  title: string;
  path: string;
  /** Paths that it had before, oldest first, without slashes at the ends. */
  former: string[];
  /** Where it was first published: what identifies it for ever. */
  first: string;
}

/** All that has a page of its own, tombstones included. */
export function everyEntry(content: Store): Placed[] {
  const placed = <D extends Life>(
    entries: Public<D>[],
    folder: string,
    path: (id: string) => string,
    title: (fields: D) => string,
  ): Placed[] =>
    entries.map((entry) => ({
      entry,
      title: title(entry.fields),
      path: path(entry.id),
      former: formerPaths(folder, entry.fields),
      first: firstPath(folder, entry.id, entry.fields),
    }));
  return [
    ...placed(content.news, 'news', paths.newsEntry, ({ title }) => title),
    ...placed(content.branches, 'branches', paths.branch, ({ name }) => name),
    ...placed(content.cooperatives, 'cooperatives', paths.cooperative, ({ name }) => name),
    ...placed(content.reports, 'reports', paths.report, ({ title }) => title),
    // The address of a standing page does not name its folder.
    ...placed(content.pages, '', paths.page, ({ title }) => title),
  ];
}
