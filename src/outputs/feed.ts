import type { RSSFeedItem, RSSOptions } from '@astrojs/rss';

/** What the feed says of an entry. */
export interface FeedEntry {
  title: string;
  /** Absolute address. */
  url: string;
  /** `YYYY-MM-DD HH:MM`, Asia/Shanghai. */
  date: string;
  summary: string;
  column: string;
}

/** Options of the RSS 2.0 feed: newest first, at most 50 entries, nothing from the clock of the build. */
export function newsFeed(
  site: { name: string; description: string; url: string; feed: string },
  entries: readonly FeedEntry[],
): RSSOptions {
  const newest = [...entries].sort((a, b) => b.date.localeCompare(a.date)).slice(0, 50);
  return {
    title: site.name,
    description: site.description,
    site: site.url,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: `<language>zh-cn</language><atom:link href="${site.feed}" rel="self" type="application/rss+xml"/>`,
    items: newest.map((entry): RSSFeedItem => ({
      title: entry.title,
      link: entry.url,
      pubDate: new Date(`${entry.date.slice(0, 10)}T${entry.date.slice(11) || '00:00'}:00+08:00`),
      description: entry.summary,
      categories: [entry.column],
    })),
  };
}
