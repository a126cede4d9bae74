import type { z } from 'astro/zod';
import { fieldSchema, type FieldSchema } from '../../schemas/field-schema.ts';

/** `list` is an array in JSON and one cell in CSV, its items separated by `；`. */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'list';

/** A column of an open data table. Key and title are promises to those who read the files by program. */
export interface Column {
  /** Its name in JSON. */
  key: string;
  /** Its heading in CSV and on pages. */
  title: string;
  help: string;
  type: ColumnType;
  /** True when no row leaves it empty. */
  required: boolean;
  options?: readonly string[];
}

type Cell = string | number | boolean | readonly string[] | undefined;

/** One row of a table by column key; undefined where nothing is known or nothing may be told. */
export type Row = Readonly<Record<string, Cell>>;

type Words = Partial<Pick<Column, 'key' | 'title' | 'help' | 'required' | 'type'>>;

/**
 * Columns that take title, help, type and options from the fields of a schema: the dictionary of the data is the model's own.
 * @returns a function of the field's path (`members.formal`; lists are walked through) and of what differs from the field
 */
export function columnsFrom(schema: z.ZodType): (path: string, words?: Words) => Column {
  const root = fieldSchema(schema);
  return (path, words = {}) => {
    let node: FieldSchema = root;
    let required = true;
    for (const key of path.split('.')) {
      const within = node.items?.properties === undefined ? node : node.items;
      const next = within.properties?.[key];
      if (next === undefined) throw new Error(`no field ${path} in the schema`);
      required &&= within.required?.includes(key) === true;
      node = next;
    }
    const options = (node.enum ?? node.items?.enum)?.map(String);
    return {
      key: path.split('.').at(-1) ?? path,
      title: node.title ?? path,
      help: node.description ?? '',
      type: typeOf(node),
      required,
      ...(options !== undefined && { options }),
      ...words,
    };
  };
}

function typeOf({ type, format }: FieldSchema): ColumnType {
  if (type === 'array') return 'list';
  if (type === 'integer' || type === 'number' || type === 'boolean') return type;
  return format === 'date' ? 'date' : 'string';
}

/** A column that no field stands for: computed, or put together. */
export const column = (key: string, title: string, help: string, rest: Partial<Column> = {}): Column => ({
  key,
  title,
  help,
  type: 'string',
  required: true,
  ...rest,
});
