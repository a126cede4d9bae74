import { posix } from 'node:path';
import { unzipSync } from 'fflate';
import { decodeText } from './decode-text.ts';
import { Refusal } from './refusal.ts';
import { parseXml, type XmlNode } from './xml.ts';

/** A part that a part points at. */
export interface Relationship {
  target: string;
  external: boolean;
  type: string;
}

const MOST_BYTES = 300 * 1024 * 1024;
const BROKEN = '这个文件打不开，多半是没有传完或者已经损坏 → 找原件重新复制一份，能用 Word 打开的话另存为 .docx 再导入';

/** The parts of an Office file. */
export class OfficePackage {
  readonly #parts: Map<string, Uint8Array>;
  readonly #trees = new Map<string, XmlNode>();

  /** Throws a {@link Refusal} for a broken archive, and for one that unpacks to more than a machine can hold. */
  constructor(bytes: Uint8Array) {
    let total = 0;
    try {
      const parts = unzipSync(bytes, {
        filter: ({ originalSize }) => {
          total += originalSize;
          return total <= MOST_BYTES;
        },
      });
      this.#parts = new Map(Object.entries(parts).map(([name, part]) => [name.replaceAll('\\', '/').replace(/^\//, ''), part]));
    } catch {
      throw new Refusal(BROKEN);
    }
    if (total > MOST_BYTES) throw new Refusal('这个文件解开以后太大，没有导入 → 把里面的大图片删掉或压缩，再导入');
  }

  has(name: string): boolean {
    return this.#parts.has(name);
  }

  names(): string[] {
    return [...this.#parts.keys()];
  }

  bytes(name: string): Uint8Array | undefined {
    return this.#parts.get(name);
  }

  /** An XML part as a tree; undefined when there is none of that name. */
  xml(name: string): XmlNode | undefined {
    const bytes = this.#parts.get(name);
    if (bytes === undefined) return undefined;
    const tree = this.#trees.get(name) ?? parseXml(decodeText(bytes));
    this.#trees.set(name, tree);
    return tree;
  }

  /** What a part points at, by id. */
  relationships(name: string): Map<string, Relationship> {
    const folder = posix.dirname(name);
    const tree = this.xml(`${folder === '.' ? '' : `${folder}/`}_rels/${posix.basename(name)}.rels`);
    return new Map(
      (tree?.children ?? []).flatMap(({ attributes }): [string, Relationship][] => {
        const { Id: id, Target: target = '', TargetMode: mode, Type: type = '' } = attributes;
        if (id === undefined) return [];
        const external = mode === 'External';
        const inside = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
        return [[id, { target: external ? target : inside, external, type: type.split('/').at(-1) ?? '' }]];
      }),
    );
  }

  /** The path of the main document: what the package itself points at. */
  mainPart(): string | undefined {
    const found = [...this.relationships('').values()].find(({ type }) => type === 'officeDocument');
    return found?.target;
  }
}
