import type { NewsCardView } from './news.ts';
import type { Link, PageView, ShareView } from './page.ts';

/** How readers find and follow: search, feeds, calendars. */

export interface SearchView extends PageView {
  /** The base of the site: the index stands below it. */
  site: string;
  /** What a search can be narrowed down by. */
  choices: { name: string; label: string; options: string[] }[];
  /** Shown before anything is typed. */
  recent: NewsCardView[];
  /** For readers without JavaScript, and when nothing is found. */
  sections: { title: string; links: Link[] }[];
}

/** Feeds of one kind, with their addresses. */
export interface FeedGroup {
  title: string;
  feeds: { page: Link; description: string; rss: string; json: string; qr: string }[];
}

/** How to be told of what is new. */
export interface SubscribeView extends PageView {
  /** The feed of everything: where it is, and its full address to type or copy. */
  everything: Link;
  qr: string;
  /** All feeds as a file for reader programs. */
  list: string;
  groups: FeedGroup[];
  /** Calendars: the page with their events, and the file. */
  calendars: { page: Link; file: string }[];
  share: ShareView;
}

/** A calendar as a page, with the same events as its file. */
export interface CalendarView extends PageView {
  lead: string;
  /** The file, and its full address to type or copy. */
  file: string;
  address: string;
  subscribe: string;
  groups: { title: string; events: { id: string; link: Link; text: string; from: string; until: string }[] }[];
  share: ShareView;
}
