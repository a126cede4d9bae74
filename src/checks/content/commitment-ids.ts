import { nearest } from '../../schemas/nearest.ts';
import { isReadable } from '../companions.ts';
import { getIn } from '../field-node.ts';
import { about, textAt, type FieldRecord } from '../records.ts';
import type { Rule, RuleFinding } from '../rule.ts';

function answers(record: FieldRecord, known: string[]): RuleFinding[] {
  const list = getIn(record.value, ['answers']);
  if (!Array.isArray(list)) return [];
  return list.flatMap((_, index) => {
    const id = textAt(record, 'answers', index, 'commitment');
    if (id === undefined || known.includes(id) || !/^\d{4}-\d{2}$/.test(id)) return [];
    const guess = nearest(id, known);
    const fix = guess === undefined ? '核对编号；承诺登记在当年报告的 commitments.yaml 里' : `是不是想写 ${guess}`;
    return [about(record, ['answers', index, 'commitment'], { why: '没有这项承诺', fix })];
  });
}

function year(record: FieldRecord): RuleFinding[] {
  const id = textAt(record, 'id');
  const report = record.entry?.id;
  if (id === undefined || report === undefined || !/^\d{4}-\d{2}$/.test(id) || id.startsWith(`${report}-`)) return [];
  return [about(record, ['id'], { why: `这是 ${report} 年报告里的承诺，编号的年份对不上`, fix: `改成 ${report}-${id.slice(5)}，或者移到 reports/${id.slice(0, 4)} 里` })];
}

/** Answers to promises that were never made, and promises numbered under another year. */
export const commitmentIds: Rule = {
  id: 'R05',
  title: '承诺编号对不上',
  severity: 'error',
  basis: '承诺登记在作出承诺那一年的报告旁边，以后各年按编号答复',
  check: ({ records, source }) => {
    const complete = source.entries.every((entry) => isReadable(entry, 'commitments'));
    const known = records.filter(({ kind }) => kind === 'commitments').map((record) => textAt(record, 'id') ?? '');
    return records.flatMap((record) => {
      if (record.kind === 'reports') return complete ? answers(record, known) : [];
      return record.kind === 'commitments' ? year(record) : [];
    });
  },
};
