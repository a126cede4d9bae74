import { z } from 'astro/zod';
import { nearest } from './nearest.ts';

/** Splits a message at the arrow into the cause and the remedy. */
export function splitMessage(message: string): { why: string; fix: string } {
  const [why = message, ...fix] = message.split(' → ');
  return { why, fix: fix.join(' → ') };
}

const TYPE_NAMES: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（每项前面写“- ”）',
  object: '一组“字段: 值”',
  record: '一组“字段: 值”',
  null: '空',
  undefined: '空',
};

const typeName = (type: string): string => TYPE_NAMES[type] ?? type;

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

/** The value as an author would recognise it, shortened. */
export function show(value: unknown): string {
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return written.length > 30 ? `${written.slice(0, 30)}…` : written;
}

function wrongType(expected: string, input: unknown): string {
  if (input === undefined) return '没有填写，这一项必填 → 补上这一项';
  if (input === null || input === '') return '写了字段名，但冒号后面是空的 → 补上内容；不需要这一项时把整行删掉';
  if (expected === 'string' && (typeof input === 'number' || typeof input === 'boolean')) {
    return `应当是文字，现在被当成了${typeof input === 'number' ? '数字' : '是/否'} → 给它加上英文引号，写成 "${String(input)}"`;
  }
  if ((expected === 'number' || expected === 'int') && typeof input === 'string') return notANumber(input);
  if (expected === 'array' && typeof input !== 'object') {
    return `应当是列表，现在只写了一个值 → 另起一行，写成“- ${show(input)}”`;
  }
  return `应当是${typeName(expected)}，现在是${typeName(typeOf(input))} → 改成${typeName(expected)}`;
}

function notANumber(input: string): string {
  const folded = input.normalize('NFKC').trim();
  const plain = /^-?\d+(\.\d+)?$/.exec(folded);
  if (plain !== null && folded !== input) return `数字里有全角字符 → 用半角数字，写成 ${folded}`;
  if (plain !== null) return `数字不要加引号 → 写成 ${folded}`;
  const withUnit = /^约?(-?\d[\d,]*(?:\.\d+)?)\s*(\D+)$/.exec(folded);
  if (withUnit !== null) return `这里只写数字，不带单位“${withUnit[2] ?? ''}” → 写成 ${(withUnit[1] ?? '').replaceAll(',', '')}`;
  if (/^[零〇一二两三四五六七八九十百千万亿余多]+\D{0,2}$/.test(folded)) return '这里要写阿拉伯数字 → 例如 十二 写成 12';
  if (/^\d[\d,]+$/.test(folded)) return `数字里不要用逗号分隔 → 写成 ${folded.replaceAll(',', '')}`;
  return '应当是数字，现在是文字 → 只写阿拉伯数字';
}

function unknownKey(issue: z.core.$ZodRawIssue<z.core.$ZodIssueUnrecognizedKeys>): string {
  const shape = (issue.inst?._zod.def as { shape?: Record<string, unknown> } | undefined)?.shape ?? {};
  const known = Object.keys(shape);
  const [key = ''] = issue.keys;
  const guess = nearest(key, known);
  const remedy = guess === undefined ? `删掉这一行；可用的字段：${known.join('、')}` : `是不是想写 ${guess}`;
  return `没有“${key}”这个字段 → ${remedy}`;
}

function tooSmall(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  const { origin, minimum } = issue;
  if (origin === 'string') {
    return issue.input === ''
      ? '写了字段名，但内容是空的 → 补上内容；不需要这一项时把整行删掉'
      : `太短：至少 ${minimum} 个字，现在 ${String((issue.input as string).length)} 个字 → 写得更具体些`;
  }
  if (origin === 'array') return `太少：至少要有 ${minimum} 项 → 补上`;
  return `太小：${issue.inclusive === false ? '必须大于' : '不能小于'} ${minimum} → 核对这个数`;
}

function tooBig(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  const { origin, maximum } = issue;
  if (origin === 'string') return `太长：最多 ${maximum} 个字，现在 ${String((issue.input as string).length)} 个字 → 删短`;
  if (origin === 'array') return `太多：最多 ${maximum} 项 → 删减`;
  return `太大：不能大于 ${maximum} → 核对这个数`;
}

function wrongValue(values: readonly unknown[], input: unknown): string {
  if (input === undefined || input === null || input === '') return wrongType('string', input);
  const options = values.map(String);
  const guess = nearest(show(input), options);
  return `只能填：${options.join('、')} → ${guess === undefined ? '从中选一个' : `是不是想写 ${guess}`}`;
}

/** The Chinese error map of every schema: cause, arrow, remedy. A field with better words passes its own `error`. */
export const chineseErrors: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input);
    case 'unrecognized_keys':
      return unknownKey(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return wrongValue(issue.values, issue.input);
    case 'invalid_union': {
      const { discriminator, options } = issue as { discriminator?: string; options?: readonly unknown[] };
      if (discriminator === undefined) return '写法不对 → 对照字段手册改';
      const input = (issue.input as Record<string, unknown> | undefined)?.[discriminator];
      return wrongValue(options ?? [], input);
    }
    case 'not_multiple_of':
      return '小数位太多 → 核对这个数';
    case 'invalid_format':
      return '格式不对 → 对照示例改';
    default:
      return '内容不符合要求 → 对照字段手册改';
  }
};

/** Makes the Chinese messages those of every schema in this process. Called by the schema registry, for Astro and the gate alike. */
export function useChineseErrors(): void {
  z.config({ customError: chineseErrors });
}
