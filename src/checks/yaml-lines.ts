import type { ContentSource } from '../loader/read-content.ts';
import type { YamlSource } from '../loader/yaml-source.ts';
import { collections, documents, type Companion } from '../schemas/index.ts';
import { describeFields, knownKeys } from './field-node.ts';
import type { RuleFinding } from './rule.ts';

/** A line of YAML as a person reads it. Columns from 1. */
export interface YamlLine {
  number: number;
  text: string;
  indent: string;
  /** Begins with `- `. */
  item: boolean;
  /** The word before the first `: `, when there is one. */
  key: string | undefined;
  /** What stands after `key: ` or `- `, with quoted parts blanked out in `masked`. */
  value: string;
  masked: string;
  valueColumn: number;
}

/** One YAML text of `content/`, for the rules that look for slips of the hand. */
export interface YamlText {
  file: string;
  yaml: YamlSource;
  broken: boolean;
  /** Every line, also those inside of block texts. */
  raw: { number: number; text: string }[];
  /** The lines with structure. */
  lines: YamlLine[];
  /** Keys that the model knows in this file. */
  keys: Set<string>;
}

const LINE = /^(?<indent>\s*)(?<dash>(?:-\s+)+|-$)?(?:(?<key>[^\s:#"'“”[\]{},&*!|>%@`][^:#"]*?)(?<colon>:(?:\s+|$)))?/u;

function readLine(text: string, number: number): YamlLine {
  const groups = LINE.exec(text)?.groups ?? {};
  const { indent = '', dash = '', key, colon = '' } = groups;
  const start = indent.length + dash.length + (key?.length ?? 0) + (key === undefined ? 0 : colon.length);
  const value = text.slice(start).trimEnd();
  return {
    number,
    text,
    indent,
    item: dash !== '',
    key,
    value,
    masked: value.replace(/"(?:[^"\\]|\\.)*"|(?<![^\s[{,:])'(?:[^']|'')*'/g, (quoted) => '\uE000'.repeat(quoted.length)),
    valueColumn: start + 1,
  };
}

/** The lines with structure: without comments and blanks, texts below `|` or `>`, and the rest of a quoted text over several lines. */
function structure(raw: YamlText['raw'], broken: boolean): YamlLine[] {
  const lines: YamlLine[] = [];
  let blockIndent: number | undefined;
  let quote: string | undefined;
  for (const { text, number } of raw) {
    const depth = text.length - text.trimStart().length;
    if (quote !== undefined) {
      if (text.includes(quote)) quote = undefined;
      continue;
    }
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    if (blockIndent !== undefined && depth > blockIndent) continue;
    blockIndent = undefined;
    const line = readLine(text, number);
    lines.push(line);
    if (/^[|>][+-]?\d?[+-]?(\s+#.*)?$/.test(line.value)) blockIndent = depth;
    // In a broken file an open quote is the likely culprit, so the lines below it are still looked at.
    if (!broken && /^["']/.test(line.masked)) quote = line.masked[0];
  }
  return lines;
}

function toYamlText(file: string, yaml: YamlSource, text: string, firstLine: number, keys: Set<string>): YamlText {
  const raw = text.split('\n').map((line, index) => ({ text: line, number: index + firstLine }));
  const broken = yaml.problems.length > 0;
  return { file, yaml, broken, raw, lines: structure(raw, broken), keys };
}

/** Every YAML text of `content/`: frontmatter, the single files, the lists beside entries. */
export function listYamlTexts({ site, people, terms, exceptions, standards, entries }: ContentSource): YamlText[] {
  const texts: YamlText[] = [];
  const keysOf = new Map<unknown, Set<string>>();
  const add = (file: string, yaml: YamlSource | undefined, text: string, line: number, schema: Companion['item'] | undefined) => {
    if (yaml === undefined || schema === undefined) return;
    const keys = keysOf.get(schema) ?? knownKeys(describeFields(schema));
    keysOf.set(schema, keys);
    texts.push(toYamlText(file, yaml, text, line, keys));
  };
  if (site !== undefined) add(site.file, site.yaml, site.text, 1, documents.site.schema);
  if (people !== undefined) add(people.file, people.yaml, people.text, 1, documents.people.schema);
  if (terms !== undefined) add(terms.file, terms.yaml, terms.text, 1, documents.terms.schema);
  if (exceptions !== undefined) add(exceptions.file, exceptions.yaml, exceptions.text, 1, documents.exceptions.schema);
  for (const { file, yaml, text } of standards) add(file, yaml, text, 1, documents.standards.schema);
  for (const { collection, file, yaml, front, companions } of entries) {
    if (!('problem' in front)) add(file, yaml, front.yaml, front.yamlLine, collections[collection].schema);
    const items: Record<string, Companion> = collections[collection].companions;
    for (const beside of companions) add(beside.file, beside.yaml, beside.text, 1, items[beside.name]?.item);
  }
  return texts;
}

/** A finding at a place of a line; `index` counts from 0. */
export function atLine(
  file: string,
  line: { number: number },
  index: number,
  message: Omit<RuleFinding, 'file' | 'line' | 'column'>,
): RuleFinding {
  return { file, line: line.number, column: index + 1, ...message };
}
