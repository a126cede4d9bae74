import {
  Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  stringify,
  visit,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { align, isEmpty, isGroup, same, type Plain } from './align.ts';

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Dates stay text, lines are never folded, and texts are quoted with the marks of our templates. */
const READ = { schema: 'core', version: '1.2' } as const;
const WRITE = { ...READ, lineWidth: 0, singleQuote: false } as const;

/** YAML for what has no text yet. */
export const writeYaml = (value: Plain): string => stringify(value, WRITE);

/**
 * The text with another value in it: what was not changed stays as it was written, to the letter, comments and order and quotes
 * included. A text that cannot be read is replaced.
 */
export function mergeYaml(source: string, value: Plain): string {
  const text = source === '' || source.endsWith('\n') ? source : `${source}\n`;
  const document = parseDocument(text, READ);
  if (document.errors.length > 0) return writeYaml(value);
  if (document.contents === null || (isScalar(document.contents) && document.contents.value === null))
    return isEmptyCollection(value) ? source : `${text}${writeYaml(value)}`;
  const merged = new Merge(text, document).result(value);
  // Whatever the splicing did not foresee is written anew rather than wrong.
  if (!same(parseDocument(merged, READ).toJS() as Plain, value)) return writeYaml(value);
  return source.endsWith('\n') ? merged : merged.replace(/\n$/, '');
}

const isEmptyCollection = (value: Plain): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

class Merge {
  readonly #source: string;
  readonly #document: Document.Parsed;
  readonly #edits: Edit[] = [];

  constructor(source: string, document: Document.Parsed) {
    this.#source = source;
    this.#document = document;
  }

  result(value: Plain): string {
    const root = this.#document.contents;
    if (isCollection(root))
      this.#collection(root, value, () => {
        this.#edit(startOf(root), this.#source.length, writeYaml(value));
      });
    let text = '';
    let done = 0;
    // At one place, what was found first stands first: the inner before the outer.
    for (const { start, end, text: put } of this.#edits.sort((a, b) => a.start - b.start || a.end - b.end)) {
      text += this.#source.slice(done, start) + put;
      done = end;
    }
    return text + this.#source.slice(done);
  }

  #edit(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  /** Changes what stands at a node into a value; `rewrite` writes the whole anew. */
  #change(node: unknown, value: Plain, rewrite: () => void): void {
    if (same(this.#valueOf(node), value)) return;
    if (isCollection(node)) this.#collection(node, value, rewrite);
    else if (isScalar(node)) this.#scalar(node, value, rewrite);
    else rewrite();
  }

  #collection(node: unknown, value: Plain, rewrite: () => void): void {
    const inBraces = isCollection(node) && node.flow === true;
    if (isMap(node) && isGroup(value) && this.#keeps(node, value)) this.#map(node, value, inBraces, rewrite);
    else if (isSeq(node) && Array.isArray(value) && value.length > 0) this.#list(node, value, inBraces, rewrite);
    else if (!same(this.#valueOf(node), value)) rewrite();
  }

  #keeps(node: YAMLMap, value: Record<string, Plain>): boolean {
    return node.items.some((pair) => value[keyOf(pair)] !== undefined);
  }

  #scalar(node: Scalar, value: Plain, rewrite: () => void): void {
    const [start, end] = node.range ?? [0, 0];
    const isLine = (text: string): boolean => !text.includes('\n');
    if (typeof value === 'object' || start === end || !isLine(this.#source.slice(start, end)) || !isLine(String(value))) {
      rewrite();
      return;
    }
    const fresh = this.#document.createNode(value) as Scalar;
    if (typeof value === 'string' && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')) fresh.type = node.type;
    this.#edit(start, end, this.#inBraces(fresh));
  }

  /** A value in one line that may stand between braces as well as in a block. */
  #inBraces(node: Node): string {
    const list = new Document([], WRITE);
    list.contents = list.createNode([], { flow: true });
    visit(node, { Collection: (_, found) => void (found.flow = true) });
    (list.contents as unknown as YAMLSeq).items.push(node);
    return list
      .toString(WRITE)
      .trim()
      .replace(/^\[\s*/, '')
      .replace(/\s*\]$/, '');
  }

  #map(node: YAMLMap, value: Record<string, Plain>, inBraces: boolean, rewrite: () => void): void {
    const pairs = node.items.filter(isPair);
    const old = new Set(pairs.map(keyOf));
    const added = Object.keys(value).filter((key) => !isEmpty(value[key]) && !old.has(key));
    const isGone = (pair: Pair): boolean => value[keyOf(pair)] === undefined;
    const gone = pairs.filter((pair) => isGone(pair) && !isEmpty(this.#valueOf(pair.value)));
    const [first] = pairs;
    // The first key of a list's item shares its line with the dash.
    const loseDash = first !== undefined && gone.includes(first) && this.#before(startOf(first.key)).trim() !== '';
    if ((inBraces && (added.length > 0 || gone.length > 0)) || loseDash || first === undefined) {
      rewrite();
      return;
    }
    const indent = ' '.repeat(this.#before(startOf(first.key)).length);
    for (const pair of pairs)
      if (gone.includes(pair)) this.#edit(this.#lineStart(startOf(pair.key)), this.#lineEnd(endOf(pair)), '');
      else if (!isGone(pair)) this.#pair(pair, value[keyOf(pair)], indent, inBraces);
    const keys = Object.keys(value);
    let after: Pair | undefined;
    for (const key of keys) {
      const pair = pairs.find((found) => keyOf(found) === key);
      if (pair !== undefined) after = pair;
      else if (added.includes(key)) {
        const place = this.#lineEnd(endOf(after ?? pairs.at(-1)));
        this.#edit(place, place, indented(stringify({ [key]: value[key] }, WRITE), indent));
      }
    }
  }

  #pair(pair: Pair, value: Plain, indent: string, inBraces: boolean): void {
    const key = keyOf(pair);
    this.#change(pair.value, value, () => {
      if (inBraces) {
        this.#edit(startOf(pair.key), endOf(pair), `${key}: ${this.#inBraces(this.#document.createNode(value))}`);
        return;
      }
      const wasInBraces = isCollection(pair.value) && pair.value.flow === true && isObject(value);
      const end = endOf(pair);
      const put = wasInBraces
        ? `${key}: ${this.#inBraces(this.#document.createNode(value))}`
        : indented(stringify({ [key]: value }, WRITE), indent)
            .slice(indent.length)
            .trimEnd();
      // A block of text ends behind its line break.
      this.#edit(startOf(pair.key), end, this.#source[end - 1] === '\n' ? `${put}\n` : put);
    });
  }

  #list(node: YAMLSeq, value: readonly Plain[], inBraces: boolean, rewrite: () => void): void {
    const before = (this.#valueOf(node) ?? []) as Plain[];
    const origins = align(before, value);
    const isStructural = before.length !== value.length || origins.some((origin, index) => origin !== index);
    const [first] = node.items;
    if (first === undefined || (inBraces && isStructural)) {
      rewrite();
      return;
    }
    const items = node.items as Node[];
    // An item in braces, or one that is a list itself, begins behind its dash.
    const dash = inBraces ? 0 : this.#dashOf(first as Node);
    const indent = ' '.repeat(inBraces ? 0 : this.#before(dash).length);
    for (const index of items.keys()) if (!origins.includes(index)) this.#remove(items, index);
    let previous: number | undefined;
    for (const [index, item] of value.entries()) {
      const origin = origins[index];
      const old = origin === undefined ? undefined : items[origin];
      if (old !== undefined) {
        this.#change(old, item, () => {
          this.#edit(startOf(old), endOf(old), this.#itemAgain(old, item, indent, inBraces));
        });
        previous = origin;
        continue;
      }
      this.#insert(items, previous, this.#newItem(items, item, before, indent), dash);
    }
  }

  #itemAgain(old: Node, value: Plain, indent: string, inBraces: boolean): string {
    const fresh = this.#document.createNode(value) as Node;
    if (inBraces || (isCollection(old) && old.flow === true && isObject(value))) return this.#inBraces(fresh);
    const text = indented(stringify([value], WRITE), indent)
      .slice(indent.length)
      .replace(/^- /, '')
      .trimEnd();
    return this.#source[endOf(old) - 1] === '\n' ? `${text}\n` : text;
  }

  /** A new item looks as its neighbours do; one that was only moved keeps its own words. */
  #newItem(items: readonly Node[], value: Plain, before: readonly Plain[], indent: string): string {
    const moved = before.findIndex((item) => same(item, value));
    const old = items[moved];
    if (old !== undefined) return this.#source.slice(this.#lineStart(startOf(old)), this.#lineEnd(endOf(old)));
    const isFlat = isGroup(value) && Object.values(value).every((part) => typeof part !== 'object');
    if (isFlat && items.some((item) => isCollection(item) && item.flow === true))
      return `${indent}- ${this.#inBraces(this.#document.createNode(value))}\n`;
    return indented(stringify([value], WRITE), indent);
  }

  #insert(items: readonly Node[], previous: number | undefined, text: string, dash: number): void {
    const [first, second] = items;
    const isSpaced =
      first !== undefined && second !== undefined && /\n[ \t]*\n/.test(this.#source.slice(endOf(first), startOf(second)));
    const after = previous === undefined ? undefined : items[previous];
    const place = after === undefined ? this.#lineStart(dash) : this.#lineEnd(endOf(after));
    this.#edit(place, place, isSpaced ? (after === undefined ? `${text}\n` : `\n${text}`) : text);
  }

  #remove(items: readonly Node[], index: number): void {
    const item = items[index];
    const previous = items[index - 1];
    if (item === undefined) return;
    const start = this.#lineStart(this.#dashOf(item));
    const end = this.#lineEnd(endOf(item));
    const blanks = /^(?:[ \t]*\n)+/.exec(this.#source.slice(end))?.[0].length ?? 0;
    const isLast = index === items.length - 1;
    const above = previous === undefined ? '' : this.#source.slice(this.#lineEnd(endOf(previous)), start);
    if (isLast && /^(?:[ \t]*\n)+$/.test(above)) this.#edit(start - above.length, end, '');
    else this.#edit(start, isLast ? end : end + blanks, '');
  }

  #dashOf(item: Node): number {
    return this.#source.lastIndexOf('-', startOf(item) - 1);
  }

  #valueOf(node: unknown): Plain {
    if (isAlias(node)) return this.#valueOf(node.resolve(this.#document));
    return isScalar(node) || isCollection(node) ? (node.toJS(this.#document) as Plain) : null;
  }

  #lineStart = (at: number): number => this.#source.lastIndexOf('\n', at - 1) + 1;
  #before = (at: number): string => this.#source.slice(this.#lineStart(at), at);
  #lineEnd(at: number): number {
    if (this.#source[at - 1] === '\n') return at;
    const end = this.#source.indexOf('\n', at);
    return end < 0 ? this.#source.length : end + 1;
  }
}

const isObject = (value: Plain): boolean => typeof value === 'object' && value !== null;
const keyOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);
const startOf = (node: unknown): number => (node as Node).range?.[0] ?? 0;

/** Where the last thing written in a node ends; the range of a block runs on over comments that follow it. */
function endOf(node: unknown): number {
  if (isPair(node)) return node.value === null ? ((node.key as Node).range?.[1] ?? 0) + 1 : endOf(node.value);
  if (isCollection(node) && node.flow !== true && node.items.length > 0) return endOf(node.items.at(-1));
  return (node as Node).range?.[1] ?? 0;
}

const indented = (text: string, indent: string): string => text.replace(/^(?=.)/gm, indent);
