import type { Column, Row } from '../derive/datasets/column.ts';
import { csvText } from './csv.ts';

interface Table {
  dataset: { columns: readonly Column[] };
  rows: readonly Row[];
}

/** What a cell of CSV says: nothing for nothing, 是 and 否, list items separated by `；`. */
export function cellText(value: Row[string]): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'object' ? value.join('；') : String(value);
}

/** A table as CSV: the Chinese titles of the columns, then the rows. */
export const dataCsv = ({ dataset: { columns }, rows }: Table): string =>
  csvText([columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ key }) => cellText(row[key])))]);

/** A table as JSON: a list of rows by the keys of the columns, each with all of them, null where nothing is told. */
export function dataJson({ dataset: { columns }, rows }: Table): string {
  const lines = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? null]))));
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}
