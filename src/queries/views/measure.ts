import type { Link, PageView } from './page.ts';

/** One entry behind a number. */
export interface MeasureRow {
  on: string | undefined;
  href: string;
  text: string;
  note: string | undefined;
  group: string | undefined;
  /** Without the unit; 不足3 or 未单列 where a small count is covered. */
  amount: string;
}

/** A year beside others. */
export interface YearValue {
  year: number;
  /** `2025年`, `2026年（未满）`. */
  label: string;
  value: number;
  text: string;
  href: string;
  from: '条目' | '报告';
  definition: string;
  /** The definition is not the one of the year before. */
  redefined: boolean;
  note: string | undefined;
}

/** What stands behind one number. */
export interface MeasureView extends PageView {
  title: string;
  text: string;
  /** Sum of the rows, in their unit. */
  total: string;
  definition: string;
  reportDefinition: string | undefined;
  period: { from: string; until: string };
  asOf: string;
  owner: string;
  report: Link | undefined;
  share: { part: number; whole: number; links: Link[] } | undefined;
  unit: string;
  /** Undefined where the list itself would give small counts away. */
  rows: MeasureRow[] | undefined;
  excluded: (Link & { note: string })[];
  csv: string;
  years: YearValue[];
}
