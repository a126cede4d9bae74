import { stringify } from 'yaml';
import { blank } from '../schemas/blank.ts';
import { kindOf } from '../schemas/field-kind.ts';
import type { FieldSchema } from '../schemas/field-schema.ts';
import type { Choices } from './choices.ts';

/** Values that are known already: what is in here is written, whether its field is required or not; `{}` asks for what is inside. */
export interface Known {
  [key: string]: KnownValue;
}
export type KnownValue = string | number | boolean | Known | readonly KnownValue[];

const MOST_CHOICES = 20;
const isGroup = (value: KnownValue | undefined): value is Known => typeof value === 'object' && !Array.isArray(value);
const isList = (value: KnownValue | undefined): value is readonly KnownValue[] => Array.isArray(value);
const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
/** A value that stands in one line. */
const isLeaf = ({ properties, items, oneOf }: FieldSchema): boolean =>
  properties === undefined && oneOf === undefined && (items === undefined || isLeaf(items));

/**
 * The YAML of a new entry. Required fields and known values are live, each below a line that explains it (`## …`); what is not known
 * is a blank. Optional fields stand at the end, commented out (`# …`), ready to be used.
 */
export function yamlTemplate(schema: FieldSchema, known: Known, choices: Choices): string {
  return `${new Template(choices).group(schema, known, true).join('\n')}\n`;
}

/** The same for a file that is a list: one item a known value. */
export function yamlListTemplate(item: FieldSchema, known: readonly Known[], choices: Choices): string {
  return `${new Template(choices).items(item, known).join('\n')}\n`;
}

class Template {
  readonly #choices: Choices;

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  group(schema: FieldSchema, known: Known, top = false, explained = true): string[] {
    const required = new Set(schema.required ?? []);
    const fields = Object.entries(schema.properties ?? {});
    const live = fields.filter(([key]) => required.has(key) || known[key] !== undefined);
    const offered = explained ? fields.filter((field) => !live.includes(field)) : [];
    const divider = ['', '## ———— 下面的都是选填：用得上就去掉行首的“# ”再填，用不上不用管 ————'];
    return [
      ...live.flatMap(([key, field]) => [
        ...(explained ? [this.#explain(field, required.has(key))] : []),
        ...this.#live(key, field, known[key], explained),
      ]),
      ...(top && offered.length > 0 ? divider : []),
      ...offered.flatMap(([key, field]) => [
        this.#explain(field, false),
        ...this.#offered(key, field, true).map((line) => `# ${line}`),
      ]),
    ];
  }

  items(item: FieldSchema, known: readonly KnownValue[], explained = true): string[] {
    return known.flatMap((value, index) => {
      const lines = this.group(item, isGroup(value) ? value : {}, false, explained && index === 0);
      const first = lines.findIndex((line) => !line.startsWith('#'));
      return lines.map((line, at) => (at === first ? `- ${line}` : `  ${line}`));
    });
  }

  #explain(field: FieldSchema, required: boolean): string {
    const { title = '', description, examples } = field;
    const example = examples?.[0];
    const targets = this.#choices[(field.items ?? field).reference as keyof Choices] ?? [];
    const listed =
      targets.length > 0 && targets.length <= MOST_CHOICES
        ? `从这里选：${targets.map(({ id, names }) => `${id}（${names[0] ?? ''}）`).join('、')}`
        : undefined;
    const kind = field.properties === undefined ? kindOf(field) : undefined;
    const shown = example === undefined ? undefined : `例：${typeof example === 'string' ? example : JSON.stringify(example)}`;
    const parts = [description, kind, listed, shown].filter((part) => part !== undefined);
    return `## ${title}（${required ? '必填' : '选填'}）${parts.length === 0 ? '' : `：${parts.join('。')}`}`;
  }

  #live(key: string, field: FieldSchema, known: KnownValue | undefined, explained: boolean): string[] {
    const { items, properties } = field;
    if (properties !== undefined)
      return [`${key}:`, ...indented(this.group(field, isGroup(known) ? known : {}, false, explained))];
    if (items !== undefined && !isLeaf(items))
      return [`${key}:`, ...indented(this.items(items, isList(known) ? known : [{}], explained))];
    const values = isList(known) ? known : [known];
    if (items !== undefined)
      return [`${key}:`, ...indented(values.map((value) => `- ${this.#scalar(items, value, field.title)}`))];
    return [`${key}: ${this.#scalar(field, known)}`];
  }

  #scalar(field: FieldSchema, known: KnownValue | undefined, title = field.title ?? ''): string {
    return known === undefined || isGroup(known) ? blank(title) : stringify(known, { lineWidth: 0 }).trimEnd();
  }

  /** An optional field in few lines: the blanks themselves say what goes in. */
  #offered(key: string, field: FieldSchema, required: boolean, nested = false): string[] {
    const { items, properties } = field;
    if (isLeaf(field)) return [`${key}: ${compactLeaf(field, required)}`];
    if (properties !== undefined)
      return nested && Object.values(properties).every(isLeaf)
        ? [`${key}: ${compactGroup(field)}`]
        : [`${key}:`, ...indented(this.#offeredFields(field))];
    return [`${key}:`, ...indented(this.#offeredItem(items ?? {}))];
  }

  #offeredFields({ properties = {}, required = [] }: FieldSchema): string[] {
    return Object.entries(properties).flatMap(([key, field]) => this.#offered(key, field, required.includes(key), true));
  }

  #offeredItem(item: FieldSchema): string[] {
    if (item.oneOf !== undefined) return item.oneOf.map((variant) => `- ${compactGroup(variant)}`);
    if (Object.values(item.properties ?? {}).every(isLeaf)) return [`- ${compactGroup(item)}`];
    return this.#offeredFields(item).map((line, index) => `${index === 0 ? '- ' : '  '}${line}`);
  }
}

/** What would end a text inside of braces. */
const flowSafe = (text: string): string => text.replace(/[[\]{}#]|, |: /g, ' ');

function compactLeaf(field: FieldSchema, required: boolean, title = field.title): string {
  if (field.const !== undefined) return String(field.const);
  if (field.items !== undefined) return `[${compactLeaf(field.items, required, field.title)}]`;
  const kind = kindOf(field);
  const what = title === undefined || kind.startsWith(title) ? kind : `${title}，${kind}`;
  return blank(flowSafe(what), !required);
}

function compactGroup({ properties = {}, required = [] }: FieldSchema): string {
  const parts = Object.entries(properties).map(([key, field]) => `${key}: ${compactLeaf(field, required.includes(key))}`);
  return `{ ${parts.join(', ')} }`;
}
