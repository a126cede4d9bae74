import { CORE_SCHEMA, load } from 'js-yaml';
import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
} from 'yaml';

/** A place in a file, counted from 1; columns in characters. */
export interface Place {
  line: number;
  column: number;
}

export interface YamlProblem extends Place {
  /** The parser's own code: `DUPLICATE_KEY`, `BAD_INDENT`, … */
  code: string;
  message: string;
}

export type Path = readonly (string | number)[];

/** Where the quick reader is too generous: `1_000`, `0b1`, a list or a group as a key, anchors (whose aliases can be a bomb). */
const AMBIGUOUS = /\d_\d|\b0b\d|^\s*[[{?]|(?:^|[\s[{,])&\S/m;

/**
 * YAML with the way back to its source: where a key or value stands and how it was written. What is right is read the quick way;
 * the document with its places costs five times as much and is made when something is asked about it.
 */
export class YamlSource {
  readonly value: unknown;
  readonly problems: YamlProblem[] = [];
  readonly #text: string;
  readonly #firstLine: number;
  readonly #lines = new LineCounter();
  #parsed: Document | undefined;

  /**
   * @param firstLine the line of the file on which `text` begins
   * @param known what the same text, without any problem, is known to say
   */
  constructor(text: string, firstLine = 1, known?: { value: unknown }) {
    this.#text = text;
    this.#firstLine = firstLine;
    const quick = known ?? readQuickly(text);
    if (quick !== undefined) {
      this.value = quick.value;
      return;
    }
    const document = this.#document();
    for (const { pos, code, message } of [...document.errors, ...document.warnings])
      this.problems.push({ ...this.#place(pos[0]), code, message });
    this.value = this.#tolerantValue(document);
  }

  #document(): Document {
    // Core schema: a date stays the text that was written, so nothing is shifted or coerced before it is checked.
    this.#parsed ??= parseDocument(this.#text, {
      lineCounter: this.#lines,
      prettyErrors: false,
      schema: 'core',
      version: '1.2',
      stringKeys: true,
    });
    return this.#parsed;
  }

  /** Where the value at a path stands; for a missing one, its nearest parent's key. */
  locate(path: Path, target: 'key' | 'value' = 'value'): Place {
    let node: unknown = this.#document().contents;
    let key: unknown;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step));
        if (pair === undefined) break;
        key = pair.key;
        node = pair.value;
      } else if (isSeq(node) && typeof step === 'number') {
        const item: unknown = node.items[step];
        if (item === undefined) break;
        key = item;
        node = item;
      } else break;
    }
    const chosen =
      target === 'key' || !hasRange(node) || (isScalar(node) && node.source === undefined)
        ? key
        : isCollection(node)
          ? (key ?? node)
          : node;
    return hasRange(chosen) ? this.#place(chosen.range[0]) : { line: this.#firstLine, column: 1 };
  }

  /** The scalar at a path as the author typed it, without quotes; undefined for a list, a map or nothing. */
  written(path: Path): string | undefined {
    const node: unknown = this.#document().getIn(path, true);
    return isScalar(node) ? (node.source ?? (node.value === null ? '' : JSON.stringify(node.value))) : undefined;
  }

  #tolerantValue(document: Document): unknown {
    // A list or a group as a key has no JavaScript form that anybody would recognise.
    if (this.problems.some(({ code }) => code === 'NON_STRING_KEY')) return undefined;
    try {
      return document.toJS();
    } catch (error) {
      // `title: *重点*` reads as an alias that nothing defines; only the conversion notices.
      if (this.problems.length === 0) {
        const message = error instanceof Error ? error.message : String(error);
        const alias = /\*\S/.exec(this.#text)?.index ?? 0;
        this.problems.push({ ...this.#place(alias), code: 'BAD_ALIAS', message });
      }
      return undefined;
    }
  }

  #place(offset: number): Place {
    const { line, col } = this.#lines.linePos(Math.min(offset, this.#text.length));
    return { line: Math.max(line, 1) + this.#firstLine - 1, column: Math.max(col, 1) };
  }
}

function readQuickly(text: string): { value: unknown } | undefined {
  if (AMBIGUOUS.test(text)) return undefined;
  try {
    return { value: load(text, { schema: CORE_SCHEMA }) ?? null };
  } catch {
    return undefined;
  }
}

function hasRange(node: unknown): node is Node & { range: [number, number, number] } {
  return (isScalar(node) || isCollection(node) || isAlias(node)) && Array.isArray(node.range);
}
