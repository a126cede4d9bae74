import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { replaceFile } from '../lib/replace-file.ts';
import { loaderFingerprint } from './fingerprint.ts';

/** What a text came to, as plain data. */
export interface KnownParse {
  /** Its schema: a collection, or the name of a companion. */
  kind: string;
  text: string;
  /** As written: the value of the YAML, or the table. */
  value: unknown;
  /** As the schema gave it back. */
  data: unknown;
}

const program = join(import.meta.dirname, '../..');
const PACK = join(program, '.cache/parses');
const DIGEST_LENGTH = 64;

/** Writing the pack takes as long as parsing this many texts. */
const WORTH_WRITING = 50;

/**
 * Changes with the code that reads and checks texts, with what npm installed and with Node, so that what an older one read is not
 * believed. Throws where npm did not install.
 */
function readerMark(): string {
  const installed = readFileSync(join(program, 'node_modules/.package-lock.json'), 'utf8');
  return [process.version, loaderFingerprint(join(program, 'src')), installed].join('\0');
}

function isPlain(value: unknown): boolean {
  try {
    return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);
  } catch {
    return false;
  }
}

/**
 * What earlier runs parsed of the same bytes, by the name that git gives them; of a thousand entries a commit touches a few. Only what
 * nothing is wrong with is kept, as findings need their places. Lies in `.cache/`, which may be deleted, is not committed and not served.
 */
export class KeptParses {
  readonly #path: string;
  readonly #mark: () => string;
  readonly #known: ReadonlyMap<string, KnownParse>;
  /** What this run needed: the next pack. */
  readonly #needed = new Map<string, KnownParse>();
  #fresh = 0;

  constructor(path = PACK, mark = readerMark) {
    this.#path = path;
    this.#mark = mark;
    this.#known = this.#readPack();
  }

  /** Whether the text of a blob will not be asked for. */
  has(hash: string): boolean {
    return this.#known.has(hash);
  }

  find(hash: string, kind: string): KnownParse | undefined {
    const known = this.#known.get(hash);
    if (known?.kind !== kind) return undefined;
    this.#needed.set(hash, known);
    return known;
  }

  /** Takes note of a text that is right. What would come back from the pack as something else is left out. */
  add(hash: string, parse: KnownParse): void {
    if (!isPlain(parse)) return;
    this.#needed.set(hash, parse);
    this.#fresh += 1;
  }

  /** Writes the pack when enough of it is new. Where that cannot be done, the next run is only slower. */
  save(): void {
    if (this.#fresh < WORTH_WRITING) return;
    try {
      const content = JSON.stringify([...this.#needed]);
      replaceFile(this.#path, this.#digest(content) + content);
    } catch {
      // Nothing is lost.
    }
  }

  /** A pack that is missing, not whole, or of another program is an empty one. */
  #readPack(): Map<string, KnownParse> {
    try {
      const pack = readFileSync(this.#path);
      const content = pack.subarray(DIGEST_LENGTH);
      if (pack.toString('latin1', 0, DIGEST_LENGTH) !== this.#digest(content)) return new Map();
      return new Map(JSON.parse(content.toString('utf8')) as [string, KnownParse][]);
    } catch {
      return new Map();
    }
  }

  #digest(content: string | Uint8Array): string {
    return createHash('sha256').update(this.#mark()).update(content).digest('hex');
  }
}
