import { absolute, paths } from './addresses.ts';
import { newsCard, standing } from './shared.ts';
import { store } from './store.ts';
import type { FeedEntry } from '../outputs/feed.ts';

/** What the feed of all news holds; entries taken down and texts of 公示 that are over are not among it. */
export async function feedOfNews(): Promise<{
  site: { name: string; description: string; url: string; feed: string };
  entries: FeedEntry[];
}> {
  const content = await store();
  const { name, description } = content.site;
  return {
    site: { name, description, url: absolute(paths.home), feed: absolute(paths.feed) },
    entries: standing(content.news).map((entry) => {
      const card = newsCard(content, entry);
      return {
        title: card.title,
        url: absolute(paths.newsEntry(entry.id)),
        date: card.date,
        summary: card.summary,
        column: card.column.text,
      };
    }),
  };
}
