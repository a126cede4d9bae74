import type { RSSFeedItem, RSSOptions } from '@astrojs/rss';
import { escapeText, rfc3339, type FeedDocument, type FeedItem } from './feed.ts';

const link = (rel: string, address: string | undefined): string =>
  address === undefined ? '' : `<atom:link href="${escapeText(address)}.xml" rel="${rel}" type="application/rss+xml"/>`;

/** The links of RFC 5005: from the newest items to the archives, and from one archive to the next. */
function links({ address, current, older, newer }: FeedDocument): string {
  const archive = address === current ? '' : `<fh:archive/>${link('current', current)}`;
  return `${link('self', address)}${archive}${link('prev-archive', older)}${link('next-archive', newer)}`;
}

/** Options of an RSS 2.0 document; nothing in it is from the clock of the build. */
export function rssOptions(feed: FeedDocument): RSSOptions {
  const built =
    feed.updated === undefined ? '' : `<lastBuildDate>${new Date(rfc3339(feed.updated)).toUTCString()}</lastBuildDate>`;
  return {
    title: feed.title,
    description: feed.description,
    site: feed.page,
    xmlns: {
      atom: 'http://www.w3.org/2005/Atom',
      dc: 'http://purl.org/dc/elements/1.1/',
      fh: 'http://purl.org/syndication/history/1.0',
    },
    customData: `<language>zh-cn</language>${built}${links(feed)}`,
    items: feed.items.map(rssItem),
  };
}

function rssItem({ id, url, title, date, summary, html, tags, by, recording }: FeedItem): RSSFeedItem {
  return {
    title,
    link: url,
    pubDate: new Date(rfc3339(date)),
    description: summary,
    content: html,
    categories: tags,
    customData: `<guid isPermaLink="false">${escapeText(id)}</guid><dc:creator>${escapeText(by)}</dc:creator>`,
    ...(recording && { enclosure: { url: recording.url, length: recording.bytes, type: recording.type } }),
  };
}
