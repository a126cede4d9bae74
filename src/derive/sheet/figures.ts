import type { Figure } from '../../schemas/figure.ts';
import { measures } from '../measures/index.ts';
import type { Published } from '../published.ts';
import { isShownExactly, showFigure, showResult } from '../shown.ts';
import { fieldChanges, without } from './field-changes.ts';
import { changeOf, differing } from './keyed.ts';
import type { NameOf, SheetRow } from './model.ts';

/** A number that a small count of a sensitive topic covers is in none of these. */
const TOLD = ['label', 'unit', 'definition', 'period', 'asOf', 'owner', 'measure', 'source', 'headline'] as const;

function details(was: Figure | undefined, is: Figure | undefined, nameOf: NameOf): string[] {
  const [a, b] = [was, is].map((figure) => (figure === undefined ? '（无）' : showFigure(figure)));
  const value = a === b ? [] : [`${a ?? ''} → ${b ?? ''}`];
  if (was === undefined || is === undefined) return value;
  const exact = isShownExactly(was) && isShownExactly(is);
  const told = (figure: Figure): Record<string, unknown> =>
    exact ? without(figure, 'value') : Object.fromEntries(TOLD.map((key) => [key, figure[key]]));
  const fields = fieldChanges('figures', told(was), told(is), nameOf);
  return value.length + fields.length > 0 ? [...value, ...fields] : ['有改动，数太小，页面上不写准数'];
}

/** The figures of the reports as typed: values, names, what they count and where they come from. */
function typedRows(old: Published, current: Published, nameOf: NameOf): SheetRow[] {
  const typed = (content: Published): Map<string, Figure> =>
    new Map(content.reports.flatMap(({ id, figures }) => figures.map((figure) => [`/reports/${id}/ ${figure.id}`, figure])));
  return differing(typed(old), typed(current)).map((item) => ({
    change: changeOf(item),
    place: item.place,
    title: (item.is ?? item.was)?.label ?? '',
    details: details(item.was, item.is, nameOf),
  }));
}

/** Every measure of every year as it is counted; small counts stay covered. */
function countedRows(old: Published, current: Published): SheetRow[] {
  const years = [
    ...new Set([...old.reports, ...current.reports].map(({ data }) => data.year).concat(Number(current.today.slice(0, 4)))),
  ].sort();
  const results = (content: Published): Map<string, { title: string; text: string }> =>
    new Map(
      years.flatMap((year) =>
        measures.map((measure) => [
          `/results/${measure.id}/${String(year)}/`,
          { title: measure.title, text: showResult(measure, measure.compute(content, year)).text },
        ]),
      ),
    );
  return differing(results(old), results(current)).map(({ place, was, is }) => ({
    change: '修改',
    place,
    title: (is ?? was)?.title ?? '',
    details: [`${was?.text ?? '（无）'} → ${is?.text ?? '（无）'}`],
  }));
}

/** What differs among the figures that readers see. */
export const figureRows = (old: Published, current: Published, nameOf: NameOf): SheetRow[] => [
  ...typedRows(old, current, nameOf),
  ...countedRows(old, current),
];
