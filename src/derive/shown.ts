import { findMeasure, type Contribution, type Measure, type MeasureResult } from './measures/index.ts';
import { countText, protectCount, protectCounts } from './small-counts.ts';

/** A measure as it may be shown: small counts of sensitive topics are covered. */
export interface ShownResult {
  /** `1002人次`, `不足3起`. */
  text: string;
  /** Each entry with the words for its count; undefined where the list itself would tell. */
  entries: { entry: Contribution; text: string }[] | undefined;
}

/** What pages, charts and data files show of a result; only this may leave the site for a sensitive measure. */
export function showResult({ sensitive }: Pick<Measure, 'sensitive'>, { value, unit, entries }: MeasureResult): ShownResult {
  if (!sensitive)
    return {
      text: `${String(value)}${unit}`,
      entries: entries.map((entry) => ({ entry, text: `${String(entry.amount)}${unit}` })),
    };
  const { total, parts } = protectCounts(entries.map(({ amount }) => amount));
  return {
    text: countText(total, unit),
    entries:
      parts &&
      entries.flatMap((entry, index) => (parts[index] === undefined ? [] : [{ entry, text: countText(parts[index], unit) }])),
  };
}

/** True when the value itself may be told: not a small count of a sensitive topic, nor a percentage made of such. */
export function isShownExactly({ value, unit, measure }: { value: number; unit: string; measure?: string | undefined }): boolean {
  if (measure === undefined || findMeasure(measure)?.sensitive !== true) return true;
  return unit !== '%' && protectCount(value).kind === 'exact';
}

/** The value of a report's figure as it may be shown. */
export function showFigure({ value, unit, measure }: { value: number; unit: string; measure?: string | undefined }): string {
  const sensitive = measure !== undefined && findMeasure(measure)?.sensitive === true;
  return sensitive ? countText(protectCount(value), unit) : `${String(value)}${unit}`;
}
