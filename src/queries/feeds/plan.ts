import type { FeedItem } from '../../outputs/feeds/feed.ts';

/** An entry of a feed: when it was published and last changed; nothing more is left of one that was taken down. */
export interface FeedEntry {
  id: string;
  date: string;
  updated: string;
  item: FeedItem | undefined;
}

/** Under what feeds are listed for readers, in this order. */
export const FEED_GROUPS = ['整个网站', '按栏目', '报告、承诺和更正', '按党支部'] as const;

/** A feed to be published. */
export interface FeedPlan {
  group: (typeof FEED_GROUPS)[number];
  /** What it is called in a list on the site. */
  name: string;
  description: string;
  /** Path of the page with the same content, and the paths that it had before: subscribers do not learn of a rename. */
  page: string;
  former: string[];
  entries: FeedEntry[];
}
