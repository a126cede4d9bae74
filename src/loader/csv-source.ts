import { parse } from 'csv-parse/sync';
import { z } from 'astro/zod';

export interface CsvProblem {
  kind: 'unknown-column' | 'missing-column' | 'cells' | 'syntax';
  line: number;
  /** The column heading, or the parser's message. */
  value: string;
}

export interface CsvRow {
  line: number;
  /** Field keys of the schema → cell text; empty cells are left out. */
  values: Record<string, string>;
}

export interface CsvSource {
  rows: CsvRow[];
  /** Field key → heading, in the order of the file. */
  columns: { key: string; heading: string }[];
  problems: CsvProblem[];
}

/** Headings of a table: the Chinese titles of its schema's fields → field keys. */
export function headingsOf(schema: z.ZodType): Map<string, string> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const headings = new Map<string, string>();
  for (const [key, property] of Object.entries(json.properties ?? {})) {
    const title = typeof property === 'object' ? property.title : undefined;
    headings.set(title ?? key, key);
  }
  return headings;
}

/** Reads a table that WPS or Excel saved as CSV: commas, quotes, headings in the first line. Never throws. */
export function readCsv(text: string, schema: z.ZodType): CsvSource {
  const headings = headingsOf(schema);
  const required = new Set(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }).required ?? []);
  const problems: CsvProblem[] = [];
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof records;
  } catch (error) {
    const line = /on line (\d+)|at line (\d+)/.exec(String(error));
    return {
      rows: [],
      columns: [],
      problems: [{ kind: 'syntax', line: Number(line?.[1] ?? line?.[2] ?? 1), value: String(error) }],
    };
  }
  const [head, ...body] = records;
  const columns = (head?.record ?? []).map((heading) => ({ heading, key: headings.get(heading) ?? '' }));
  for (const { heading, key } of columns) if (key === '') problems.push({ kind: 'unknown-column', line: 1, value: heading });
  for (const [heading, key] of headings) {
    if (required.has(key) && !columns.some((column) => column.key === key))
      problems.push({ kind: 'missing-column', line: 1, value: heading });
  }
  const rows = body.map(({ record, info }) => {
    if (record.length !== columns.length && record.slice(columns.length).some((cell) => cell !== '')) {
      problems.push({ kind: 'cells', line: info.lines, value: `${record.length}/${columns.length}` });
    }
    const values: Record<string, string> = {};
    columns.forEach(({ key }, index) => {
      const cell = record[index] ?? '';
      if (key !== '' && cell !== '') values[key] = cell;
    });
    return { line: info.lines, values };
  });
  return { rows, columns, problems };
}
