import type { FieldSchema } from '../schemas/field-schema.ts';
import { kindOf } from '../schemas/field-kind.ts';

/** One chapter: what is filled in, where, and its schema. */
export interface HandbookChapter {
  title: string;
  /** `content/news/<年>/<月日-简称>/index.mdx` */
  file: string;
  schema: FieldSchema;
}

/** The field handbook (Markdown, Chinese): one table a chapter, nested fields by their full path. */
export function fieldHandbook(chapters: readonly HandbookChapter[]): string {
  const parts = chapters.map(
    ({ title, file, schema }) => `## ${title}\n\n文件：\`${file}\`\n\n${table(rowsOf(schema, '', true))}`,
  );
  return `# 字段手册\n\n每种内容有哪些字段、怎么填。本页由程序从字段定义生成，不要手工修改；改了字段之后运行 \`npm run docs\`。\n\n“必填”一栏打 ● 的一定要写；带 \`[]\` 的可以写多项，每项前面加“- ”。\n\n${parts.join('\n\n')}\n`;
}

interface Row {
  path: string;
  title: string;
  required: boolean;
  kind: string;
  help: string;
}

function table(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ path, title, required, kind, help }) =>
      `| \`${path}\` | ${title} | ${required ? '●' : ''} | ${cell(kind)} | ${cell(help)} |`,
  );
  return ['| 字段 | 名称 | 必填 | 填什么 | 说明 |', '|---|---|---|---|---|', ...lines].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll('\n', ' ');

function rowsOf(schema: FieldSchema, prefix: string, required: boolean): Row[] {
  const own = prefix === '' ? [] : [row(schema, prefix, required)];
  return [...own, ...childrenOf(schema, prefix)];
}

function childrenOf(schema: FieldSchema, prefix: string): Row[] {
  const needed = new Set(schema.required ?? []);
  const properties = Object.entries(schema.properties ?? {}).flatMap(([key, child]) =>
    rowsOf(child, prefix === '' ? key : `${prefix}.${key}`, needed.has(key)),
  );
  const items = schema.items === undefined ? [] : childrenOf(schema.items, `${prefix}[]`);
  return [...properties, ...items, ...variantsOf(schema, prefix)];
}

/** Kinds of which one is chosen by `kind`: each field once, with the kinds that it belongs to. */
function variantsOf(schema: FieldSchema, prefix: string): Row[] {
  const variants = schema.oneOf ?? schema.anyOf ?? [];
  const rows = new Map<string, Row & { kinds: string[] }>();
  for (const variant of variants) {
    const kind = String(variant.properties?.['kind']?.const ?? '');
    for (const found of childrenOf(variant, prefix)) {
      if (found.path === `${prefix}.kind`) continue;
      const known = rows.get(`${found.path} ${found.title}`);
      if (known === undefined) rows.set(`${found.path} ${found.title}`, { ...found, kinds: [kind] });
      else known.kinds.push(kind);
    }
  }
  const kinds = variants.map((variant) => variant.properties?.['kind']?.const).filter((kind) => kind !== undefined);
  const chooser: Row[] =
    kinds.length === 0
      ? []
      : [{ path: `${prefix}.kind`, title: '类别', required: true, kind: kinds.join('、'), help: '先选类别，再填该类别的字段' }];
  return [
    ...chooser,
    ...[...rows.values()].map(({ kinds: of, ...found }) => ({
      ...found,
      help: [`用于：${of.join('、')}`, found.help].filter(Boolean).join('。'),
    })),
  ];
}

function row(schema: FieldSchema, path: string, required: boolean): Row {
  const example = schema.examples?.[0];
  const shown = example === undefined ? '' : `例：${typeof example === 'string' ? example : JSON.stringify(example)}`;
  return {
    path: schema.type === 'array' ? `${path}[]` : path,
    title: schema.title ?? '',
    required,
    kind: kindOf(schema),
    help: [schema.description ?? '', shown].filter(Boolean).join('。'),
  };
}
