import type { z } from 'astro/zod';
import type { Branch } from '../schemas/branch.ts';
import type { Commitment } from '../schemas/commitment.ts';
import type { Content, Entry } from '../schemas/content.ts';
import type { Cooperative } from '../schemas/cooperative.ts';
import type { Figure } from '../schemas/figure.ts';
import { collections, documents, type CollectionName, type Companion } from '../schemas/index.ts';
import type { Meeting } from '../schemas/meeting.ts';
import type { News } from '../schemas/news.ts';
import type { Page } from '../schemas/page.ts';
import type { Report } from '../schemas/report.ts';
import type { Site } from '../schemas/site.ts';
import type { Standard } from '../schemas/standard.ts';
import { listFiles, type ContentFile } from './content-files.ts';
import { readCsv, type CsvSource } from './csv-source.ts';
import { splitFrontmatter, type Frontmatter, type FrontmatterProblem } from './frontmatter.ts';
import type { KeptParses, KnownParse } from './kept-parses.ts';
import { inspectMdx, type InspectedMdx } from './safe-mdx.ts';
import { readText, type Encoding, type SourceText } from './source.ts';
import { YamlSource } from './yaml-source.ts';

interface Parsed {
  /** Issues of the schema, with paths into the value; empty when it is valid. */
  issues: z.core.$ZodIssue[];
  /** The validated data; undefined when it is not valid. */
  data: unknown;
}

/** A YAML file, or the frontmatter of an entry. */
export interface YamlFile {
  file: string;
  text: string;
  encoding: Encoding;
  /** Undefined when the file has no readable frontmatter. */
  yaml: YamlSource | undefined;
  parsed: Parsed;
}

export interface CompanionSource {
  name: string;
  file: string;
  text: string;
  encoding: Encoding;
  items: Parsed[];
  /** For a YAML list. */
  yaml?: YamlSource;
  /** For a table. */
  csv?: CsvSource;
}

export interface EntrySource extends YamlFile {
  collection: CollectionName;
  /** The folder below the collection: `2026/0305-chun-geng`. */
  id: string;
  /** The entry's folder, `content/news/2026/0305-chun-geng`. */
  folder: string;
  front: Frontmatter | FrontmatterProblem;
  body: string;
  bodyLine: number;
  mdx: InspectedMdx;
  companions: CompanionSource[];
}

/** `content/` as it stands on disk, parsed as far as it can be. Reading it never throws. */
export interface ContentSource {
  root: string;
  files: ContentFile[];
  site: YamlFile | undefined;
  /** `people.yaml`, `terms.yaml` and `exceptions.yaml`, where a township has them. */
  people: YamlFile | undefined;
  terms: YamlFile | undefined;
  exceptions: YamlFile | undefined;
  standards: YamlFile[];
  entries: EntrySource[];
}

/**
 * Reads everything below `<root>/content`, or the files that stand for it.
 * @param kept what need not be parsed again
 */
export function readContent(root: string, files: ContentFile[] = listFiles(root), kept?: KeptParses): ContentSource {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const single = (name: 'site' | 'people' | 'terms' | 'exceptions'): YamlFile | undefined => {
    const file = byPath.get(`content/${documents[name].file}`);
    return file === undefined ? undefined : readYamlFile(file, documents[name].schema);
  };
  return {
    root,
    files,
    site: single('site'),
    people: single('people'),
    terms: single('terms'),
    exceptions: single('exceptions'),
    standards: files
      .filter(({ path }) => path.startsWith(`content/${documents.standards.folder}/`) && /\.ya?ml$/.test(path))
      .map((file) => readYamlFile(file, documents.standards.schema)),
    entries: (Object.keys(collections) as CollectionName[]).flatMap((name) =>
      files
        .filter(({ path }) => path.startsWith(`content/${collections[name].folder}/`) && path.endsWith('/index.mdx'))
        .map((file) => readEntry(name, file, byPath, kept)),
    ),
  };
}

function parseWith(schema: z.ZodType, value: unknown): Parsed {
  const result = schema.safeParse(value);
  return result.success ? valid(result.data) : { issues: result.error.issues, data: undefined };
}

const valid = (data: unknown): Parsed => ({ issues: [], data });
const NOTHING: Parsed = { issues: [], data: undefined };

/** Reads and checks one of the YAML files of `content/`. */
export function readYamlFile(file: Pick<ContentFile, 'path' | 'read'>, schema: z.ZodType): YamlFile {
  const { text, encoding } = readText(file.read());
  const yaml = new YamlSource(text);
  return { file: file.path, text, encoding, yaml, parsed: hasErrors(yaml) ? NOTHING : parseWith(schema, yaml.value) };
}

const hasErrors = (yaml: YamlSource): boolean => yaml.problems.length > 0;

type Known = Pick<KnownParse, 'value' | 'data'>;

/** Reads a text and parses it, or takes what is kept of the same bytes; keeps what `plain` says of it when nothing is wrong. */
function readParsed<T extends object>(
  kind: string,
  file: ContentFile,
  kept: KeptParses | undefined,
  parse: (text: string, known?: Known) => T,
  plain: (parsed: T) => Known | undefined,
): T & SourceText {
  const known = file.hash === undefined ? undefined : kept?.find(file.hash, kind);
  // Not spread: that would parse the body.
  if (known !== undefined) return Object.assign(parse(known.text, known), { text: known.text, encoding: 'utf-8' as const });
  const source = readText(file.read());
  const parsed = parse(source.text);
  const right = source.encoding === 'utf-8' ? plain(parsed) : undefined;
  if (file.hash !== undefined && right !== undefined) kept?.add(file.hash, { kind, text: source.text, ...right });
  return Object.assign(parsed, source);
}

