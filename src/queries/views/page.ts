import type { ImageMetadata } from 'astro';
import type { BodyView, PageHistoryView } from './body.ts';

/** What every page has, and the plain ones: pages and components take views as plain data and never query. */

export interface Link {
  /** With the site's base path. */
  href: string;
  text: string;
}

export interface MetaTag {
  name: string;
  content: string;
}

/** Who we are, on every page. An unset field is undefined and left out. */
export interface SiteView {
  name: string;
  shortName: string;
  slogan: string | undefined;
  organizer: string;
  undertaker: string | undefined;
  office: string;
  phone: string;
  address: string;
  hours: string;
  bus: string | undefined;
  hotlines: { name: string; number: string; help: string }[];
  siteCode: string | undefined;
  icp: string | undefined;
  police: string | undefined;
  reportErrorUrl: string | undefined;
  /** Sample data: a ribbon on the page and `noindex`. */
  demo: boolean;
}

/** What every page has around its content. */
export interface FrameView {
  site: SiteView;
  navigation: (Link & { current: boolean })[];
  footer: Link[];
  home: string;
  search: string;
  feed: string;
}

/** The head of a page. */
export interface HeadView {
  /** Unique in the site; the layout adds the site's name. */
  title: string;
  description: string;
  /** Absolute address of the page. */
  url: string;
  /** From home to the page itself, which is the last. */
  breadcrumbs: Link[];
  /** The rubric's tags of this page: SiteName, ColumnName, ArticleTitle … */
  meta: MetaTag[];
  /** The picture for those who share the page. */
  image: ImageMetadata | undefined;
  /** What machines are told of the page beside the tags; only what is true. */
  data: Record<string, unknown>[];
  /** The page's own feed. */
  feed: Link | undefined;
}

export interface PageView {
  frame: FrameView;
  head: HeadView;
}

/** How a page is handed on: its address in full, its QR code as a picture, and the sheet to print. */
export interface ShareView {
  url: string;
  qr: string;
  /** Undefined where there is nothing to pin up. */
  poster: string | undefined;
}

/** One page of A4 for a notice board: no names of persons, no body. */
export interface PosterView extends PageView {
  /** 公示, 党支部, 产业, 年度报告. */
  kind: string;
  title: string;
  summary: string | undefined;
  facts: { label: string; value: string }[];
  qr: string;
  url: string;
  back: string;
  /** The last day on which the sheet is right, where there is one. */
  validUntil: string | undefined;
}

export interface GoneView extends PageView {
  gone: { on: string; reason: string };
}

/** A row of pages that narrow a directory down. */
export interface Filter {
  title: string;
  links: (Link & { current: boolean })[];
}

/** An old address that leads to the new one. */
export interface MovedView extends PageView {
  to: Link;
}

export interface StandingView extends PageView {
  title: string;
  updated: string;
  owner: string;
  body: BodyView;
  history: PageHistoryView;
}

export interface SitemapView extends PageView {
  groups: { title: string; links: Link[] }[];
}

/** What a static route needs of a page. */
export interface StaticPath<V, P extends Record<string, string | undefined>> {
  params: P;
  props: { view: V };
  /** Fingerprint of the view: a page is a pure function of it. */
  cacheKey: string;
}
