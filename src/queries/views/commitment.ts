import type { Link, PageView } from './page.ts';

/** The ledger of promises. */

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

/** How far the promises of each report have come. */
export interface CommitmentStates {
  /** Groups of states, in the order of the counts. */
  states: string[];
  years: { year: number; href: string; counts: number[] }[];
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
