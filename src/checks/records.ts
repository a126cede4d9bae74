import type { z } from 'astro/zod';
import type { CsvRow, CsvSource } from '../loader/csv-source.ts';
import type { CompanionSource, ContentSource, EntrySource, YamlFile } from '../loader/read-content.ts';
import type { Path, Place, YamlSource } from '../loader/yaml-source.ts';
import { collections, documents, type Companion, type CollectionName } from '../schemas/index.ts';
import { describeFields, fieldName, getIn, listFields, type Field, type FieldNode } from './field-node.ts';
import type { RuleFinding } from './rule.ts';

export type RecordKind = CollectionName | keyof typeof documents | 'meetings' | 'figures' | 'commitments';

/** Anything in `content/` that has fields: an entry's frontmatter, a YAML file, an item of a YAML list, a row of a table. */
export interface FieldRecord {
  kind: RecordKind;
  file: string;
  /** The entry that it is, or stands beside. */
  entry?: EntrySource;
  node: FieldNode;
  /** As parsed, before the schema; undefined when the source could not be read. */
  value: unknown;
  /** The values that the model describes, parents first. */
  fields: Field[];
  issues: z.core.$ZodIssue[];
  /** Its schema's output; undefined when it is not valid. */
  data: unknown;
  locate: (path: Path, target?: 'key' | 'value') => Place;
  /** The scalar as typed. */
  written: (path: Path) => string | undefined;
}

/** Everything with fields, in the order of the files. */
export function listRecords({ site, people, terms, exceptions, standards, entries }: ContentSource): FieldRecord[] {
  return [
    ...(site === undefined ? [] : ofYaml('site', documents.site.schema, site)),
    ...(people === undefined ? [] : ofYaml('people', documents.people.schema, people)),
    ...(terms === undefined ? [] : ofYaml('terms', documents.terms.schema, terms)),
    ...(exceptions === undefined ? [] : ofYaml('exceptions', documents.exceptions.schema, exceptions)),
    ...standards.flatMap((file) => ofYaml('standards', documents.standards.schema, file)),
    ...entries.flatMap((entry) => {
      const { companions, schema }: { companions: Record<string, Companion>; schema: z.ZodType } = collections[entry.collection];
      return [
        ...ofYaml(entry.collection, schema, entry, entry),
        ...entry.companions.flatMap((beside) => {
          const item = companions[beside.name]?.item;
          return item === undefined ? [] : ofCompanion(entry, beside, item);
        }),
      ];
    }),
  ];
}

type Described = Pick<FieldRecord, 'node' | 'value' | 'fields'>;

function described(schema: z.ZodType, value: unknown): Described {
  const node = describeFields(schema);
  return { node, value, fields: listFields(node, value) };
}

function ofYaml(kind: RecordKind, schema: z.ZodType, { file, yaml, parsed }: YamlFile, entry?: EntrySource): FieldRecord[] {
  if (yaml === undefined) return [];
  const beside = entry === undefined ? {} : { entry };
  return [{ kind, file, ...beside, ...parsed, ...described(schema, yaml.value), ...inYaml(yaml, []) }];
}

function ofCompanion(entry: EntrySource, { name, file, items, csv, yaml }: CompanionSource, schema: z.ZodType): FieldRecord[] {
  const hasColumn = (key: unknown): boolean => csv === undefined || csv.columns.some((column) => column.key === key);
  return items.map((parsed, index) => ({
    kind: name as RecordKind,
    file,
    entry,
    ...parsed,
    // A missing column is said once, at the heading.
    issues: parsed.issues.filter(({ path: [key] }) => key === undefined || hasColumn(key)),
    ...described(schema, csv === undefined ? getIn(yaml?.value, [index]) : csv.rows[index]?.values),
    ...(csv === undefined ? inYaml(yaml, [index]) : inTable(csv, csv.rows[index])),
  }));
}

type Access = Pick<FieldRecord, 'locate' | 'written'>;

function inYaml(yaml: YamlSource | undefined, base: Path): Access {
  return {
    locate: (path, target) => yaml?.locate([...base, ...path], target) ?? { line: 1, column: 1 },
    written: (path) => yaml?.written([...base, ...path]),
  };
}

function inTable({ columns }: CsvSource, row: CsvRow | undefined): Access {
  return {
    locate: ([key]) => {
      const index = columns.findIndex((column) => column.key === key);
      return { line: row?.line ?? 1, column: row?.starts[index] ?? 1 };
    },
    written: ([key]) => row?.values[String(key)],
  };
}

/** A finding about a field of a record: its place, its name and what was written are filled in. */
export function about(
  record: FieldRecord,
  path: Path,
  message: { why: string; fix: string },
  target: 'key' | 'value' = 'value',
): RuleFinding {
  const field = fieldName(record.node, record.value, path);
  const written = target === 'key' ? undefined : record.written(path);
  return {
    file: record.file,
    ...record.locate(path, target),
    ...(field !== undefined && { field }),
    ...(written !== undefined && written !== '' && { value: written }),
    ...message,
  };
}

/** The text at a path of a record, or undefined. */
export function textAt(record: FieldRecord, ...path: Path): string | undefined {
  const value = getIn(record.value, path);
  return typeof value === 'string' ? value : undefined;
}
