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
import { inspectMdx, type InspectedMdx } from './safe-mdx.ts';
import { readText, type Encoding } from './source.ts';
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

/** Reads everything below `<root>/content`, or the files that stand for it. */
export function readContent(root: string, files: ContentFile[] = listFiles(root)): ContentSource {
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
        .map((file) => readEntry(name, file, byPath)),
    ),
  };
}

function parseWith(schema: z.ZodType, value: unknown): Parsed {
  const result = schema.safeParse(value);
  return result.success ? { issues: [], data: result.data } : { issues: result.error.issues, data: undefined };
}

const NOTHING: Parsed = { issues: [], data: undefined };

/** Reads and checks one of the YAML files of `content/`. */
export function readYamlFile(file: Pick<ContentFile, 'path' | 'read'>, schema: z.ZodType): YamlFile {
  const { text, encoding } = readText(file.read());
  const yaml = new YamlSource(text);
  return { file: file.path, text, encoding, yaml, parsed: hasErrors(yaml) ? NOTHING : parseWith(schema, yaml.value) };
}

const hasErrors = (yaml: YamlSource): boolean => yaml.problems.length > 0;

/** Parses one entry from the text of its `index.mdx`; the Astro loader and the gate both begin here. */
export function parseEntry(
  name: CollectionName,
  text: string,
): Pick<EntrySource, 'front' | 'yaml' | 'parsed' | 'body' | 'bodyLine' | 'mdx'> {
  const front = splitFrontmatter(text);
  if ('problem' in front)
    return { front, yaml: undefined, parsed: NOTHING, body: '', bodyLine: 1, mdx: { tree: undefined, problems: [] } };
  const yaml = new YamlSource(front.yaml, front.yamlLine);
  const schema: z.ZodType = collections[name].schema;
  let mdx: InspectedMdx | undefined;
  return {
    front,
    yaml,
    parsed: hasErrors(yaml) ? NOTHING : parseWith(schema, yaml.value ?? {}),
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

function readEntry(name: CollectionName, file: ContentFile, files: Map<string, ContentFile>): EntrySource {
  const { text, encoding } = readText(file.read());
  const folder = file.path.slice(0, -'/index.mdx'.length);
  const companions: Record<string, Companion> = collections[name].companions;
  // Not spread: that would parse the body.
  return Object.assign(parseEntry(name, text), {
    collection: name,
    id: folder.slice(`content/${collections[name].folder}/`.length),
    folder,
    file: file.path,
    text,
    encoding,
    companions: Object.entries(companions).flatMap(([key, companion]) => {
      const beside = files.get(`${folder}/${companion.file}`);
      return beside === undefined ? [] : [readCompanion(key, companion, beside)];
    }),
  });
}

function readCompanion(name: string, companion: Companion, file: ContentFile): CompanionSource {
  const { text, encoding } = readText(file.read());
  return { name, file: file.path, text, encoding, ...parseCompanion(companion, text) };
}

/** Parses the text of a file beside an entry, item by item. */
export function parseCompanion(companion: Companion, text: string): Pick<CompanionSource, 'items' | 'yaml' | 'csv'> {
  const schema = companion.item;
  if (companion.format === 'csv') {
    const csv = readCsv(text, schema);
    return { csv, items: csv.rows.map(({ values }) => parseWith(schema, values)) };
  }
  const yaml = new YamlSource(text);
  const list = Array.isArray(yaml.value) && !hasErrors(yaml) ? yaml.value : [];
  return { yaml, items: list.map((item) => parseWith(schema, item)) };
}

/** The valid part of `content/` as the derive functions take it; undefined when `site.yaml` itself is not valid. */
export function toContent(source: ContentSource): Content | undefined {
  const site = source.site?.parsed.data as Site | undefined;
  if (site === undefined) return undefined;
  const valid = source.entries.filter(({ parsed }) => parsed.data !== undefined);
  const of = <D>(name: CollectionName): (Entry<D> & { source: EntrySource })[] =>
    valid
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
