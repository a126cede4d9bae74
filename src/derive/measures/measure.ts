import { percentage, rounded, sumOf } from '../../lib/decimals.ts';
import type { CollectionName } from '../../schemas/index.ts';
import type { Unit } from '../../schemas/figure.ts';
import type { Published } from '../published.ts';

/** What one entry adds to a measure. */
export interface Contribution {
  collection: CollectionName;
  id: string;
  amount: number;
  /** What it is, in words: the topic of a training, the branch of a meeting. */
  label?: string;
  /** The kind by which the measure is divided: 合作社, 党课, 警示教育. */
  group?: string;
  /** The day it happened or was counted. */
  on?: string;
  /** The file beside the entry that holds it; its `index.mdx` when left out. */
  companion?: 'meetings' | 'commitments';
}

export interface MeasureResult {
  value: number;
  unit: Unit;
  share?: { part: number; whole: number };
  /** The day up to which it speaks. */
  asOf: string;
  /** In a fixed order, whatever the order of the content. For a share, the entries of the part. */
  entries: Contribution[];
  /** What belongs to the whole and was not counted, with the reason in its label. */
  excluded?: Contribution[];
}

/** How a measure was defined from a year on. */
export interface MeasureVersion {
  version: number;
  from: number;
  definition: string;
}

export interface Measure {
  id: string;
  title: string;
  /** 口径, newest last; a changed definition is a new version, and comparisons across versions say so. */
  versions: readonly [MeasureVersion, ...MeasureVersion[]];
  unit: Unit;
  /** True where small counts could point at persons. */
  sensitive: boolean;
  /** Ids of the two measures that a percentage is made of. */
  of?: { part: string; whole: string };
  compute: (content: Published, year: number) => MeasureResult;
}

/** What a family says of a measure; the rest has a default. */
export interface MeasureSpec {
  id: string;
  title: string;
  definition: string;
  unit: Unit;
  sensitive?: boolean;
  entries: (content: Published, year: number) => Contribution[];
  excluded?: (content: Published, year: number) => Contribution[];
}

/** The last day of the year, or today while the year runs. */
export const asOfYear = ({ today }: Published, year: number): string => {
  const end = `${String(year)}-12-31`;
  return today < end ? today : end;
};

const key = ({ on = '', collection, id, group = '', label = '', amount }: Contribution): string =>
  [on, collection, id, group, label, String(amount).padStart(12, '0')].join('\t');

/** In the order of days, then of places; two runs and two orders of files give one list. */
export function ordered(entries: readonly Contribution[]): Contribution[] {
  return [...entries].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** A measure that is the sum of its entries. */
export function sumMeasure({ entries, excluded, definition, sensitive = false, ...spec }: MeasureSpec): Measure {
  return {
    ...spec,
    sensitive,
    versions: [{ version: 1, from: 0, definition }],
    compute: (content, year) => {
      const list = ordered(entries(content, year));
      return {
        value: rounded(sumOf(list.map(({ amount }) => amount)), 2),
        unit: spec.unit,
        asOf: asOfYear(content, year),
        entries: list,
        ...(excluded !== undefined && { excluded: ordered(excluded(content, year)) }),
      };
    },
  };
}

/** A percentage of two measures. */
export function shareMeasure(
  spec: Omit<MeasureSpec, 'unit' | 'entries' | 'excluded'> & { part: Measure; whole: Measure },
): Measure {
  const { id, title, definition, part, whole, sensitive = part.sensitive || whole.sensitive } = spec;
  return {
    id,
    title,
    unit: '%',
    sensitive,
    versions: [{ version: 1, from: 0, definition }],
    of: { part: part.id, whole: whole.id },
    compute: (content, year) => {
      const counted = part.compute(content, year);
      const all = whole.compute(content, year);
      return {
        value: percentage(counted.value, all.value) ?? 0,
        unit: '%',
        share: { part: counted.value, whole: all.value },
        asOf: counted.asOf,
        entries: counted.entries,
        ...(counted.excluded !== undefined && { excluded: counted.excluded }),
      };
    },
  };
}
