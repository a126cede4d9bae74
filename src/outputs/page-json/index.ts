import type { MeasureView } from '../../queries/views/measure.ts';
import type { BranchView } from '../../queries/views/branch.ts';
import type { PromiseView } from '../../queries/views/commitment.ts';
import type { CooperativeView } from '../../queries/views/cooperative.ts';
import type { NewsView } from '../../queries/views/news.ts';
import type { GoneView, PageView } from '../../queries/views/page.ts';
import type { ReportView } from '../../queries/views/report.ts';
import { pick, plain } from './plain.ts';

/** A page as data. */
export type PageJson = Record<string, unknown>;

const about = (type: string, { head }: PageView): PageJson => ({
  format: 'mingbang-page/1',
  type,
  url: head.url,
  title: head.title,
});

const gone = (view: GoneView): PageJson => ({ ...about('gone', view), ...view.gone });

/** A 公示 gives its facts only: its text leaves the page when the period is over, copies of a data file would not. */
export function newsJson(view: NewsView | GoneView, origin: string): PageJson {
  if ('gone' in view) return gone(view);
  return {
    ...about('news', view),
    ...pick(view, NEWS, origin),
    ...(view.notice !== undefined && { notice: noticeFacts(view.notice) }),
    ...(view.notice === undefined && pick(view, ['cover', 'photos', 'audio', 'body', 'decision', 'attachments'], origin)),
  };
}

function noticeFacts({ phone, address, ...facts }: NonNullable<NewsView['notice']>) {
  return facts.ended ? facts : { ...facts, phone, address };
}

const NEWS = [
  'date',
  'source',
  'author',
  'reviewer',
  'column',
  'summary',
  'document',
  'changes',
  'importedFrom',
  'branches',
  'villages',
  'cooperatives',
] as const;

const BRANCH = [
  'summary',
  'facts',
  'committee',
  'place',
  'systems',
  'body',
  'records',
  'assessments',
  'honours',
  'grids',
  'points',
  'catalogue',
  'industries',
  'superior',
  'updated',
] as const;

export function branchJson(view: BranchView | GoneView, origin: string): PageJson {
  if ('gone' in view) return gone(view);
  const { meetings } = view;
  // A meeting leads to its report without naming it.
  const recent = meetings?.recent.map(({ news, ...meeting }) => ({ ...meeting, news: news?.href }));
  return {
    ...about('branch', view),
    ...pick(view, BRANCH, origin),
    meetings: meetings && plain({ matrix: meetings.matrix, recent }, origin),
  };
}

const COOPERATIVE = [
  'summary',
  'cover',
  'photos',
  'branch',
  'facts',
  'products',
  'body',
  'households',
  'accounts',
  'distribution',
  'shares',
  'outlets',
  'difficulties',
  'updated',
] as const;

export const cooperativeJson = (view: CooperativeView | GoneView, origin: string): PageJson =>
  'gone' in view ? gone(view) : { ...about('cooperative', view), ...pick(view, COOPERATIVE, origin) };

const REPORT = [
  'year',
  'date',
  'source',
  'author',
  'reviewer',
  'summary',
  'grade',
  'audio',
  'body',
  'figures',
  'answers',
  'coverage',
  'claims',
] as const;

export function reportJson(view: ReportView | GoneView, origin: string): PageJson {
  if ('gone' in view) return gone(view);
  const commitments = view.commitments.map((each) => pick(each, ['href', 'title', 'owner', 'due', 'state'], origin));
  return { ...about('report', view), ...pick(view, REPORT, origin), commitments };
}

const PROMISE = [
  'id',
  'problem',
  'source',
  'standard',
  'measure',
  'owner',
  'state',
  'due',
  'firstDue',
  'open',
  'report',
] as const;

export const promiseJson = (view: PromiseView, origin: string): PageJson => ({
  ...about('commitment', view),
  ...pick(view.commitment, PROMISE, origin),
  story: plain(view.story, origin),
});

const MEASURE = [
  'text',
  'total',
  'definition',
  'reportDefinition',
  'period',
  'asOf',
  'owner',
  'report',
  'share',
  'unit',
  'rows',
  'excluded',
  'csv',
] as const;

/** Values as the page prints them: the bare number of another year could be a small count that is covered there. */
export const measureJson = (view: MeasureView, origin: string): PageJson => ({
  ...about('measure', view),
  ...pick(view, MEASURE, origin),
  years: view.years.map(({ definition, redefined, ...year }) => ({
    ...pick(year, ['year', 'text', 'href', 'from', 'note'], origin),
    ...(redefined && { redefined: definition }),
  })),
});
