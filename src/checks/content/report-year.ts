import { getIn } from '../field-node.ts';
import { about, textAt, type FieldRecord } from '../records.ts';
import type { Rule, RuleFinding } from '../rule.ts';

function ofYear(record: FieldRecord, year: string, what: string): RuleFinding[] {
  const written = getIn(record.value, ['year']);
  if (typeof written !== 'number' || String(written) === year || !/^\d{4}$/.test(year)) return [];
  return [about(record, ['year'], { why: `${what}是 ${year}`, fix: `改成 ${year}，或者改${what}` })];
}

function ofPeriod(record: FieldRecord): RuleFinding[] {
  const year = String(getIn(record.value, ['year']));
  return (['from', 'until'] as const).flatMap((end) => {
    const day = textAt(record, 'period', end);
    if (day === undefined || !/^\d{4}-/.test(day) || day.startsWith(`${year}-`) || !/^\d{4}$/.test(year)) return [];
    return [about(record, ['period', end], { why: `报告期不在 ${year} 年里`, fix: '核对年份' })];
  });
}

/** A report's folder, its year and its period speak of the same year; so do the file and the year of a standard. */
export const reportYear: Rule = {
  id: 'D04',
  title: '年度对不上',
  severity: 'error',
  basis: '年度报告和“五好”标准按年度存放',
  check: ({ records }) =>
    records.flatMap((record) => {
      if (record.kind === 'reports') return [...ofYear(record, record.entry?.id ?? '', '文件夹名'), ...ofPeriod(record)];
      return record.kind === 'standards' ? ofYear(record, record.file.replace(/^.*\/|\.ya?ml$/g, ''), '文件名') : [];
    }),
};
