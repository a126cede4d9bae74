import type { BodyView, PageHistoryView, PictureView } from './body.ts';
import type { CooperativeCardView } from './cooperative.ts';
import type { NewsCardView } from './news.ts';
import type { Filter, Link, PageView, ShareView } from './page.ts';
import type { MatrixView, MeetingRow } from './record.ts';

/** Branches and villages. */

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
