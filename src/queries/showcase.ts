import { basicBranches } from '../derive/branch-kinds.ts';
import { findMeasure } from '../derive/measures/index.ts';
import { measureSeries } from '../derive/series.ts';
import { standardResult } from '../derive/standardised.ts';
import { sumOf } from '../lib/decimals.ts';
import { href, paths } from './addresses.ts';
import { standingReports } from './commitments.ts';
import { yearValue } from './measures.ts';
import { publishedOf } from './published.ts';
import { figureView, formatNumber, nameInColumn } from './shared.ts';
import type { Store } from './store.ts';
import type { HeadlineView, ResultsView, StandardOverview } from './views/results.ts';

/** The headline figures of the last report, each with one sentence and its years. */
export function headlines(content: Store): HeadlineView[] {
  const last = standingReports(content).find(({ figures }) => figures.some(({ headline }) => headline === true));
  return (last?.figures ?? [])
    .filter(({ headline }) => headline === true)
    .map((figure) => {
      const view = figureView(last?.id ?? '', figure);
      const measure = figure.measure === undefined ? undefined : findMeasure(figure.measure);
      const before = view.previous === undefined ? '' : `，上一年${view.previous.text}`;
      const made =
        figure.share === undefined
          ? `${view.label}${view.text}`
          : `${formatNumber(figure.share.whole)}个${figure.share.of}里有${formatNumber(figure.share.part)}个达到`;
      return {
        figure: view,
        sentence: `${last?.id ?? ''}年${made}${before}。`,
        years:
          measure === undefined
            ? []
            : measureSeries(publishedOf(content), measure).map((point) => yearValue(measure, point, content.today)),
      };
    });
}

const BY_INDUSTRY = ['organizations-total', 'households-led', 'revenue', 'collective-income'];

/** What the industries did in the last year reported. */
export function industryComparison(content: Store): ResultsView['industries'] {
  const year = standingReports(content)[0]?.fields.year;
  if (year === undefined) return undefined;
  const industryOf = new Map(content.cooperatives.map(({ id, fields }) => [id, fields.industry]));
  const results = BY_INDUSTRY.flatMap((id) => {
    const measure = findMeasure(id);
    return measure === undefined ? [] : [{ title: measure.title, ...measure.compute(publishedOf(content), year) }];
  });
  const industries = [...new Set(results.flatMap(({ entries }) => entries.map(({ id }) => industryOf.get(id) ?? '')))].sort();
  const names = new Map(content.site.industries.map(({ id, name }) => [id, name]));
  const rows = industries.map((industry) => ({
    industry: names.get(industry) ?? industry,
    values: results.map(({ title, unit, entries }) => {
      const value = sumOf(entries.filter(({ id }) => industryOf.get(id) === industry).map(({ amount }) => amount));
      return { title, value, text: `${formatNumber(value)}${unit}` };
    }),
  }));
  return rows.length === 0 ? undefined : { year, rows };
}

/** “五好” of the last year reported: how each branch and each item stands. */
export function standardOverview(content: Store): StandardOverview | undefined {
  const year = standingReports(content)[0]?.fields.year;
  const standard = year === undefined ? undefined : content.standards.get(year);
  if (year === undefined || standard === undefined) return undefined;
  const results = basicBranches(publishedOf(content), year).map(({ id, data }) => ({
    href: href(paths.branch(id)),
    text: nameInColumn(data),
    result: standardResult(data, standard),
  }));
  return {
    year,
    heads: standard.heads.map(({ name }) => name),
    branches: results.map(({ result, ...link }) => ({
      ...link,
      standardised: result.standardised,
      cells: standard.heads.map(({ name }) => {
        const items = result.items.filter(({ head, required }) => head === name && required);
        return { met: items.filter(({ state }) => state === '达标').length, total: items.length };
      }),
    })),
    items: standard.heads.flatMap(({ name, items }) =>
      items.map(({ id, text, required }) => {
        const states = results.flatMap(({ result }) => result.items.filter(({ item }) => item === id).map(({ state }) => state));
        const count = (wanted: string): number => states.filter((state) => state === wanted).length;
        return { head: name, text, required, counts: { 达标: count('达标'), 未达标: count('未达标'), 未评: count('未评') } };
      }),
    ),
  };
}
