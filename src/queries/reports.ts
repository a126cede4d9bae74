import { reportCoverage } from '../derive/coverage.ts';
import { href, paths } from './addresses.ts';
import { audioView } from './attachments.ts';
import { commitmentView, standingReports } from './commitments.ts';
import { evidenceLink } from './evidence.ts';
import { frame, head } from './frame.ts';
import { entryPath } from './gone.ts';
import { historyView } from './page-history.ts';
import { bodyView, figureView, shareView } from './shared.ts';
import { store, type Store } from './store.ts';
import type { StaticPath, GoneView } from './views/page.ts';
import type { ReportListView, ReportView } from './views/report.ts';

/** All annual reports. */
export async function reportList(): Promise<ReportListView> {
  const content = await store();
  return {
    frame: await frame(paths.reports),
    head: await head({
      title: '年度报告',
      description: `${content.site.organizer}历年抓基层党建工作述职报告，数字有出处，承诺有下文。`,
      path: paths.reports,
      feed: paths.feed(paths.reports),
    }),
    reports: standingReports(content).map(({ id, fields }) => ({
      href: href(paths.report(id)),
      title: fields.title,
      year: fields.year,
      date: fields.date,
      summary: fields.summary,
    })),
  };
}

/** Every annual report with its page. */
export async function reportPaths(): Promise<StaticPath<ReportView | GoneView, { report: string }>[]> {
  const content = await store();
  return Promise.all(
    content.reports.map((entry) =>
      entryPath(entry, { report: entry.id }, { path: paths.report(entry.id), section: paths.reports }, () =>
        reportView(content, entry),
      ),
    ),
  );
}

async function reportView(content: Store, entry: Store['reports'][number]): Promise<ReportView> {
  const { fields, id } = entry;
  const link = (year: number): ReportView['older'] => {
    const found = standingReports(content).find((report) => report.fields.year === year);
    return found && { href: href(paths.report(found.id)), text: found.fields.title };
  };
  const pageHead = await head({
    title: fields.title,
    description: fields.summary,
    path: paths.report(id),
    trail: [{ href: href(paths.reports), text: '年度报告' }],
  });
  const meta = [
    { name: 'ArticleTitle', content: fields.title },
    { name: 'PubDate', content: `${fields.date} 00:00` },
    { name: 'ContentSource', content: fields.source },
    { name: 'Author', content: fields.author },
    { name: 'Url', content: pageHead.url },
  ];
  return {
    frame: await frame(paths.reports),
    head: { ...pageHead, meta: [...pageHead.meta, ...meta] },
    title: fields.title,
    year: fields.year,
    date: fields.date,
    source: fields.source,
    author: fields.author,
    reviewer: fields.reviewer,
    summary: fields.summary,
    grade: fields.grade,
    audio: audioView(entry.folder, fields.audio),
    body: bodyView(content, entry, id),
    figures: entry.figures.map((figure) => figureView(id, figure)),
    answers: answers(content, fields.answers),
    coverage: reportCoverage(fields),
    claims: (fields.claims ?? []).map(({ text, evidence }) => ({
      text,
      evidence: (evidence ?? []).map((item) => evidenceLink(content, entry.folder, item)),
    })),
    commitments: entry.commitments.map((commitment) => commitmentView(content, entry, commitment)),
    older: link(fields.year - 1),
    newer: link(fields.year + 1),
    history: historyView(content, entry),
    share: shareView(paths.report(id)),
  };
}

function answers(content: Store, given: Store['reports'][number]['fields']['answers']): ReportView['answers'] {
  const commitments = standingReports(content).flatMap((report) => report.commitments);
  return (given ?? []).map(({ commitment, result, text }) => ({
    title: commitments.find(({ id }) => id === commitment)?.title ?? commitment,
    href: href(paths.commitment(commitment)),
    result,
    text,
  }));
}
