import { commitmentStatus } from '../../derive/ledger.ts';
import { findMeasure, measures } from '../../derive/measures/index.ts';
import { measureSeries } from '../../derive/series.ts';
import { isShownExactly } from '../../derive/shown.ts';
import type { Row } from '../../derive/datasets/column.ts';
import { absolute, paths } from '../addresses.ts';
import { commitmentView, standingReports } from '../commitments.ts';
import { measurePaths, yearValue } from '../measures.ts';
import { publishedOf } from '../published.ts';
import { figureHref, figureView } from '../shared.ts';
import type { Store } from '../store.ts';

type Rows = (content: Store) => Row[];

/** A path that already has the base, as an absolute address. */
const full = (path: string): string => new URL(path, import.meta.env.SITE).href;

/** Figures of the reports, the newest report first, as their pages show them. */
export const figureRows: Rows = (content) =>
  standingReports(content).flatMap(({ id: report, figures }) =>
    figures.map((figure) => {
      const view = figureView(report, figure);
      const open = isShownExactly(figure);
      return {
        report,
        id: figure.id,
        label: figure.label,
        value: open ? figure.value : undefined,
        unit: figure.unit,
        text: view.text,
        part: open ? figure.share?.part : undefined,
        whole: open ? figure.share?.whole : undefined,
        definition: figure.definition,
        asOf: figure.asOf,
        owner: figure.owner,
        measure: figure.measure !== undefined && findMeasure(figure.measure) ? figure.measure : undefined,
        source: view.source,
        previousText: view.previous?.text,
        url: full(figureHref(report, figure)),
      };
    }),
  );

/** Every measure in every year of its series, as `/results/` puts them side by side. */
export const measureRows: Rows = (content) =>
  measures.flatMap((measure) => {
    const series = measureSeries(publishedOf(content), measure);
    if (!series.some(({ from }) => from === '条目')) return [];
    return series.map((point) => {
      const view = yearValue(measure, point, content.today);
      const open = isShownExactly({ ...point, measure: measure.id });
      return {
        id: measure.id,
        title: measure.title,
        year: point.year,
        value: open ? point.value : undefined,
        unit: point.unit,
        text: view.text,
        part: open ? point.share?.part : undefined,
        whole: open ? point.share?.whole : undefined,
        from: point.from,
        definition: point.definition,
        redefined: point.redefined,
        asOf: point.asOf,
        url: full(view.href),
      };
    });
  });

/** The rows of the pages of measures: covered counts stay covered, lists that would tell stay away. */
export async function measureEntryRows(): Promise<Row[]> {
  return (await measurePaths()).flatMap(({ params, props: { view } }) =>
    (view.rows ?? []).map(({ on, text, note, group, amount, href }) => {
      const exact = /^\d/.test(amount);
      return {
        measure: params.measure,
        title: findMeasure(params.measure)?.title ?? params.measure,
        year: Number(params.year),
        on,
        entry: text,
        note,
        group,
        amount: exact ? Number(amount) : undefined,
        unit: view.unit,
        text: exact ? `${amount}${view.unit}` : amount,
        url: full(href),
      };
    }),
  );
}

/** The ledger, in the order of its page. */
export const commitmentRows: Rows = (content) =>
  standingReports(content).flatMap((report) =>
    report.commitments.map((commitment) => {
      const view = commitmentView(content, report, commitment);
      return {
        id: view.id,
        report: report.id,
        title: view.title,
        problem: view.problem,
        source: view.source,
        standard: view.standard,
        measure: view.measure,
        owner: view.owner,
        firstDue: view.firstDue,
        due: view.due,
        state: view.state,
        updated: commitmentStatus(commitment, content.today).last?.on,
        url: absolute(paths.commitment(view.id)),
      };
    }),
  );

/** What happened with each promise up to the day of the build. */
export const commitmentStepRows: Rows = (content) =>
  standingReports(content).flatMap((report) =>
    report.commitments.flatMap((commitment) =>
      commitmentView(content, report, commitment).history.map(({ on, state, note, by, verifier, evidence }) => ({
        commitment: commitment.id,
        on,
        state,
        note,
        by,
        verifier,
        evidence: evidence.length === 0 ? undefined : evidence.map(({ text }) => text),
        url: absolute(paths.commitment(commitment.id)),
      })),
    ),
  );
