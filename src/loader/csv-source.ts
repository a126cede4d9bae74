import { parse } from 'csv-parse/sync';
import { z } from 'astro/zod';

export interface CsvProblem {
  kind: 'unknown-column' | 'missing-column' | 'repeated-column' | 'cells' | 'separator' | 'syntax';
  line: number;
  /** From 1, in characters. */
  column: number;
  /** The column heading, the separator, the surplus cell or the parser's message. */
  value: string;
}

export interface CsvRow {
  /** The line on which the row begins. */
  line: number;
  /** Field keys of the schema → cell text; empty cells are left out. */
  values: Record<string, string>;
  /** Where each cell begins in the line, from 1. */
  starts: number[];
}

export interface CsvSource {
  rows: CsvRow[];
  /** Field key → heading, in the order of the file. */
  columns: { key: string; heading: string }[];
  problems: CsvProblem[];
}

interface RawRecord {
  record: string[];
  raw: string;
  info: { lines: number };
}

interface Head {
  headings: Map<string, string>;
  required: Set<string>;
}

/** A schema never changes, so that it is read once for all tables. */
const heads = new WeakMap<z.ZodType, Head>();

function headOf(schema: z.ZodType): Head {
  const head = heads.get(schema) ?? readHead(schema);
  heads.set(schema, head);
  return head;
}

/** Headings of a table: the Chinese titles of its schema's fields → field keys. */
export const headingsOf = (schema: z.ZodType): ReadonlyMap<string, string> => headOf(schema).headings;

function readHead(schema: z.ZodType): Head {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const headings = new Map(
    Object.entries(properties).map(([key, property]) => [
      (typeof property === 'object' ? property.title : undefined) ?? key,
      key,
    ]),
  );
  return { headings, required: new Set(required) };
}

/** Reads a table that WPS or Excel saved as CSV: commas, quotes, headings in the first line. Never throws. */
export function readCsv(text: string, schema: z.ZodType): CsvSource {
  let records: RawRecord[];
  try {
    records = parse(text, {
      info: true,
      raw: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as RawRecord[];
  } catch (error) {
    const { code, lines } = error as { code?: string; lines?: number };
    const line = code === 'CSV_QUOTE_NOT_CLOSED' ? lastOpened(text) : (lines ?? 1);
    return { rows: [], columns: [], problems: [{ kind: 'syntax', line, column: 1, value: String(error) }] };
  }
  const [head, ...body] = records;
  const separator = head?.record.length === 1 ? /[，;；\t]/.exec(head.raw) : null;
  if (separator !== null)
    return {
      rows: [],
      columns: [],
      problems: [{ kind: 'separator', line: 1, column: separator.index + 1, value: separator[0] }],
    };
  const { headings, required } = headOf(schema);
  const columns = (head?.record ?? []).map((heading) => ({ heading, key: headings.get(heading) ?? '' }));
  const problems = headProblems(columns, cellStarts(head?.raw ?? ''), headings, required);
  const rows = body.map(({ record, raw, info }) => {
    const line = info.lines - (raw.trim().match(/\n/g)?.length ?? 0);
    const starts = cellStarts(raw);
    const surplus = record.findIndex((cell, index) => index >= columns.length && cell !== '');
    if (surplus >= 0) problems.push({ kind: 'cells', line, column: starts[surplus] ?? 1, value: record[surplus] ?? '' });
    for (const [index, { key }] of columns.entries()) {
      const at = joinedAt(schema, key, record[index] ?? '');
      if (at !== undefined) problems.push({ kind: 'separator', line, column: (starts[index] ?? 1) + at, value: JOIN });
    }
    const cells = columns.flatMap(({ key }, index) => {
      const cell = record[index] ?? '';
      return key === '' || cell === '' ? [] : [[key, cell] as const];
    });
    return { line, starts, values: Object.fromEntries(cells) };
  });
  return { rows, columns, problems };
}

/** The line on which a quote opens that is never closed; the parser only knows that the file is over. */
function lastOpened(text: string): number {
  const quotes = text.split('"');
  return quotes.slice(0, -1).join('').split('\n').length;
}

/** The comma of Chinese text: in a sentence a mark, between two cells a slip. */
const JOIN = '，';

/** Where a cell that holds two was joined: it says nothing as a whole, and something up to there. A sentence is right either way. */
function joinedAt(schema: z.ZodType, key: string, cell: string): number | undefined {
  const at = cell.indexOf(JOIN);
  const field = at > 0 && schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>)[key] : undefined;
  const start = cell.slice(0, at);
  const says = (value: unknown): boolean => field?.safeParse(value).success === true;
  return field !== undefined && !says(cell) && (says(start) || says(Number(start))) ? at : undefined;
}

function headProblems(
  columns: CsvSource['columns'],
  starts: number[],
  headings: Map<string, string>,
  required: Set<string>,
): CsvProblem[] {
  const place = (index: number): { line: number; column: number } => ({ line: 1, column: starts[index] ?? 1 });
  return [
    ...columns.flatMap(({ heading, key }, index): CsvProblem[] => {
      // A column without heading is what a spreadsheet leaves behind; its cells are caught row by row.
      if (key === '') return heading === '' ? [] : [{ kind: 'unknown-column', ...place(index), value: heading }];
      const first = columns.findIndex((column) => column.key === key);
      return first === index ? [] : [{ kind: 'repeated-column', ...place(index), value: heading }];
    }),
    ...[...headings].flatMap(([heading, key]): CsvProblem[] =>
      required.has(key) && !columns.some((column) => column.key === key)
        ? [{ kind: 'missing-column', ...place(0), value: heading }]
        : [],
    ),
  ];
}

/** Where the cells of a row begin, from 1; a comma between quotes separates nothing. */
function cellStarts(raw: string): number[] {
  const starts = [1];
  let quoted = false;
  for (const [index, character] of Array.from(raw.trim()).entries()) {
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) starts.push(index + 2);
  }
  return starts;
}
