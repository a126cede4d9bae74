import { formatNumber } from './number-formats.ts';
import { child, childrenOf, valueOf, type XmlNode } from '../../documents/xml.ts';

interface Level {
  start: number;
  format: string;
  /** `%1、`, `（%2）`, or the sign of a bullet. */
  text: string;
  /** What stands behind the label: a tab and nothing are layout, a space is a character. */
  space: boolean;
  /** Numbers of higher levels are printed as digits. */
  legal: boolean;
  /** The level after which this one begins anew; default: any higher one. */
  restart: number | undefined;
}

/** What Word prints before a paragraph. */
export interface Label {
  text: string;
  bullet: boolean;
  /** The number where it is printed as `3.` and nothing above it in the list is printed otherwise. */
  plain?: number;
}

const BULLET: Label = { text: '', bullet: true };

function readLevel(node: XmlNode): Level {
  const restart = valueOf(node, 'w:lvlRestart');
  return {
    start: Number(valueOf(node, 'w:start') ?? 1),
    // Formats that only newer programs know come as a choice: the fallback is enough.
    format:
      valueOf(node, 'w:numFmt') ?? valueOf(child(child(node, 'mc:AlternateContent'), 'mc:Fallback'), 'w:numFmt') ?? 'decimal',
    text: valueOf(node, 'w:lvlText') ?? '',
    space: valueOf(node, 'w:suff') === 'space',
    legal: child(node, 'w:isLgl') !== undefined,
    restart: restart === undefined ? undefined : Number(restart),
  };
}

function readLevels(node: XmlNode | undefined): Map<number, Level> {
  return new Map(childrenOf(node, 'w:lvl').map((level) => [Number(level.attributes['w:ilvl'] ?? 0), readLevel(level)]));
}

/** `1.` at this level and at all above it. */
const isPlain = (levels: ReadonlyMap<number, Level>, depth: number): boolean =>
  Array.from({ length: depth + 1 }, (_, at) => levels.get(at)).every(
    (level, at) => level?.format === 'decimal' && level.text === `%${String(at + 1)}.`,
  );

/** Counts numbered paragraphs as Word does, from `numbering.xml`: no program writes the numbers into the text. */
export class Numbering {
  readonly #levels = new Map<string, Map<number, Level>>();
  /** Several lists can share one abstract list, and then go on counting. */
  readonly #abstract = new Map<string, string>();
  readonly #starts = new Map<string, Map<number, number>>();
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  /**
   * @param part the root of `numbering.xml`
   * @param styleNumber finds the list that a numbering style stands for
   */
  constructor(part: XmlNode | undefined, styleNumber: (style: string) => string | undefined) {
    const abstracts = new Map(childrenOf(part, 'w:abstractNum').map((node) => [node.attributes['w:abstractNumId'] ?? '', node]));
    const numbers = new Map(childrenOf(part, 'w:num').map((node) => [node.attributes['w:numId'] ?? '', node]));
    for (const [id, node] of numbers) {
      const linked = styleNumber(valueOf(abstracts.get(valueOf(node, 'w:abstractNumId') ?? ''), 'w:numStyleLink') ?? '');
      const abstract = valueOf(numbers.get(linked ?? '') ?? node, 'w:abstractNumId') ?? '';
      const levels = readLevels(abstracts.get(abstract));
      for (const override of childrenOf(node, 'w:lvlOverride')) {
        const level = Number(override.attributes['w:ilvl'] ?? 0);
        for (const [, changed] of readLevels(override)) levels.set(level, changed);
        const start = valueOf(override, 'w:startOverride');
        if (start !== undefined) this.#startsOf(id).set(level, Number(start));
      }
      this.#levels.set(id, levels);
      this.#abstract.set(id, abstract);
    }
  }

  #startsOf(id: string): Map<number, number> {
    const starts = this.#starts.get(id) ?? new Map<number, number>();
    this.#starts.set(id, starts);
    return starts;
  }

  /** The label of the next paragraph of a list; undefined when there is no such list. */
  next(id: string, depth: number): Label | undefined {
    const levels = this.#levels.get(id);
    const level = levels?.get(depth);
    if (levels === undefined || level === undefined) return undefined;
    const counts = this.#counts.get(this.#abstract.get(id) ?? '') ?? [];
    this.#counts.set(this.#abstract.get(id) ?? '', counts);
    if (!this.#begun.has(id)) {
      this.#begun.add(id);
      // WPS gives a list that begins anew a start for every level; those above its first paragraph go on counting.
      for (const [overridden] of this.#startsOf(id)) if (overridden >= depth) counts[overridden] = undefined;
    }
    const start = this.#startsOf(id).get(depth) ?? level.start;
    counts[depth] = (counts[depth] ?? start - 1) + 1;
    for (const [deeper, { restart }] of levels)
      if (deeper > depth && restart !== 0 && (restart === undefined || depth < restart)) counts[deeper] = undefined;
    if (level.format === 'bullet') return BULLET;
    const text = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = level.legal && at < depth ? 'decimal' : (levels.get(at)?.format ?? 'decimal');
      return formatNumber(counts[at] ?? levels.get(at)?.start ?? 1, format);
    });
    if (isPlain(levels, depth)) return { text, bullet: false, plain: counts[depth] };
    return { text: text + (level.space && text !== '' ? ' ' : ''), bullet: false };
  }
}
