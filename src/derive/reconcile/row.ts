import type { CollectionName } from '../../schemas/index.ts';
import type { Contribution } from '../measures/index.ts';

/** What was compared. */
export type CheckKind =
  '指标' | '单位' | '分项' | '占比' | '上年' | '口径' | '时段' | '出处' | '出资' | '分配' | '返还' | '村集体' | '成员' | '户数';

/** 有出处: nothing to compute, the document is named. 提醒: a threshold that a county may set otherwise. */
export type Verdict = '一致' | '不一致' | '提醒' | '有出处';

/** One comparison: what was claimed, what was computed, and where both stand. */
export interface ReconcileRow {
  collection: CollectionName;
  id: string;
  /** The year it speaks of. */
  year: number;
  /** The figure in `figures.yaml`; left out where the claim stands in the entry itself. */
  figure?: string;
  /** What the number is called. */
  label: string;
  check: CheckKind;
  /** Where the claim stands in the figure or entry. */
  path: (string | number)[];
  claimed: string;
  computed: string;
  verdict: Verdict;
  /** What the computed number is, in words. */
  basis: string;
  /** The entries that make it. */
  entries: Contribution[];
  /** What was left out of it, with reasons. */
  excluded: Contribution[];
  /** Entries that would count if they were public. */
  hidden: Contribution[];
  /** The other file to look at. */
  file?: string;
}

/** A number as a clerk writes it: `1002人次`, `75%`. */
export const amount = (value: number, unit = ''): string => `${String(value)}${unit}`;
