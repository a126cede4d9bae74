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
  if (expected === 'number' && typeof input === 'number') return '这不是一个数（.inf 是无穷大，.nan 是算不出来） → 写阿拉伯数字';
  if (expected === 'boolean') return `应当是 true（是）或 false（否），现在是${typeName(typeOf(input))} → ${yesOrNo(input)}`;
  if (expected === 'array' && typeof input !== 'object') return notAList(show(input));
  if (expected === 'array' && !Array.isArray(input))
    return '应当是列表，现在每项前面没有“- ” → 每一项第一个字段的前面写“- ”，这一项别的字段和它左边对齐';
  if (expected === 'string' && Array.isArray(input) && input.every((item) => typeof item === 'string'))
    return `应当是文字，现在是列表 → 不用“- ”和方括号，接在字段名后面，写成 ${show(input.join('、'))}`;
  return `应当是${typeName(expected)}，现在是${typeName(typeOf(input))} → 改成${typeName(expected)}`;
}

function notAList(written: string): string {
  const items = written.split(/\s*[、，,；;]\s*/).filter((item) => item !== '');
  return items.length > 1
    ? `应当是列表，现在是连在一起的文字 → 写成 [${items.join(', ')}]，用英文方括号和英文逗号`
    : `应当是列表，现在只写了一个值 → 另起一行，写成“- ${written}”`;
}

function yesOrNo(input: unknown): string {
  if (/^(?:是|对|开|有|yes|y|on|1)$/i.test(String(input))) return '写成 true';
  return /^(?:否|不|不是|关|无|no|n|off|0)$/i.test(String(input)) ? '写成 false' : '只写 true 或 false，不加引号';
}

/** 万 and 亿 in figures: what a unit of the field's own cannot say. */
const SCALES: Record<string, number> = { 万: 4, 亿: 8 };

/** `3.2` and 万 → `32000`, moved in its digits, so that nothing is rounded. */
function scaled(number: string, places: number): string {
  const [whole = '', fraction = ''] = number.split('.');
  const digits = `${whole}${fraction.padEnd(places, '0').slice(0, places)}`.replace(/^(-?)0+(?=\d)/, '$1');
  return fraction.length > places ? `${digits}.${fraction.slice(places)}` : digits;
}

function notANumber(input: string): string {
  const folded = input.normalize('NFKC').trim();
  const plain = /^-?\d+(\.\d+)?$/.exec(folded);
  if (plain !== null && folded !== input) return `数字里有全角字符 → 用半角数字，写成 ${folded}`;
  if (plain !== null) return `数字不要加引号 → 写成 ${folded}`;
  const withUnit = /^约?(-?\d[\d,]*(?:\.\d+)?)\s*(\D+)$/.exec(folded);
  const number = (withUnit?.[1] ?? '').replaceAll(',', '');
  const places = SCALES[withUnit?.[2]?.[0] ?? ''];
  if (places !== undefined)
    return `这里只写数字，不带“${withUnit?.[2] ?? ''}” → 写成 ${scaled(number, places)}；这一项的单位本来就带“${withUnit?.[2]?.[0] ?? ''}”的，写成 ${number}`;
  if (withUnit !== null) return `这里只写数字，不带单位“${withUnit[2] ?? ''}” → 写成 ${number}`;
  if (/^[零〇一二两三四五六七八九十百千万亿余多]+\D{0,2}$/.test(folded)) return '这里要写阿拉伯数字 → 例如 十二 写成 12';
  if (/^\d[\d,]+$/.test(folded)) return `数字里不要用逗号分隔 → 写成 ${folded.replaceAll(',', '')}`;
  if (/^-?\d[\d\s]*\d$/.test(folded)) return `数字里不要有空格 → 写成 ${folded.replace(/\s/g, '')}`;
  const [, rough] = /^(?:约|大约|近|超|超过)\s*(\d+(?:\.\d+)?)$/.exec(folded) ?? [];
  if (rough !== undefined) return `这里只写数字，前面不写“约”“近”这样的字 → 写成 ${rough}`;
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
