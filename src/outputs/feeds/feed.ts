/** One item of a feed, as every format tells it. */
export interface FeedItem {
  /** Never changes: a mark of the township and the first address of the entry in the site, so that neither a rename nor a new domain posts it anew. */
  id: string;
  /** Absolute address. */
  url: string;
  title: string;
  /** `YYYY-MM-DD HH:MM` or the day alone, Asia/Shanghai. */
  date: string;
  /** When it was last changed; the same form. */
  updated: string;
  summary: string;
  /** The whole text as HTML that stands alone: absolute addresses, no styles, no scripts. */
  html: string;
  tags: string[];
  /** The unit that wrote it. */
  by: string;
  /** Absolute address of its picture. */
  image: string | undefined;
  recording: { url: string; type: string; bytes: number; seconds: number } | undefined;
}

/** One document of a feed: its newest items, or an archive of older ones (RFC 5005). Addresses are without `.xml` or `.json`. */
export interface FeedDocument {
  title: string;
  description: string;
  /** The page with the same content. */
  page: string;
  publisher: { name: string; url: string };
  icon: string;
  address: string;
  /** The document with the newest items. */
  current: string;
  /** The archives before and after it. */
  older: string | undefined;
  newer: string | undefined;
  /** When the content last changed, a takedown included; undefined while there is none. */
  updated: string | undefined;
  items: FeedItem[];
}

/** What stands in a list of feeds. */
export interface FeedOutline {
  title: string;
  page: string;
  address: string;
}

/** `2026-03-05 09:30` → `2026-03-05T09:30:00+08:00`, as RFC 3339 wants it; a day begins at midnight. */
export const rfc3339 = (moment: string): string => `${moment.slice(0, 10)}T${moment.slice(11) || '00:00'}:00+08:00`;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML or HTML, in content and in attributes. Characters that XML cannot hold are left out. */
export const escapeText = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- these are the ones that make XML unreadable
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '').replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
