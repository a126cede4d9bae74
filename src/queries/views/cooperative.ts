import type { BodyView, PageHistoryView, PictureView } from './body.ts';
import type { NewsCardView } from './news.ts';
import type { Filter, Link, PageView, ShareView } from './page.ts';

/** Co-ops and farms. */

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
