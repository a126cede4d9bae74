import type { ImageMetadata } from 'astro';
import type { YearValue } from './measure-views.ts';
import type { MatrixView, MeetingOverview, MeetingRow } from './record-views.ts';
import type { DocumentText } from '../documents/document-text.ts';
import type { Block, Heading } from '../schemas/blocks.ts';

/** Everything a page shows, as plain data: pages and components take these and never query. */

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

export interface PictureView {
  image: ImageMetadata;
  alt: string;
  caption: string | undefined;
  credit: string | undefined;
}

/** A figure as text, with the page that shows where it comes from. */
export interface FigureView {
  id: string;
  label: string;
  /** `1 126 人次`, `75 %（9/12）`. */
  text: string;
  /** The same in pieces for large type: `75`, `%`, `9/12`. */
  parts: { value: string; unit: string; share: string | undefined };
  /** One of the few that open the home page. */
  headline: boolean;
  definition: string;
  asOf: string;
  /** The value of the year before, and what changed in the definition. */
  previous: { text: string; change: string; note: string | undefined } | undefined;
  /** Who answers for it. */
  owner: string;
  /** The measure it is compared with, or the document it was taken from. */
  source: string;
  href: string;
}

export interface BodyView {
  blocks: Block[];
  headings: Heading[];
  images: Record<string, ImageMetadata>;
  /** `<report>/<id>` → the figures that the body calls. */
  figures: Record<string, FigureView>;
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

/** A recording of the text. */
export interface AudioView {
  src: string;
  /** `3分20秒，镇广播站朗读`. */
  text: string;
}

/** A row of a list of news. */
export interface NewsCardView {
  href: string;
  title: string;
  /** `YYYY-MM-DD HH:MM`, Asia/Shanghai. */
  date: string;
  source: string;
  summary: string;
  column: Link;
  cover: PictureView | undefined;
  /** First and last day of a 公示; the reader's clock says whether it runs. */
  notice: { from: string; until: string } | undefined;
}

export interface AttachmentView {
  /** Its page. */
  href: string;
  /** The file itself. */
  file: string;
  title: string;
  summary: string | undefined;
  /** `PDF，48 KB`. */
  kind: string;
}

/** An attachment as a page. */
export interface AttachmentPageView extends PageView {
  summary: string | undefined;
  entry: Link;
  /** The original, with its kind and size. */
  file: Link;
  text: DocumentText;
}

/** An entry that was taken down: the fact stays at its address, nothing else anywhere. */
/** What happened to a page after it was published. */
export interface PageHistoryView {
  /** What its authors say was changed. */
  changes: { on: string; what: string }[];
  /** Days on which its files were changed, from git, newest first. */
  edited: string[];
  /** The page with the corrections of the whole site. */
  all: string;
}

export interface GoneView extends PageView {
  gone: { on: string; reason: string };
}

/** What an article says: its page prints it, and the feeds carry it. */
export interface NewsText {
  summary: string;
  cover: PictureView | undefined;
  photos: PictureView[];
  audio: AudioView | undefined;
  /** Undefined when its 公示 is over. */
  body: BodyView | undefined;
  notice:
    | {
        kind: string;
        from: string;
        until: string;
        by: string;
        phone: string;
        address: string | undefined;
        result: string | undefined;
        ended: boolean;
      }
    | undefined;
  document:
    | { number: string; issuer: string; repealed: { on: string; successor: Link | undefined } | undefined; replaces: Link[] }
    | undefined;
  decision:
    | { matter: string; steps: { name: string; on: string; text: string }[]; result: { on: string; text: string } | undefined }
    | undefined;
  attachments: AttachmentView[];
  changes: { on: string; what: string }[];
}

export interface NewsView extends PageView, NewsText {
  history: PageHistoryView;
  title: string;
  date: string;
  source: string;
  author: string | undefined;
  reviewer: string;
  column: Link;
  importedFrom: string | undefined;
  branches: Link[];
  villages: Link[];
  cooperatives: Link[];
  /** Entries on the same co-op, branch or village, the nearest first. */
  related: NewsCardView[];
  /** Newer and older entry of the same column. */
  newer: Link | undefined;
  older: Link | undefined;
  share: ShareView;
}

/** What was changed, repealed or taken down after it was published. */
export interface CorrectionsView extends PageView {
  /** Pages edited since they were published, with the days, newest first. */
  edited: { page: Link; days: string[] }[];
  corrections: { on: string; kind: '更正' | '废止' | '撤下'; page: Link; what: string }[];
}

/** One page of a list of news: all of it, or a column. */
export interface NewsListView extends PageView {
  title: string;
  description: string;
  columns: (Link & { current: boolean })[];
  /** On the first page of all news: the archives. */
  filters: Filter[];
  items: NewsCardView[];
  page: number;
  pages: Link[];
}

export interface BranchCardView {
  href: string;
  name: string;
  kind: string;
  villages: string[];
  /** 正式党员 and 预备党员. */
  members: number;
  summary: string;
  cover: PictureView | undefined;
}

/** A row of pages that narrow a directory down. */
export interface Filter {
  title: string;
  links: (Link & { current: boolean })[];
}

export interface BranchListView extends PageView {
  committee: BranchCardView | undefined;
  branches: BranchCardView[];
  filters: Filter[];
}

/** All that the site has of a village. */
export interface VillageView extends PageView {
  name: string;
  others: (Link & { current: boolean })[];
  branches: BranchCardView[];
  grids: { name: string; area: string; leader: string; phone: string }[];
  cooperatives: CooperativeCardView[];
  news: NewsCardView[];
}

/** The news of a year by months. */
export interface ArchiveView extends PageView {
  years: (Link & { current: boolean })[];
  months: { title: string; items: NewsCardView[] }[];
}

/** An old address that leads to the new one. */
export interface MovedView extends PageView {
  to: Link;
}

export interface BranchView extends PageView {
  history: PageHistoryView;
  name: string;
  summary: string;
  cover: PictureView | undefined;
  body: BodyView;
  /** Label and value: kind, village, founded, term, members … */
  facts: { label: string; value: string; time?: string }[];
  committee: { role: string; name: string; since: string }[];
  place: { name: string; address: string; hours: string; phone: string; themeDay: number; calendar: string };
  systems: { name: string; summary: string }[];
  /** 三会一课 of the newest year on record, the last meetings, and the page of all. */
  meetings: { matrix: MatrixView; recent: MeetingRow[] } | undefined;
  /** The page of all records and earlier assessments. */
  records: string | undefined;
  /** “五好”, newest year first. */
  assessments: {
    year: number;
    /** Of the items that are called met: how many show their evidence. */
    coverage: { total: number; withEvidence: number };
    heads: {
      name: string;
      items: {
        text: string;
        state: string;
        required: boolean;
        on: string | undefined;
        note: string | undefined;
        evidence: (Link | { text: string })[];
      }[];
    }[];
  }[];
  honours: { title: string; text: string; on: string; evidence: Link | undefined }[];
  grids: { name: string; area: string; households: number; leader: string; phone: string; report: string[] }[];
  points: { year: number; rules: string[]; bands: { name: string; range: string; members: number }[] } | undefined;
  catalogue: { item: string; scope: string; timing: string }[];
  industries: Link[];
  news: NewsCardView[];
  updated: string;
  superior: Link | undefined;
  share: ShareView;
}

export interface CooperativeCardView {
  href: string;
  name: string;
  kind: string;
  industry: string;
  villages: string[];
  products: string[];
  summary: string;
  cover: PictureView | undefined;
  /** 带动农户 of the last year on record. */
  households: { year: number; value: number } | undefined;
}

export interface CooperativeListView extends PageView {
  groups: { industry: string; items: CooperativeCardView[] }[];
  filters: Filter[];
}

export interface CooperativeView extends PageView {
  history: PageHistoryView;
  name: string;
  summary: string;
  cover: PictureView | undefined;
  photos: PictureView[];
  body: BodyView;
  branch: Link;
  facts: { label: string; value: string; time?: string }[];
  products: {
    name: string;
    season: string;
    /** 1 to 12. */
    months: number[];
    unit: string | undefined;
    certificate: { text: string; validUntil: string } | undefined;
  }[];
  households: { year: number; value: number; asOf: string; method: string }[];
  /** 万元. */
  accounts: { year: number; revenue: number; surplus: number; returned: number; collectiveIncome: number; source: string }[];
  distribution: { year: number; rows: { to: string; amount: number; share: string }[]; total: number }[];
  shares:
    | { unit: string; total: number; asOf: string; rows: { holder: string; kind: string; amount: number; share: string }[] }
    | undefined;
  outlets: { channel: string; name: string; address: string | undefined; phone: string | undefined; hours: string | undefined }[];
  difficulties: string[];
  news: NewsCardView[];
  updated: string;
  share: ShareView;
}

export interface ReportCardView {
  href: string;
  title: string;
  year: number;
  date: string;
  summary: string;
}

export interface ReportListView extends PageView {
  reports: ReportCardView[];
}

export interface CommitmentView {
  id: string;
  /** The promise's own page, with the base. */
  href: string;
  title: string;
  problem: string;
  source: string;
  standard: string;
  measure: string;
  owner: string;
  state: string;
  /** Day due now, and the first promise when it was postponed. */
  due: string;
  firstDue: string;
  open: boolean;
  history: {
    on: string;
    state: string;
    note: string;
    by: string;
    verifier: string | undefined;
    evidence: (Link | { text: string })[];
  }[];
  report: Link;
}

export interface ReportView extends PageView {
  history: PageHistoryView;
  title: string;
  year: number;
  date: string;
  source: string;
  author: string;
  reviewer: string;
  summary: string;
  grade: string | undefined;
  audio: AudioView | undefined;
  body: BodyView;
  figures: FigureView[];
  answers: { title: string; href: string; result: string; text: string }[];
  /** How many of the claims can be looked up. */
  coverage: { total: number; withEvidence: number; percent: number | undefined };
  claims: { text: string; evidence: (Link | { text: string })[] }[];
  commitments: CommitmentView[];
  older: Link | undefined;
  newer: Link | undefined;
  share: ShareView;
}

/** One of the headline results: its number, a sentence, and the years. */
export interface HeadlineView {
  figure: FigureView;
  sentence: string;
  years: YearValue[];
}

/** “五好” of the last year assessed, by branch and by item. */
export interface StandardOverview {
  year: number;
  heads: string[];
  branches: (Link & { standardised: boolean; cells: { met: number; total: number }[] })[];
  items: { head: string; text: string; required: boolean; counts: { 达标: number; 未达标: number; 未评: number } }[];
}

/** How far the promises of each report have come. */
export interface CommitmentStates {
  /** Groups of states, in the order of the counts. */
  states: string[];
  years: { year: number; href: string; counts: number[] }[];
}

/** All figures of one report. */
export interface YearResultsView extends PageView {
  year: number;
  report: Link;
  figures: FigureView[];
}

export interface ResultsView extends PageView {
  /** The pages with all figures of a year. */
  years: Link[];
  headlines: HeadlineView[];
  /** Measures with their years side by side. */
  compared: { title: string; years: YearValue[] }[];
  /** Of the last year reported. */
  industries:
    { year: number; rows: { industry: string; values: { title: string; value: number; text: string }[] }[] } | undefined;
  standard: StandardOverview | undefined;
  meetings: MeetingOverview | undefined;
  promises: { states: CommitmentStates; all: Link } | undefined;
}

/** The ledger, or the part of it with one state, owner or year. */
export interface LedgerView extends PageView {
  filters: { title: string; links: (Link & { current: boolean })[] }[];
  /** On the page of the whole ledger. */
  states: CommitmentStates | undefined;
  commitments: CommitmentView[];
  all: Link;
  /** The page of the days on which they are due; undefined while there are none. */
  calendar: string | undefined;
}

/** A promise as a story in time. */
export interface PromiseView extends PageView {
  commitment: CommitmentView;
  /** What happened, oldest first: said in the report, worked on, answered, closed. */
  story: (CommitmentView['history'][number] & { in: Link | undefined })[];
  owner: Link;
}

export interface HomeView extends PageView {
  figures: FigureView[];
  /** The year of the report that the figures are from. */
  figuresYear: number | undefined;
  notices: NewsCardView[];
  /** The newest entry that has a picture, and the newest others. */
  lead: NewsCardView | undefined;
  news: NewsCardView[];
  /** The day of the newest entry: a reader's clock tells whether the page is stale. */
  newest: string | undefined;
  branches: number;
  cooperatives: number;
  openCommitments: number;
  links: Record<'news' | 'branches' | 'cooperatives' | 'results' | 'commitments' | 'reports', string>;
}

export interface StandingView extends PageView {
  title: string;
  updated: string;
  owner: string;
  body: BodyView;
}

export interface SitemapView extends PageView {
  groups: { title: string; links: Link[] }[];
}

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

/** What a static route needs of a page. */
export interface StaticPath<V, P extends Record<string, string | undefined>> {
  params: P;
  props: { view: V };
  /** Fingerprint of the view: a page is a pure function of it. */
  cacheKey: string;
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
