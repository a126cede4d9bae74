import type { ReportEntry } from '../schemas/content.ts';
import type { Figure, Unit } from '../schemas/figure.ts';
import { sameDefinition } from './definitions.ts';
import { versionOf, type Measure } from './measures/index.ts';
import type { Published } from './published.ts';

/** One year of a measure, side by side with others. */
export interface YearPoint {
  year: number;
  value: number;
  unit: Unit;
  share?: { part: number; whole: number };
  asOf: string;
  /** 条目: computed from the entries of this site; 报告: as the report of that year gave it, from a document. */
  from: '条目' | '报告';
  definition: string;
  /** The definition is not the one of the year before: the two values cannot be compared as they are. */
  redefined: boolean;
  /** What the report says of the change, when it says something. */
  note?: string;
  /** The report and figure that give it; left out for a year that no report speaks of yet. */
  report?: string;
  figure?: string;
}

/**
 * A measure over the years, oldest first: what each report gave for it, found by the measure or, before it was computed, by the id of
 * the figure; years without such a figure from the entries, once they are kept in full; the running year as far as it goes. Years in
 * which this site recorded nothing are left out, never shown as 0.
 */
export function measureSeries(content: Published, measure: Measure): YearPoint[] {
  const linked = content.reports.flatMap(({ figures }) =>
    figures.filter((figure) => figure.measure === measure.id).map(({ id }) => id),
  );
  const running = Number(content.today.slice(0, 4));
  const years = [...new Set([...content.reports.map(({ data }) => data.year), running])].sort((a, b) => a - b);
  const points: YearPoint[] = [];
  for (const year of years) {
    const report = content.reports.find(({ data }) => data.year === year);
    const figure =
      report?.figures.find((candidate) => candidate.measure === measure.id) ??
      report?.figures.find((candidate) => linked.includes(candidate.id));
    if (report !== undefined && figure !== undefined) points.push(reported(content, measure, report, figure));
    else if (year >= firstCountedYear(content)) {
      const result = measure.compute(content, year);
      const definition = points.at(-1)?.definition ?? versionOf(measure, year).definition;
      if (result.entries.length > 0) points.push(point(year, result, definition, { from: '条目' }));
    }
  }
  return points.map((each, index) => ({ ...each, redefined: changedSince(points[index - 1], each, measure) }));
}

/** The first year whose report claims a number that is computed: from then on the entries are kept in full. */
function firstCountedYear({ reports, today }: Published): number {
  const counted = reports
    .filter(({ figures }) => figures.some(({ measure }) => measure !== undefined))
    .map(({ data }) => data.year);
  return Math.min(...counted, Number(today.slice(0, 4)));
}

function reported(content: Published, measure: Measure, { id, data: { year } }: ReportEntry, figure: Figure): YearPoint {
  const computed = figure.measure === measure.id;
  return point(year, computed ? measure.compute(content, year) : figure, figure.definition, {
    from: computed ? '条目' : '报告',
    report: id,
    figure: figure.id,
    note: figure.previous?.note,
  });
}

type Numbers = Pick<YearPoint, 'value' | 'unit' | 'asOf'> & { share?: { part: number; whole: number } | undefined };

function point(
  year: number,
  { value, unit, asOf, share }: Numbers,
  definition: string,
  { from, report, figure, note }: { from: YearPoint['from']; report?: string; figure?: string; note?: string | undefined },
): YearPoint {
  return {
    year,
    value,
    unit,
    asOf,
    from,
    definition,
    redefined: false,
    ...(share !== undefined && { share: { part: share.part, whole: share.whole } }),
    ...(note !== undefined && { note }),
    ...(report !== undefined && figure !== undefined && { report, figure }),
  };
}

function changedSince(before: YearPoint | undefined, { year, definition }: YearPoint, measure: Measure): boolean {
  if (before === undefined) return false;
  return (
    !sameDefinition(before.definition, definition) || versionOf(measure, before.year).version !== versionOf(measure, year).version
  );
}
