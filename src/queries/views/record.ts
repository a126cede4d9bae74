import type { BranchView } from './branch.ts';
import type { Link, PageView } from './page.ts';

/** 三会一课 of a branch and year: a row for each kind of meeting, a cell for each month, quarter or year. */
export interface MatrixView {
  year: number;
  /** Meetings that were due, of these held, and missing. */
  due: number;
  held: number;
  gaps: number;
  rows: { kind: string; span: number; cells: ('✓' | '缺' | '—' | '')[] }[];
}

/** One meeting on record. */
export interface MeetingRow {
  /** Anchor of the row; undefined for the second meeting of a day. */
  anchor: string | undefined;
  on: string;
  kind: string;
  topic: string;
  attendance: string;
  news: Link | undefined;
}

/** All that a branch recorded, newest year first; the newest assessment stands on its own page. */
export interface RecordsView extends PageView {
  name: string;
  branch: Link;
  years: { matrix: MatrixView; meetings: MeetingRow[] }[];
  assessments: BranchView['assessments'];
}

/** How every branch stands with each kind of meeting. */
export interface MeetingOverview {
  year: number;
  kinds: string[];
  branches: (Link & { cells: { held: number; due: number }[]; gaps: number })[];
  /** The pages behind the sums. */
  sums: Link[];
}
