import { child, childrenOf, switchOf, valueOf, type XmlNode } from '../../documents/xml.ts';

/** How letters look, as far as it is said at one place. */
export interface RunFormat {
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  struck?: boolean | undefined;
  hidden?: boolean | undefined;
  underlined?: boolean | undefined;
  /** In points. */
  size?: number | undefined;
  colour?: string | undefined;
  raised?: 'superscript' | 'subscript' | undefined;
  font?: string | undefined;
  /** Has a coloured ground. */
  filled?: boolean | undefined;
}

/** How a paragraph stands, as far as it is said at one place. */
export interface ParagraphFormat {
  /** From 1. */
  outline?: number | undefined;
  align?: string | undefined;
  list?: string | undefined;
  depth?: number | undefined;
  title?: boolean | undefined;
  quote?: boolean | undefined;
  /** A line of the table of contents. */
  contents?: boolean | undefined;
}

interface Style {
  id: string;
  name: string;
  basedOn: string | undefined;
  run: RunFormat;
  paragraph: ParagraphFormat;
}

/** What is said last counts; what is not said stays. */
function merge<T extends object>(...formats: (T | undefined)[]): T {
  const said = formats.flatMap((format) => Object.entries(format ?? {}).filter(([, value]) => value !== undefined));
  return Object.fromEntries(said) as T;
}

/** True for the properties of a run, a paragraph or a cell with a coloured ground; undefined where nothing is said of it. */
export function isFilled(node: XmlNode | undefined): boolean | undefined {
  const fill = child(node, 'w:shd')?.attributes['w:fill'];
  return fill === undefined ? undefined : !/^(?:auto|f{6})$/i.test(fill);
}

export function runFormat(node: XmlNode | undefined): RunFormat {
  const size = valueOf(node, 'w:sz');
  const raised = valueOf(node, 'w:vertAlign');
  const line = valueOf(node, 'w:u');
  return {
    bold: switchOf(node, 'w:b'),
    italic: switchOf(node, 'w:i'),
    struck: switchOf(node, 'w:strike') ?? switchOf(node, 'w:dstrike'),
    hidden: switchOf(node, 'w:vanish') ?? switchOf(node, 'w:specVanish'),
    underlined: line === undefined ? undefined : line !== 'none',
    size: size === undefined ? undefined : Number(size) / 2,
    colour: valueOf(node, 'w:color'),
    raised: raised === 'superscript' || raised === 'subscript' ? raised : undefined,
    font: child(node, 'w:rFonts')?.attributes['w:ascii'],
    filled: isFilled(node),
  };
}

function paragraphFormat(node: XmlNode | undefined): ParagraphFormat {
  const outline = valueOf(node, 'w:outlineLvl');
  const numbering = child(node, 'w:numPr');
  const depth = valueOf(numbering, 'w:ilvl');
  return {
    // Level 9 means body text.
    outline: outline === undefined ? undefined : Number(outline) > 8 ? 0 : Number(outline) + 1,
    align: valueOf(node, 'w:jc'),
    list: valueOf(numbering, 'w:numId'),
    depth: depth === undefined ? undefined : Number(depth),
  };
}

/** The level of a heading style by its name, which is the same in every language of Word. */
function named(name: string): ParagraphFormat {
  const level = /^(?:heading|标题) ?([1-9])$/i.exec(name)?.[1];
  if (level !== undefined) return { outline: Number(level) };
  if (/^toc (?:\d|heading)/i.test(name)) return { contents: true };
  if (/^(?:intense quote|quote|明显引用|引用)$/i.test(name)) return { quote: true };
  return /^title$/i.test(name) ? { title: true } : {};
}

/** The styles of a document, each with all that it inherits. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  readonly #defaults: RunFormat;
  readonly #standard: string | undefined;

  constructor(part: XmlNode | undefined) {
    for (const node of childrenOf(part, 'w:style')) {
      const id = node.attributes['w:styleId'] ?? '';
      const name = valueOf(node, 'w:name') ?? '';
      this.#styles.set(`${node.attributes['w:type'] ?? 'paragraph'}/${id}`, {
        id,
        name,
        basedOn: valueOf(node, 'w:basedOn'),
        run: runFormat(child(node, 'w:rPr')),
        paragraph: merge(named(name), paragraphFormat(child(node, 'w:pPr'))),
      });
    }
    this.#defaults = runFormat(child(child(child(part, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr'));
    this.#standard = childrenOf(part, 'w:style').find(
      ({ attributes }) => attributes['w:type'] === 'paragraph' && attributes['w:default'] === '1',
    )?.attributes['w:styleId'];
  }

  /** A style and what it rests on, the base first. A circle ends where it closes. */
  #chain(kind: string, id: string | undefined, seen: readonly string[] = []): Style[] {
    const style = id === undefined || seen.includes(id) ? undefined : this.#styles.get(`${kind}/${id}`);
    return style === undefined ? [] : [...this.#chain(kind, style.basedOn, [...seen, style.id]), style];
  }

  /** The list that a numbering style stands for. */
  listOf = (style: string): string | undefined => this.#styles.get(`numbering/${style}`)?.paragraph.list;

  /** How a paragraph stands, from its properties (`w:pPr`) and its style. */
  paragraph(properties: XmlNode | undefined): ParagraphFormat {
    const style = valueOf(properties, 'w:pStyle') ?? this.#standard;
    return merge(...this.#chain('paragraph', style).map(({ paragraph }) => paragraph), paragraphFormat(properties));
  }

  /** How the letters of a run look, from its properties (`w:rPr`), its style and the style of its paragraph. */
  run(properties: XmlNode | undefined, paragraph: XmlNode | undefined): RunFormat {
    const around = this.#chain('paragraph', valueOf(paragraph, 'w:pStyle') ?? this.#standard);
    const own = this.#chain('character', valueOf(properties, 'w:rStyle'));
    return merge(this.#defaults, ...[...around, ...own].map(({ run }) => run), runFormat(properties));
  }
}
