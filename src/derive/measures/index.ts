import { sumOf } from '../../lib/decimals.ts';
import type { Published } from '../published.ts';
import { branchMeasures } from './branches.ts';
import { commitmentMeasures } from './commitments.ts';
import { cooperativeMeasures } from './cooperatives.ts';
import { eventMeasures } from './events.ts';
import type { Contribution, Measure, MeasureResult, MeasureVersion } from './measure.ts';
import { meetingMeasures } from './meetings.ts';
import { publishingMeasures } from './publishing.ts';

export type { Contribution, Measure, MeasureResult, MeasureVersion } from './measure.ts';

/** Every number that this site can compute from its own entries. */
export const measures: readonly Measure[] = [
  ...branchMeasures,
  ...meetingMeasures,
  ...eventMeasures,
  ...cooperativeMeasures,
  ...commitmentMeasures,
  ...publishingMeasures,
];

const byId = new Map(measures.map((measure) => [measure.id, measure]));

export const findMeasure = (id: string): Measure | undefined => byId.get(id);

/** The definition that applies to a year. */
export function versionOf({ versions }: Measure, year: number): MeasureVersion {
  return versions.findLast(({ from }) => from <= year) ?? versions[0];
}

/** Computes a measure by its id; undefined for an id that is not in the registry. */
export function computeMeasure(id: string, content: Published, year: number): MeasureResult | undefined {
  return byId.get(id)?.compute(content, year);
}

/** The sums of a result by group, in the order in which the groups appear; empty when it is not divided. */
export function groupSums(entries: readonly Contribution[]): { label: string; value: number }[] {
  return sums(entries, ({ group }) => group);
}

const QUARTERS = ['一季度', '二季度', '三季度', '四季度'] as const;

/** The sums of a result by quarter, all four of them; empty when an entry has no day. */
export function quarterSums(entries: readonly Contribution[]): { label: string; value: number }[] {
  if (entries.length === 0 || entries.some(({ on }) => on === undefined)) return [];
  const found = new Map(
    sums(entries, ({ on = '' }) => QUARTERS[Math.floor((Number(on.slice(5, 7)) - 1) / 3)]).map(({ label, value }) => [
      label,
      value,
    ]),
  );
  return QUARTERS.map((label) => ({ label, value: found.get(label) ?? 0 }));
}

function sums(
  entries: readonly Contribution[],
  keyOf: (entry: Contribution) => string | undefined,
): { label: string; value: number }[] {
  const groups = new Map<string, number[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), entry.amount]);
  }
  return [...groups].map(([label, amounts]) => ({ label, value: sumOf(amounts) }));
}