/**
 * Parses one entry from the text of its `index.mdx`; the Astro loader and the gate both begin here.
 * @param known what its fields are known to be
 */
export function parseEntry(
  name: CollectionName,
  text: string,
  known?: Known,
): Pick<EntrySource, 'front' | 'yaml' | 'parsed' | 'body' | 'bodyLine' | 'mdx'> {
  const front = splitFrontmatter(text);
  if ('problem' in front)
    return { front, yaml: undefined, parsed: NOTHING, body: '', bodyLine: 1, mdx: { tree: undefined, problems: [] } };
  const yaml = new YamlSource(front.yaml, front.yamlLine, known);
  const schema: z.ZodType = collections[name].schema;
  let mdx: InspectedMdx | undefined;
  return {
    front,
    yaml,
    parsed: known !== undefined ? valid(known.data) : hasErrors(yaml) ? NOTHING : parseWith(schema, yaml.value ?? {}),
    body: front.body,
    bodyLine: front.bodyLine,
    // Where few entries are looked at, the bodies of the others are not parsed.
    get mdx() {
      return (mdx ??= inspectBody(front));
    },
  };
}

function inspectBody({ body, bodyLine }: Frontmatter): InspectedMdx {
  const mdx = inspectMdx(body);
  for (const problem of mdx.problems) problem.line += bodyLine - 1;
  return mdx;
}

function readEntry(
  name: CollectionName,
  file: ContentFile,
  files: Map<string, ContentFile>,
  kept: KeptParses | undefined,
): EntrySource {
  const folder = file.path.slice(0, -'/index.mdx'.length);
  const companions: Record<string, Companion> = collections[name].companions;
  const entry = readParsed(
    name,
    file,
    kept,
    (text, known) => parseEntry(name, text, known),
    ({ yaml, parsed: { data } }) => (data === undefined ? undefined : { value: yaml?.value, data }),
  );
  return Object.assign(entry, {
    collection: name,
    id: folder.slice(`content/${collections[name].folder}/`.length),
    folder,
    file: file.path,
    companions: Object.entries(companions).flatMap(([key, companion]) => {
      const beside = files.get(`${folder}/${companion.file}`);
      return beside === undefined ? [] : [readCompanion(key, companion, beside, kept)];
    }),
  });
}

function readCompanion(name: string, companion: Companion, file: ContentFile, kept: KeptParses | undefined): CompanionSource {
  const parse = (text: string, known?: Known): ParsedCompanion => parseCompanion(companion, text, known);
  return { name, file: file.path, ...readParsed(name, file, kept, parse, plainItems) };
}

type ParsedCompanion = Pick<CompanionSource, 'items' | 'yaml' | 'csv'>;

function plainItems({ items, yaml, csv }: ParsedCompanion): Known | undefined {
  const right = (csv ?? yaml)?.problems.length === 0 && items.every(({ data }) => data !== undefined);
  return right ? { value: csv ?? yaml?.value, data: items.map(({ data }) => data) } : undefined;
}

/**
 * Parses the text of a file beside an entry, item by item.
 * @param known what its items are known to be
 */
export function parseCompanion(companion: Companion, text: string, known?: Known): ParsedCompanion {
  const schema = companion.item;
  const items = (known?.data as unknown[] | undefined)?.map(valid);
  if (companion.format === 'csv') {
    const csv = (known?.value as CsvSource | undefined) ?? readCsv(text, schema);
    return { csv, items: items ?? csv.rows.map(({ values }) => parseWith(schema, values)) };
  }
  const yaml = new YamlSource(text, 1, known);
  const list = Array.isArray(yaml.value) && !hasErrors(yaml) ? yaml.value : [];
  return { yaml, items: items ?? list.map((item) => parseWith(schema, item)) };
}

/** The valid part of `content/` as the derive functions take it; undefined when `site.yaml` itself is not valid. */
export function toContent(source: ContentSource): Content | undefined {
  const site = source.site?.parsed.data as Site | undefined;
  if (site === undefined) return undefined;
  const readable = source.entries.filter(({ parsed }) => parsed.data !== undefined);
  const of = <D>(name: CollectionName): (Entry<D> & { source: EntrySource })[] =>
    readable
      .filter(({ collection }) => collection === name)
      .map((entry) => ({ id: entry.id, data: entry.parsed.data as D, source: entry }));
  const items = <T>(entry: EntrySource, name: string): T[] =>
    (entry.companions.find((companion) => companion.name === name)?.items ?? []).flatMap(({ data }) =>
      data === undefined ? [] : [data as T],
    );
  const plain = <D>(name: CollectionName): Entry<D>[] => of<D>(name).map(({ id, data }) => ({ id, data }));
  return {
    site,
    standards: source.standards.flatMap(({ parsed }) => (parsed.data === undefined ? [] : [parsed.data as Standard])),
    news: plain<News>('news'),
    branches: of<Branch>('branches').map(({ id, data, source: entry }) => ({
      id,
      data,
      meetings: items<Meeting>(entry, 'meetings'),
    })),
    cooperatives: plain<Cooperative>('cooperatives'),
    reports: of<Report>('reports').map(({ id, data, source: entry }) => ({
      id,
      data,
      figures: items<Figure>(entry, 'figures'),
      commitments: items<Commitment>(entry, 'commitments'),
    })),
    pages: plain<Page>('pages'),
  };
}
