import type { EntrySource } from '../../loader/read-content.ts';
import { nearest } from '../../schemas/nearest.ts';
import { getIn } from '../field-node.ts';
import { nodesOf, placeOf, plainText } from '../mdx-tree.ts';
import { about, textAt, type FieldRecord } from '../records.ts';
import type { Rule, RuleFinding } from '../rule.ts';

function check(record: FieldRecord, entry: EntrySource): RuleFinding[] {
  const parts = getIn(record.value, ['parts']);
  if (!Array.isArray(parts) || entry.mdx.tree === undefined) return [];
  const declared = parts.map((_, index) => textAt(record, 'parts', index, 'heading') ?? '');
  const nodes = nodesOf(entry, 'heading').filter(({ depth }) => depth === 2);
  const written = nodes.map((node) => plainText(node).trim());
  const missing = declared.flatMap((heading, index): RuleFinding[] => {
    if (heading === '' || written.includes(heading)) return [];
    const guess = nearest(heading, written.filter((text) => !declared.includes(text)));
    const fix = guess === undefined ? `在正文里加上 ## ${heading}，写这一部分` : `正文里写的是“${guess}”，两处改成一样`;
    return [about(record, ['parts', index, 'heading'], { why: '正文里没有这个二级标题', fix })];
  });
  const meant = new Set(declared.filter((heading) => !written.includes(heading)).map((heading) => nearest(heading, written)));
  const extra = nodes.flatMap((node, index): RuleFinding[] => {
    const text = written[index] ?? '';
    if (text === '' || declared.includes(text) || meant.has(text)) return [];
    return [{ file: entry.file, ...placeOf(entry, node), value: text, why: '这个二级标题没有列在 parts 里', fix: '在 parts 里登记它属于哪一部分，或者降为三级标题 ###' }];
  });
  return [...missing, ...extra];
}

/** The parts that a report declares are the parts that it has. */
export const reportParts: Rule = {
  id: 'M12',
  title: '报告的结构和正文对不上',
  severity: 'error',
  basis: '述职报告的各部分（必须有“上年度问题整改”）在 parts 里登记，与正文标题一致',
  check: ({ records }) =>
    records.flatMap((record) => (record.kind === 'reports' && record.entry !== undefined ? check(record, record.entry) : [])),
};
