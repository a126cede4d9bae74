import type { AudioView, BodyView, FigureView, PageHistoryView } from './body.ts';
import type { CommitmentView } from './commitment.ts';
import type { Link, PageView, ShareView } from './page.ts';

/** Annual reports. */

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
