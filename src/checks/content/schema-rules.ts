import type { z } from 'astro/zod';
import { splitMessage } from '../../schemas/messages.ts';
import { fieldAt, getIn, type FieldNode } from '../field-node.ts';
import { about, type FieldRecord } from '../records.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { unknownKeyMessage } from '../unknown-key.ts';

const BASIS = '内容模型（字段手册 docs/fields.md）';

const isDate = (node: FieldNode | undefined): boolean => /^(date|moment|month)$/.test(node?.format ?? '');
const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '';

type Kind = 'missing' | 'type' | 'unknown' | 'choice' | 'size' | 'date' | 'condition' | 'reference';

function kindOf(issue: z.core.$ZodIssue, node: FieldNode | undefined, value: unknown): Kind {
  if (issue.code === 'unrecognized_keys') return 'unknown';
  if (issue.code !== 'custom' && isEmpty(value)) return 'missing';
  if (isDate(node)) return isEmpty(value) ? 'missing' : 'date';
  if (node?.reference !== undefined && issue.code === 'invalid_format') return 'reference';
  if (issue.code === 'invalid_type') return 'type';
  if (issue.code === 'invalid_value' || issue.code === 'invalid_union') return 'choice';
  return issue.code === 'too_small' || issue.code === 'too_big' ? 'size' : 'condition';
}

function findingsOf(record: FieldRecord, issue: z.core.$ZodIssue, kind: Kind): RuleFinding[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const found = kindOf(issue, fieldAt(record.node, record.value, path), getIn(record.value, path));
  if (found !== kind) return [];
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => about(record, [...path, key], unknownKeyMessage(record, path, key), 'key'));
  return [about(record, path, splitMessage(issue.message))];
}

/** One rule for each kind of thing that a schema can find, so that every kind has its page. A broken file has no issues. */
function schemaRule(id: string, title: string, kind: Kind): Rule {
  return {
    id,
    title,
    severity: 'error',
    scope: 'entry',
    basis: BASIS,
    check: ({ records }) => records.flatMap((record) => record.issues.flatMap((issue) => findingsOf(record, issue, kind))),
  };
}

export const schemaRules: Rule[] = [
  schemaRule('S01', '必填的没有填', 'missing'),
  schemaRule('S02', '内容的种类不对', 'type'),
  schemaRule('S03', '不认识的字段', 'unknown'),
  schemaRule('S04', '不在可选范围里', 'choice'),
  schemaRule('S05', '太短、太长、太多或太少', 'size'),
  schemaRule('S06', '日期写得不对', 'date'),
  schemaRule('S07', '不符合这一项的要求', 'condition'),
];

