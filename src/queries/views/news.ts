import type { DocumentText } from '../../documents/document-text.ts';
import type { AudioView, BodyView, PageHistoryView, PictureView } from './body.ts';
import type { Filter, Link, PageView, ShareView } from './page.ts';

/** News, their lists and files, and what was changed in them. */

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

/** The news of a year by months. */
export interface ArchiveView extends PageView {
  years: (Link & { current: boolean })[];
  months: { title: string; items: NewsCardView[] }[];
}
