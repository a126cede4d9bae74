import { nearest } from '../../schemas/nearest.ts';
import { getIn } from '../field-node.ts';
import { about, type FieldRecord } from '../records.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Year → ids of its items. */
function standardsOf({ records }: GateContext): Map<number, string[]> {
  return new Map(
    records
      .filter(({ kind }) => kind === 'standards')
      .map(({ value }) => [
        Number(getIn(value, ['year'])),
        list(getIn(value, ['heads'])).flatMap((head) => list(getIn(head, ['items'])).map((item) => String(getIn(item, ['id'])))),
      ]),
  );
}

const noYear = (year: unknown) => ({
  why: `没有 ${String(year)} 年的“五好”标准`,
  fix: `先建立 content/standards/${String(year)}.yaml，或者改年份`,
});

function ofBranch(record: FieldRecord, standards: Map<number, string[]>): RuleFinding[] {
  return list(getIn(record.value, ['assessments'])).flatMap((assessment, index) => {
    const year = getIn(assessment, ['year']);
    if (typeof year !== 'number') return [];
    const known = standards.get(year);
    if (known === undefined) return [about(record, ['assessments', index, 'year'], noYear(year))];
    return list(getIn(assessment, ['items'])).flatMap((item, position) => {
      const id = getIn(item, ['item']);
      if (typeof id !== 'string' || known.includes(id)) return [];
      const guess = nearest(id, known);
      const why = `${year} 年的标准里没有“${id}”这一条`;
      const fix = guess === undefined ? `到 content/standards/${year}.yaml 里查条目编号` : `是不是想写 ${guess}`;
      return [about(record, ['assessments', index, 'items', position, 'item'], { why, fix })];
    });
  });
}

/** Assessments against items that the year's standard does not have. */
export const standardItems: Rule = {
  id: 'R04',
  title: '“五好”条目不在标准里',
  severity: 'error',
  basis: '“五好”评定以当年标准文件的条目为准',
  check: (context) => {
    // A standard that cannot be read makes every year look missing.
    if (context.source.standards.some(({ yaml }) => yaml === undefined || yaml.problems.length > 0)) return [];
    const standards = standardsOf(context);
    return context.records.flatMap((record) => {
      if (record.kind === 'branches') return ofBranch(record, standards);
      const year = getIn(record.value, ['standard']);
      if (record.kind !== 'site' || typeof year !== 'number' || standards.has(year)) return [];
      return [about(record, ['standard'], noYear(year))];
    });
  },
};
