import type { FieldSchema } from './field-schema.ts';

const TARGETS: Record<string, string> = {
  news: '动态编号',
  branches: '支部编号',
  cooperatives: '合作社编号',
  reports: '报告年份',
  columns: '栏目编号',
  villages: '村编号',
  industries: '产业编号',
  standards: '标准年度',
};

const DATES: Record<string, string> = {
  date: '日期，如 2026-03-05',
  moment: '日期，如 2026-03-05，后面可以加时间 09:30',
  month: '月份，如 2026-03',
};

/** What is to be written into a field, in a few words: `文字，6–60字`. */
export function kindOf(schema: FieldSchema): string {
  if (schema.enum !== undefined) return schema.enum.join('、');
  if (schema.const !== undefined) return String(schema.const);
  if (typeof schema.reference === 'string') return TARGETS[schema.reference] ?? schema.reference;
  if (schema.format === 'image-path') return '图片文件名';
  if (schema.format === 'file-path') return '文件名';
  const date = DATES[schema.format ?? ''];
  if (date !== undefined) return date;
  if (schema.role === 'post' || schema.role === 'owner') return '岗位名称';
  switch (schema.type) {
    case 'string':
      return `文字${range(schema.minLength, schema.maxLength, '字')}`;
    case 'integer':
      return `整数${range(schema.minimum, schema.maximum, '')}`;
    case 'number':
      return `数字${range(schema.minimum, schema.maximum, '')}`;
    case 'boolean':
      return 'true 或 false';
    case 'array':
      return `列表${range(schema.minItems, schema.maxItems, '项')}${schema.items === undefined || schema.items.properties !== undefined ? '' : `，每项：${kindOf(schema.items)}`}`;
    default:
      return '一组字段';
  }
}

/** Bounds that mean something to an author; the largest safe integer does not. */
function range(least: number | undefined, most: number | undefined, unit: string): string {
  const top = most !== undefined && most < Number.MAX_SAFE_INTEGER ? most : undefined;
  const bottom = least !== undefined && least > 0 ? least : undefined;
  if (bottom !== undefined && top !== undefined) return `，${bottom}–${top}${unit}`;
  if (bottom !== undefined) return `，至少${bottom}${unit}`;
  return top === undefined ? '' : `，最多${top}${unit}`;
}
