import { href, paths } from './addresses.ts';
import { standingReports } from './commitments.ts';
import { frame, head } from './frame.ts';
import { commitmentStates } from './ledger.ts';
import { comparedMeasures } from './measures.ts';
import { meetingOverview } from './records.ts';
import { figureView, staticPath } from './shared.ts';
import { headlines, industryComparison, standardOverview } from './showcase.ts';
import { store, type Store } from './store.ts';
import type { StaticPath } from './views/page.ts';
import type { ResultsView, YearResultsView } from './views/results.ts';

/** Reports that have figures, newest first. */
export const reportsWithFigures = (content: Store): Store['reports'] =>
  standingReports(content).filter(({ figures }) => figures.length > 0);

/** The showcase: what was reached, how it compares, and the way to what is behind. */
export async function resultsPage(): Promise<ResultsView> {
  const content = await store();
  const year = standingReports(content)[0]?.fields.year;
  const states = commitmentStates(content);
  return {
    frame: await frame(paths.results),
    head: await head({
      title: '工作成果',
      description: `${content.site.township}党建工作的主要数字，每个数字都写明口径、截至日期、负责岗位和出处。`,
      path: paths.results,
    }),
    years: reportsWithFigures(content).map(({ id }) => ({ href: href(paths.yearResults(id)), text: `${id}年全部数字` })),
    headlines: headlines(content),
    compared: comparedMeasures(content),
    industries: industryComparison(content),
    standard: standardOverview(content),
    meetings: year === undefined ? undefined : meetingOverview(content, year),
    promises: states && { states, all: { href: href(paths.commitments), text: '逐条看承诺' } },
  };
}

/** Every figure of a report, with its definition and source. */
export async function yearResultsPaths(): Promise<StaticPath<YearResultsView, { year: string }>[]> {
  const content = await store();
  return Promise.all(
    reportsWithFigures(content).map(async ({ id, fields, figures }) =>
      staticPath(
        { year: id },
        {
          frame: await frame(paths.results),
          head: await head({
            title: `${id}年全部数字`,
            description: `${fields.title}里的每一个数字：口径、截至日期、负责岗位、出处，和上一年的比较。`,
            path: paths.yearResults(id),
            trail: [{ href: href(paths.results), text: '工作成果' }],
          }),
          year: fields.year,
          report: { href: href(paths.report(id)), text: fields.title },
          figures: figures.map((figure) => figureView(id, figure)),
        },
      ),
    ),
  );
}
