import { findMeasure, measures, versionOf, type Contribution, type Measure } from '../derive/measures/index.ts';
import { measureSeries, type YearPoint } from '../derive/series.ts';
import { showFigure, showResult } from '../derive/shown.ts';
import { percentText } from '../lib/percent-text.ts';
import { href, paths } from './addresses.ts';
import { frame, head } from './frame.ts';
import type { MeasureRow, MeasureView, YearValue } from './views/measure.ts';
import { publishedOf } from './published.ts';
import { staticPath } from './shared.ts';
import { store, type Store } from './store.ts';
import type { Link, StaticPath } from './views/page.ts';

/** A measure in one year of its series, when it is counted from the entries: what has a page. */
interface Counted {
  measure: Measure;
  point: YearPoint;
  series: YearPoint[];
}

const counted = (content: Store): Counted[] =>
  measures.flatMap((measure) => {
    const series = measureSeries(publishedOf(content), measure);
    return series.filter(({ from }) => from === '条目').map((point) => ({ measure, point, series }));
  });

/** A year of a series as text with its link: to its page, or to the row with the document it was taken from. */
export function yearValue({ id }: Measure, point: YearPoint, today: string): YearValue {
  const { year, from, value, unit, share, report = '', figure = '', redefined, definition, note } = point;
  return {
    year,
    label: today < `${year}-12-31` ? `${year}年（未满）` : `${year}年`,
    value,
    text: unit === '%' ? percentText(value, share) : showFigure({ value, unit, measure: id }),
    href: href(from === '条目' ? paths.measure(id, year) : paths.figure(report, figure)),
    from,
    definition,
    redefined,
    note,
  };
}

/** Every measure with its years: what `/results/` puts side by side. */
export function comparedMeasures(content: Store): { title: string; years: YearValue[] }[] {
  return measures
    .map((measure) => ({
      title: measure.title,
      years: measureSeries(publishedOf(content), measure).map((point) => yearValue(measure, point, content.today)),
    }))
    .filter(({ years }) => years.some(({ from }) => from === '条目'));
}

/** Addresses of all pages of measures. */
export const measurePages = (content: Store): (Link & { path: string })[] =>
  counted(content).map(({ measure, point: { year } }) => {
    const path = paths.measure(measure.id, year);
    return { path, href: href(path), text: `${year}年${measure.title}` };
  });

/** Every measure and year that is counted from entries, with its page. */
export async function measurePaths(): Promise<StaticPath<MeasureView, { measure: string; year: string }>[]> {
  const content = await store();
  const all = counted(content);
  return Promise.all(
    all.map(async (each) =>
      staticPath({ measure: each.measure.id, year: String(each.point.year) }, await measureView(content, each, all)),
    ),
  );
}

async function measureView(content: Store, { measure, point, series }: Counted, all: Counted[]): Promise<MeasureView> {
  const { year } = point;
  const result = measure.compute(publishedOf(content), year);
  const part = measure.of === undefined ? undefined : findMeasure(measure.of.part);
  // The rows of a percentage are counted in the unit of its part.
  const rowsOf = part === undefined ? result : part.compute(publishedOf(content), year);
  const shown = showResult(part ?? measure, rowsOf);
  const figure = content.reports.find(({ id }) => id === point.report)?.figures.find(({ id }) => id === point.figure);
  const title = `${year}年${measure.title}`;
  const text = yearValue(measure, point, content.today).text;
  const path = paths.measure(measure.id, year);
  return {
    frame: await frame(paths.results),
    head: await head({
      title,
      description: `${title}${text}：口径、截至日期、负责岗位、出处，以及构成这个数的每一条记录。`,
      path,
      trail: [{ href: href(paths.results), text: '工作成果' }],
    }),
    title,
    text,
    total: shown.text,
    definition: versionOf(measure, year).definition,
    reportDefinition: figure?.definition,
    period: figure?.period ?? { from: `${year}-01-01`, until: result.asOf },
    asOf: result.asOf,
    owner: figure?.owner ?? content.site.undertaker ?? content.site.organizer,
    report: point.report === undefined ? undefined : { href: href(paths.report(point.report)), text: `${point.report}年度报告` },
    share: result.share && {
      ...result.share,
      links: [measure.of?.part, measure.of?.whole].flatMap((id) => {
        const found = all.find((other) => other.measure.id === id && other.point.year === year);
        if (found === undefined) return [];
        const amount = yearValue(found.measure, found.point, content.today).text;
        return [{ href: href(paths.measure(found.measure.id, year)), text: `${found.measure.title}：${amount}` }];
      }),
    },
    unit: rowsOf.unit,
    rows: shown.entries?.map(({ entry, text: amount }) => row(content, entry, amount, rowsOf.unit)),
    excluded: (result.excluded ?? []).map((entry) => ({ ...place(content, entry), note: entry.label ?? '' })),
    csv: href(`${path}data.csv`),
    years: series.map((each) => yearValue(measure, each, content.today)),
  };
}

function row(content: Store, entry: Contribution, amount: string, unit: string): MeasureRow {
  const { text, ...link } = place(content, entry);
  return {
    on: entry.on,
    href: link.href,
    text,
    note: entry.label === text ? undefined : entry.label,
    group: entry.group,
    // The unit stands in the heading; a covered count keeps its words.
    amount: amount.endsWith(unit) ? amount.slice(0, -unit.length) : amount,
  };
}

/** Where a reader sees for himself what an entry adds. */
function place(content: Store, { collection, id, companion, label }: Contribution): Link {
  switch (collection) {
    case 'branches':
      return {
        href: href(paths.branch(id)),
        text: content.branches.find((entry) => entry.id === id)?.fields.shortName ?? id,
      };
    case 'cooperatives':
      return {
        href: href(paths.cooperative(id)),
        text: content.cooperatives.find((entry) => entry.id === id)?.fields.name ?? id,
      };
    case 'reports':
      return companion === 'commitments' && label !== undefined
        ? { href: href(paths.commitment(label.split(' ')[0] ?? '')), text: label }
        : { href: href(paths.report(id)), text: `${id}年度报告` };
    default:
      return {
        href: href(paths.newsEntry(id)),
        text: content.news.find((entry) => entry.id === id)?.fields.title ?? id,
      };
  }
}
