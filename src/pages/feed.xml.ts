import rss from '@astrojs/rss';
import { newsFeed } from '../outputs/feed.ts';
import { feedOfNews } from '../queries/feed.ts';

export const GET = async () => {
  const { site, entries } = await feedOfNews();
  return rss(newsFeed(site, entries));
};
