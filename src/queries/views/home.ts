import type { FigureView } from './body.ts';
import type { NewsCardView } from './news.ts';
import type { PageView } from './page.ts';

/** The home page. */

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
