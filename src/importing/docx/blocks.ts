import { textOf, plainPiece, type Inline, type Look, type Paragraph, type SourceBlock } from '../document.ts';
import { withoutInvisible } from '../invisible.ts';
import type { Label, Numbering } from './numbering.ts';
import { RunReader, type ReadRuns, type RunContext } from './runs.ts';
import { splitAtBreaks } from './soft-breaks.ts';
import { isFilled } from './styles.ts';
import { readTable } from './tables.ts';
import { child, descendants, innerText, valueOf, type XmlNode } from '../../documents/xml.ts';

export interface BlockContext extends RunContext {
  numbering: Numbering;
  /** Where comments were made, by id. */
  commentPlaces: Map<string, string>;
}

/** The remark on a table of contents. */
export const CONTENTS = '目录（网页上用小标题代替）';
/** Containers whose inside stands on the page like anything else. */
const TRANSPARENT = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:smartTag',
  'w:ins',
  'w:moveTo',
  'w:body',
  'w:txbxContent',
  'mc:AlternateContent',
  'mc:Choice',
  'w:document',
]);

/** A table of contents that the program keeps up to date. WPS makes one that is no TOC field: only this mark tells it. */
const isContents = (node: XmlNode): boolean =>
  valueOf(child(child(node, 'w:sdtPr'), 'w:docPartObj'), 'w:docPartGallery') === 'Table of Contents';

/** The first words of a paragraph, for saying where something stands. */
export function placeName(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words === '' ? '空白的一段' : `“${words.slice(0, 12)}${words.length > 12 ? '…' : ''}”这一段`;
}

/** Everything in one line, for saying what it was. */
const oneLine = (inlines: readonly Inline[]): string => textOf(inlines).replace(/\s+/g, ' ').trim();

/** Where the blocks stand. */
type Place = 'page' | 'cell' | 'box' | 'contents';

/** Reads the blocks inside a node in the order of the page. */
export class BlockReader {
  readonly #context: BlockContext;
  /** The beginning of a paragraph whose end was deleted in a revision: it goes on in the next. */
  #open: XmlNode[] = [];
  readonly #where: Place;
  /** The last paragraph with words. */
  #above = '';

  constructor(context: BlockContext, where: Place = 'page') {
    this.#context = context;
    this.#where = where;
  }

  /** All blocks of the body, a cell, a text box or a note. */
  read(node: XmlNode): SourceBlock[] {
    return [...this.#inside(node), ...this.#flush()];
  }

  /** What is still open when no paragraph follows stands by itself. */
  #flush(): SourceBlock[] {
    return this.#open.length === 0 ? [] : this.#paragraph({ name: 'w:p', attributes: {}, children: [], text: '' });
  }

