import { rfc3339, type FeedDocument, type FeedItem } from './feed.ts';

/** A document of JSON Feed 1.1; `next_url` leads to the older items. */
export function jsonFeed({ address, older, publisher, ...feed }: FeedDocument): string {
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.page,
    feed_url: `${address}.json`,
    next_url: older && `${older}.json`,
    icon: feed.icon,
    language: 'zh-CN',
    authors: [publisher],
    items: feed.items.map(jsonItem),
  };
  return `${JSON.stringify(document, null, 1)}\n`;
}

function jsonItem({ id, url, title, date, updated, summary, html, tags, by, image, recording }: FeedItem) {
  return {
    id,
    url,
    title,
    summary,
    content_html: html,
    image,
    date_published: rfc3339(date),
    date_modified: rfc3339(updated),
    authors: [{ name: by }],
    tags,
    attachments: recording && [
      {
        url: recording.url,
        mime_type: recording.type,
        size_in_bytes: recording.bytes,
        duration_in_seconds: recording.seconds,
      },
    ],
  };
}
