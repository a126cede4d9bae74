import type { Branch } from './branch.ts';
import type { Commitment } from './commitment.ts';
import type { Cooperative } from './cooperative.ts';
import type { Figure } from './figure.ts';
import type { Meeting } from './meeting.ts';
import type { News } from './news.ts';
import type { Page } from './page.ts';
import type { Report } from './report.ts';
import type { Site } from './site.ts';
import type { Standard } from './standard.ts';

/** One entry as the derive functions see it: its id (the folder below the collection) and its validated data. */
export interface Entry<D> {
  id: string;
  data: D;
}

/** A branch with the rows of its `meetings.csv`. */
export type BranchEntry = Entry<Branch> & { meetings: Meeting[] };

/** A report with its `figures.yaml` and `commitments.yaml`. */
export type ReportEntry = Entry<Report> & { figures: Figure[]; commitments: Commitment[] };

/** Everything a township says, validated: the one argument of every derive function. Order of entries carries no meaning. */
export interface Content {
  site: Site;
  standards: Standard[];
  news: Entry<News>[];
  branches: BranchEntry[];
  cooperatives: Entry<Cooperative>[];
  reports: ReportEntry[];
  pages: Entry<Page>[];
}
