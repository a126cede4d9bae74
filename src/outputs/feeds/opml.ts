import { escapeText, type FeedOutline } from './feed.ts';

/** All feeds as one OPML 2.0 file: a reader program takes them over in one go. */
export function opml(title: string, feeds: readonly FeedOutline[]): string {
  const rows = feeds.map(
    (feed) =>
      `    <outline type="rss" text="${escapeText(feed.title)}" title="${escapeText(feed.title)}" xmlUrl="${escapeText(feed.address)}.xml" htmlUrl="${escapeText(feed.page)}"/>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head>
    <title>${escapeText(title)}</title>
  </head>
  <body>
${rows.join('\n')}
  </body>
</opml>
`;
}
