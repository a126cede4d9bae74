import type { FigureView } from './body.ts';
import type { CommitmentStates } from './commitment.ts';
import type { YearValue } from './measure.ts';
import type { Link, PageView } from './page.ts';
import type { MeetingOverview } from './record.ts';

/** The showcase of results. */

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
