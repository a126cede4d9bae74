import type { z } from 'astro/zod';
import type { CsvRow } from '../loader/csv-source.ts';
import type { CompanionSource, ContentSource, EntrySource, YamlFile } from '../loader/read-content.ts';
import type { Path, Place, YamlSource } from '../loader/yaml-source.ts';
import { collections, documents, type Companion, type CollectionName } from '../schemas/index.ts';
import { describeFields, fieldName, getIn, type FieldNode } from './field-node.ts';
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
  issues: z.core.$ZodIssue[];
  /** Its schema's output; undefined when it is not valid. */
  data: unknown;
  locate: (path: Path, target?: 'key' | 'value') => Place;
  /** The scalar as typed. */
  written: (path: Path) => string | undefined;
}

/** Everything with fields, in the order of the files. */
export function listRecords(source: ContentSource): FieldRecord[] {
  const describe = memo(describeFields);
  const ofYaml = (kind: RecordKind, schema: z.ZodType, file: YamlFile, entry?: EntrySource): FieldRecord[] =>
    file.yaml === undefined
      ? []
      : [
          {
            kind,
            file: file.file,
            ...(entry && { entry }),
            node: describe(schema),
            value: file.yaml.value,
            ...file.parsed,
            ...access(file.yaml, []),
          },
        ];
  return [
    ...(source.site === undefined ? [] : ofYaml('site', documents.site.schema, source.site)),
    ...source.standards.flatMap((file) => ofYaml('standards', documents.standards.schema, file)),
    ...source.entries.flatMap((entry) => {
      const companions: Record<string, Companion> = collections[entry.collection].companions;
      return [
        ...ofYaml(entry.collection, collections[entry.collection].schema, entry, entry),
        ...entry.companions.flatMap((beside) => {
          const item = companions[beside.name]?.item;
          return item === undefined ? [] : ofCompanion(entry, beside, describe(item));
        }),
      ];
    }),
  ];
}

function ofCompanion(entry: EntrySource, beside: CompanionSource, node: FieldNode): FieldRecord[] {
  return beside.items.map((parsed, index) => ({
    kind: beside.name as RecordKind,
    file: beside.file,
    entry,
    node,
    ...parsed,
    // A missing column is said once, at the heading.
    issues: parsed.issues.filter(
      ({ path: [key] }) => beside.csv?.columns.every((column) => column.key !== key) !== true || key === undefined,
    ),
    ...(beside.csv === undefined ? yamlItem(beside.yaml, index) : csvRow(beside, beside.csv.rows[index])),
  }));
}

type Access = Pick<FieldRecord, 'locate' | 'written'>;

function access(yaml: YamlSource, base: Path): Access {
  return {
    locate: (path, target) => yaml.locate([...base, ...path], target),
    written: (path) => yaml.written([...base, ...path]),
  };
}

function yamlItem(yaml: YamlSource | undefined, index: number): Access & { value: unknown } {
  if (yaml === undefined) return { value: undefined, locate: () => ({ line: 1, column: 1 }), written: () => undefined };
  return { value: (yaml.value as unknown[])[index], ...access(yaml, [index]) };
}

function csvRow({ csv }: CompanionSource, row: CsvRow | undefined): Access & { value: unknown } {
  const values = row?.values ?? {};
  const line = row?.line ?? 1;
  return {
    value: values,
    locate: ([key]) => {
      const index = csv?.columns.findIndex((column) => column.key === key) ?? -1;
      return { line, column: row?.starts[index] ?? 1 };
    },
    written: ([key]) => values[String(key)],
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

function memo<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const found = known.get(key) ?? compute(key);
    known.set(key, found);
    return found;
  };
}
