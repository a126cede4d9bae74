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

/** YAML with the way back to its source: where a key or value stands and how it was written. */
export class YamlSource {
  readonly value: unknown;
  readonly problems: YamlProblem[];
  readonly #document: Document;
  readonly #lines = new LineCounter();
  readonly #text: string;
  readonly #firstLine: number;

  /** @param firstLine the line of the file on which `text` begins */
  constructor(text: string, firstLine = 1) {
    this.#text = text;
    this.#firstLine = firstLine;
    // Core schema: a date stays the text that was written, so nothing is shifted or coerced before it is checked.
    this.#document = parseDocument(text, {
      lineCounter: this.#lines,
      prettyErrors: false,
      schema: 'core',
      version: '1.2',
      stringKeys: true,
    });
    this.problems = [...this.#document.errors, ...this.#document.warnings].map((error) => ({
      ...this.#place(error.pos[0]),
      code: error.code,
      message: error.message,
    }));
    this.value = this.#tolerantValue();
  }

  /** Where the value at a path stands; for a missing one, its nearest parent's key. */
  locate(path: Path, target: 'key' | 'value' = 'value'): Place {
    let node: unknown = this.#document.contents;
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
    const node: unknown = this.#document.getIn(path, true);
    return isScalar(node) ? (node.source ?? (node.value === null ? '' : JSON.stringify(node.value))) : undefined;
  }

  #tolerantValue(): unknown {
    // A list or a group as a key has no JavaScript form that anybody would recognise.
    if (this.problems.some(({ code }) => code === 'NON_STRING_KEY')) return undefined;
    try {
      return this.#document.toJS();
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

function hasRange(node: unknown): node is Node & { range: [number, number, number] } {
  return (isScalar(node) || isCollection(node) || isAlias(node)) && Array.isArray(node.range);
}