  #inside(node: XmlNode): SourceBlock[] {
    return node.children.flatMap((inner): SourceBlock[] => {
      if (inner.name === 'w:p') return this.#paragraph(inner);
      if (inner.name === 'w:tbl') return [...this.#flush(), ...this.#table(inner)];
      if (inner.name === 'w:altChunk') {
        this.#context.remarks.push({ kind: 'lost', what: '嵌在里面的另一份文件', text: '打开它，把内容复制过来再导入' });
        return [];
      }
      if (inner.name === 'w:del' || inner.name === 'w:moveFrom') {
        const text = descendants(inner, 'w:t').map(innerText).join('');
        if (text !== '') this.#context.remarks.push({ kind: 'dropped', what: '修订删除的文字', text });
        return [];
      }
      if (inner.name === 'w:sdt' && isContents(inner)) return new BlockReader(this.#context, 'contents').read(inner);
      if (inner.name === 'm:oMathPara')
        return this.#finish(new RunReader(this.#context, undefined).read([inner]), undefined, undefined);
      return TRANSPARENT.has(inner.name) ? this.#inside(inner) : [];
    });
  }

  #paragraph(node: XmlNode): SourceBlock[] {
    const properties = child(node, 'w:pPr');
    const mark = child(properties, 'w:rPr');
    if (child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined) {
      this.#open.push(...node.children.filter(({ name }) => name !== 'w:pPr'));
      return [];
    }
    const nodes = [...this.#open, ...node.children];
    this.#open = [];
    const before = this.#context.remarks.length;
    const runs = new RunReader(this.#context, properties).read(nodes);
    const blocks = this.#finish(runs, properties, this.#label(properties, runs));
    const words = blocks[0]?.kind === 'paragraph' ? textOf(blocks[0].inlines).trim() : '';
    // A picture that stands alone is found by the text above it.
    const place = words === '' && this.#above !== '' ? `${this.#above}下面` : placeName(words);
    if (words !== '') this.#above = placeName(words);
    for (const piece of runs.inlines) {
      const picture = piece.kind === 'picture' ? this.#context.pictures.get(piece.picture) : undefined;
      if (picture !== undefined) picture.place ??= place;
    }
    for (const remark of this.#context.remarks.slice(before)) remark.place ??= place;
    for (const id of runs.comments) this.#context.commentPlaces.set(id, place);
    return blocks;
  }

  /** An empty paragraph is counted; its number is worth something only in a table, where it numbers the row. */
  #label(properties: XmlNode | undefined, runs: ReadRuns): Label | undefined {
    const { list, depth = 0 } = this.#context.styles.paragraph(properties);
    if (list === undefined || list === '0') return undefined;
    const label = this.#context.numbering.next(list, depth);
    return runs.inlines.length > 0 || this.#where === 'cell' ? label : undefined;
  }

  #finish(runs: ReadRuns, properties: XmlNode | undefined, label: Label | undefined): SourceBlock[] {
    const format = this.#context.styles.paragraph(properties);
    const inlines = this.#clean(runs.inlines);
    // Programs that draw copy the style of where they stood into a box: a list of contents is never in one.
    if (runs.contents || this.#where === 'contents' || (format.contents === true && this.#where !== 'box')) {
      this.#context.remarks.push({ kind: 'dropped', what: CONTENTS, text: oneLine(inlines) });
      return runs.boxes.flatMap((box) => this.#box(box));
    }
    const look: Look = {
      ...(format.outline !== undefined && format.outline > 0 && { outline: format.outline }),
      title: format.title === true,
      ...(format.quote === true && { quote: true }),
      centred: format.align === 'center' || format.align === 'distribute',
      right: format.align === 'right' || format.align === 'end',
      ...lettersOf(runs),
      ...(label?.bullet === true && { bullet: format.depth ?? 0 }),
      ...(label?.bullet === false && {
        numbered: {
          list: format.list ?? '',
          depth: format.depth ?? 0,
          ...(label.plain !== undefined && { plain: label.plain }),
        },
      }),
    };
    const paragraph: Paragraph = {
      kind: 'paragraph',
      look,
      inlines: label === undefined || label.text === '' ? inlines : [{ ...plainPiece(label.text), bold: look.bold }, ...inlines],
    };
    const empty = paragraph.inlines.every(
      (piece) => piece.kind === 'break' || (piece.kind === 'text' && piece.text.trim() === ''),
    );
    const paragraphs =
      this.#where === 'cell' || label !== undefined || look.outline !== undefined
        ? [paragraph]
        : splitAtBreaks(paragraph, this.#context.remarks);
    return [...(empty ? [] : paragraphs), ...runs.boxes.flatMap((box) => this.#box(box))];
  }

  #clean(inlines: readonly Inline[]): Inline[] {
    return inlines.flatMap((piece): Inline[] => {
      if (piece.kind !== 'text') return [piece];
      const text = withoutInvisible(piece.text, this.#context.remarks);
      return text === '' ? [] : [{ ...piece, text }];
    });
  }

  #box(box: XmlNode): SourceBlock[] {
    const blocks = new BlockReader({ ...this.#context, fields: [] }, 'box').read(box);
    const text = blocks.map((block) => (block.kind === 'paragraph' ? textOf(block.inlines) : '（表格）')).join(' ');
    if (blocks.length > 0) this.#context.remarks.push({ kind: 'kept', what: '文本框里的文字（放在它所在的那一段后面）', text });
    return blocks;
  }

  #cell(cell: XmlNode): SourceBlock[] {
    const filled = isFilled(child(cell, 'w:tcPr')) ?? this.#context.filled ?? false;
    return new BlockReader({ ...this.#context, filled }, 'cell').read(cell);
  }

  #table(node: XmlNode): SourceBlock[] {
    const before = this.#context.remarks.length;
    const blocks = readTable(node, (cell) => this.#cell(cell), this.#context.remarks);
    for (const remark of this.#context.remarks.slice(before)) remark.place ??= '表格';
    return blocks;
  }
}

function lettersOf({ formats }: ReadRuns): Pick<Look, 'bold' | 'red' | 'size'> {
  const written = formats.filter(({ letters }) => letters > 0);
  const sizes = new Map<number, number>();
  for (const { letters, format } of written) sizes.set(format.size ?? 0, (sizes.get(format.size ?? 0) ?? 0) + letters);
  const [size = 0] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? [];
  const all = (is: (format: ReadRuns['formats'][number]['format']) => boolean): boolean =>
    written.length > 0 && written.every(({ format }) => is(format));
  return { bold: all(({ bold }) => bold === true), red: all(({ colour }) => isRed(colour)), size };
}

const isRed = (colour: string | undefined): boolean => /^(?:[c-f][0-9a-f]|ff)(?:[0-3][0-9a-f]){2}$/i.test(colour ?? '');
