import type { Column } from '../derive/datasets/column.ts';
import type { Dataset } from '../derive/datasets/dataset.ts';

export interface DataPackageInput {
  name: string;
  title: string;
  description: string;
  homepage: string;
  version: string;
  publisher: string;
  licence: { title: string; path: string };
  tables: readonly { dataset: Dataset; csvBytes: number; jsonBytes: number }[];
}

const PROFILES = 'https://datapackage.org/profiles/2.0';

/** The descriptor of the open data for programs, a Data Package 2.0: every table as CSV with Chinese headings and as JSON with keys. */
export function dataPackage({ tables, licence, publisher, ...about }: DataPackageInput): string {
  const all = tables.map(({ dataset }) => dataset);
  const descriptor = {
    $schema: `${PROFILES}/datapackage.json`,
    ...about,
    licenses: [licence],
    contributors: [{ title: publisher, roles: ['publisher'] }],
    resources: tables.flatMap(({ dataset, csvBytes, jsonBytes }) => [
      resource(dataset, CSV, csvBytes, all),
      resource(dataset, JSON_ROWS, jsonBytes, all),
    ]),
  };
  return `${JSON.stringify(descriptor, null, 1)}\n`;
}

interface Format {
  format: 'csv' | 'json';
  mediatype: string;
  /** What a resource is called beside the table's own name. */
  suffix: string;
  nameOf: (column: Column) => string;
  typeOf: (column: Column) => Record<string, unknown>;
}

const CSV: Format = {
  format: 'csv',
  mediatype: 'text/csv',
  suffix: '',
  nameOf: ({ title }) => title,
  typeOf: ({ type }) => {
    if (type === 'boolean') return { type, trueValues: ['是'], falseValues: ['否'] };
    return { type: type === 'list' ? 'string' : type };
  },
};

const JSON_ROWS: Format = {
  format: 'json',
  mediatype: 'application/json',
  suffix: '-json',
  nameOf: ({ key }) => key,
  typeOf: ({ type }) => ({ type: type === 'list' ? 'array' : type }),
};

/** The names of columns in a format, in the order asked for. */
const namesOf = ({ columns }: Dataset, keys: readonly string[], { nameOf }: Format): string[] =>
  keys.flatMap((key) => columns.filter((column) => column.key === key).map(nameOf));

function resource(dataset: Dataset, format: Format, bytes: number, all: readonly Dataset[]) {
  const { name, title, about, columns, key, links } = dataset;
  const foreignKeys = links.flatMap((link) => {
    const target = all.find((other) => other.name === link.dataset);
    if (target === undefined) return [];
    const reference = { resource: `${target.name}${format.suffix}`, fields: namesOf(target, link.of, format) };
    return [{ fields: namesOf(dataset, link.columns, format), reference }];
  });
  return {
    name: `${name}${format.suffix}`,
    type: 'table',
    title: `${title}（${format.format.toUpperCase()}）`,
    description: about,
    path: `${name}.${format.format}`,
    format: format.format,
    mediatype: format.mediatype,
    encoding: 'utf-8',
    bytes,
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: columns.map((column) => field(column, format)),
      ...(key.length > 0 && { primaryKey: namesOf(dataset, key, format) }),
      ...(foreignKeys.length > 0 && { foreignKeys }),
    },
  };
}

function field(column: Column, { nameOf, typeOf }: Format) {
  const { title, help, type, required, options } = column;
  return {
    name: nameOf(column),
    title,
    ...(help !== '' && { description: help }),
    ...typeOf(column),
    constraints: { required, ...(options !== undefined && type === 'string' && { enum: options }) },
  };
}
