import type { z } from 'astro/zod';
import type { Path } from '../../loader/yaml-source.ts';
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
  return [about(record, path, ofSource(record, path) ?? splitMessage(issue.message))];
}

type Message = Pick<RuleFinding, 'why' | 'fix'>;

/** What only the file itself can say: the schema sees no more than the value that YAML made of it. */
function ofSource(record: FieldRecord, path: Path): Message | undefined {
  const value = getIn(record.value, path);
  const written = record.written(path);
  if (path.length === 0 && isEmpty(value))
    return {
      why: '这个文件里没有内容：是空的，或者每一行前面都有“#”',
      fix: record.kind === 'site' ? '从备份里找回来，或者照字段手册 docs/fields.md 重新填' : '照字段手册 docs/fields.md 填写；不需要这个文件就删掉',
    };
  if (value === null && written !== undefined && written !== '')
    return { why: `“${written}”在这里的意思是“空”`, fix: '换成要写的内容；不需要这一项时把整行删掉' };
  // `08765432` is a number to YAML, and loses its first digit; `1.0` loses its last.
  if (typeof value === 'number' && written !== undefined && String(value) !== written && fieldAt(record.node, record.value, path)?.type === 'string')
    return { why: `应当是文字，现在被当成了数字${/^0\d/.test(written) ? '，开头的 0 会丢' : ''}`, fix: `给它加上英文引号，写成 "${written}"` };
  return undefined;
}

/** A value of the wrong kind fails what it is asked for otherwise, too; that is an echo. */
function firstOf(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const placeOf = ({ path }: z.core.$ZodIssue): string => JSON.stringify(path);
  const wrong = new Set(issues.filter(({ code }) => code === 'invalid_type').map(placeOf));
  return issues.filter((issue) => issue.code === 'invalid_type' || !wrong.has(placeOf(issue)));
}

/** One rule for each kind of thing that a schema can find, so that every kind has its page. A broken file has no issues. */
function schemaRule(id: string, title: string, kind: Kind): Rule {
  return {
    id,
    title,
    severity: 'error',
    scope: 'entry',
    basis: BASIS,
    check: ({ records }) => records.flatMap((record) => firstOf(record.issues).flatMap((issue) => findingsOf(record, issue, kind))),
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

