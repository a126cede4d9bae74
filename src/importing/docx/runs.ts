import type { Inline, Remark, TextPiece } from '../document.ts';
import { isSafeUrl } from '../../loader/safe-mdx.ts';
import { raisedText } from '../raised.ts';
import { mathText } from './math.ts';
import { pictureOf, type PictureContext } from './drawings.ts';
import { CLOCK, CLOCK_REMARK, drawnText, formValue, linkOf, type Field } from './fields.ts';
import { isFilled, type RunFormat, type Styles } from './styles.ts';
import { isSymbolFont, symbolText } from '../../documents/symbols.ts';
import { child, childrenOf, descendants, innerText, outermost, switchOf, type XmlNode } from '../../documents/xml.ts';

/** What the runs of one part of the package need to know. */
export interface RunContext extends PictureContext {
  styles: Styles;
  remarks: Remark[];
  /** Inside a cell with a coloured ground. */
  filled?: boolean;
  /** Every piece of text that was looked at, kept or not. */
  seen: Set<XmlNode>;
  /** Fields that are open, the inner last: one can begin in a paragraph and end in another. */
  fields: Field[];
}

/** A paragraph's runs, read. */
export interface ReadRuns {
  inlines: Inline[];
  /** Contents of text boxes that hang on this paragraph. */
  boxes: XmlNode[];
  /** Ids of the comments made here. */
  comments: string[];
  /** Text of a table of contents that Word made. */
  contents: boolean;
  /** Format of each letter, for the look of the whole: how many letters, and how they look. */
  formats: { letters: number; format: RunFormat }[];
}

const TEXT: Record<string, string> = { 'w:tab': '\t', 'w:ptab': '\t', 'w:noBreakHyphen': '\u2011' };
/** Properties, marks and what only concerns layout. */
const SILENT =
  /^(w:(rPr|pPr|sdtPr|sdtEndPr|softHyphen|lastRenderedPageBreak|annotationRef|proofErr|bookmark\w+|comment\w+|tblPr|rubyPr|rt|footnoteRef|endnoteRef|separator|continuationSeparator|instrText|delInstrText|fldData|object|drawing|pict)|mc:Fallback)$/;

/** Reads the inside of one paragraph in its accepted state: insertions stay, deletions go, both are remarked. */
export class RunReader {
  readonly #context: RunContext;
  readonly #paragraph: XmlNode | undefined;
  readonly #read: ReadRuns = { inlines: [], boxes: [], comments: [], contents: false, formats: [] };
  #href: string | undefined;

  constructor(context: RunContext, paragraph: XmlNode | undefined) {
    this.#context = context;
    this.#paragraph = paragraph;
  }

  read(nodes: readonly XmlNode[]): ReadRuns {
    for (const node of nodes) this.#visit(node, {});
    return this.#read;
  }

  #remark(kind: Remark['kind'], what: string, text: string): void {
    if (text.trim() !== '') this.#context.remarks.push({ kind, what, text });
  }

  #visit(node: XmlNode, format: RunFormat): void {
    switch (node.name) {
      case 'w:r':
        this.#inside(node, this.#context.styles.run(child(node, 'w:rPr'), this.#paragraph));
        break;
      case 'w:t':
      case 'w:sym':
        this.#text(node, format);
        break;
      case 'w:br':
      case 'w:cr':
        if (!['page', 'column'].includes(node.attributes['w:type'] ?? '')) this.#read.inlines.push({ kind: 'break' });
        break;
      case 'w:hyperlink':
        this.#link(node, format);
        break;
      case 'w:fldChar':
        this.#field(node);
        break;
      case 'w:fldSimple':
        if (CLOCK.test(node.attributes['w:instr'] ?? '')) this.#remark('kept', CLOCK_REMARK, letters(node, 'w:t'));
        this.#inside(node, format);
        break;
      case 'w:instrText': {
        const field = this.#context.fields.at(-1);
        if (field !== undefined && !field.result) field.code += innerText(node);
        break;
      }
      case 'w:ins':
      case 'w:moveTo':
        this.#remark('kept', '修订插入的文字', letters(node, 'w:t'));
        this.#inside(node, format);
        break;
      case 'w:del':
      case 'w:moveFrom':
        this.#remark('dropped', '修订删除的文字', letters(node, 'w:delText') + letters(node, 'w:t'));
        break;
      case 'w:commentReference':
        this.#read.comments.push(node.attributes['w:id'] ?? '');
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.#read.inlines.push({
          kind: 'note',
          note: `${node.name === 'w:footnoteReference' ? 'f' : 'e'}${node.attributes['w:id'] ?? ''}`,
        });
        break;
      case 'w:ruby':
        this.#remark('dropped', '拼音或注音', letters(child(node, 'w:rt'), 'w:t'));
        this.#inside(node, format);
        break;
      case 'w:sdt':
        if (switchOf(child(node, 'w:sdtPr'), 'w:showingPlcHdr') === true)
          this.#remark('dropped', '没有填写的提示文字', letters(node, 'w:t'));
        else this.#inside(node, format);
        break;
      case 'm:oMath':
        this.#remark('changed', '公式（按文字写出，请核对）', mathText(node));
        this.#push(mathText(node), format);
        break;
      case 'mc:AlternateContent':
        this.#choose(node, format);
        break;
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        this.#drawing(node);
        break;
      default:
        if (TEXT[node.name] !== undefined) this.#push(this.#ruled(TEXT[node.name] ?? '', format), format);
        else if (!SILENT.test(node.name)) this.#inside(node, format);
    }
  }

  #inside(node: XmlNode, format: RunFormat): void {
    for (const inner of node.children) this.#visit(inner, format);
  }

  #text(node: XmlNode, format: RunFormat): void {
    this.#context.seen.add(node);
    const text = node.name === 'w:sym' ? this.#symbol(node) : this.#typed(innerText(node), format.font);
    if (format.hidden === true) {
      this.#remark('dropped', '隐藏文字', text);
      return;
    }
    const filled = format.filled ?? isFilled(this.#paragraph) ?? this.#context.filled;
    if (/^f{6}$/i.test(format.colour ?? '') && filled !== true)
      this.#remark('kept', '白色的文字（纸上看不见，网页上会显示）', text);
    const raised = format.raised === undefined ? undefined : raisedText(text, format.raised);
    const name = format.raised === 'subscript' ? '下标' : '上标';
    if (raised !== undefined && raised !== text) this.#remark('changed', name, `${text} → ${raised}`);
    if (format.raised !== undefined && raised === undefined) this.#remark('kept', `${name}（按普通文字写）`, text);
    this.#push(raised ?? this.#ruled(text, format), format);
  }

  /** A line to write on is made of underlined blanks, which nobody would see. */
  #ruled(text: string, { underlined }: RunFormat): string {
    if (underlined !== true || !/^(?:[ \u00a0\u3000]{2,}|\t)$/.test(text)) return text;
    this.#remark('changed', '填空的横线', '用“＿”写出');
    return '＿'.repeat(text === '\t' ? 4 : Math.ceil(text.replaceAll('\u3000', '  ').length / 2));
  }

  /** Signs of a symbol font can be typed like letters. */
  #typed(text: string, font: string | undefined): string {
    return font === undefined || !isSymbolFont(font)
      ? text
      : text.replace(/[\ue000-\uf8ff]/g, (sign) => this.#sign(font, (sign.codePointAt(0) ?? 0).toString(16)));
  }

  #symbol({ attributes }: XmlNode): string {
    return this.#sign(attributes['w:font'] ?? '', attributes['w:char'] ?? '');
  }

  #sign(font: string, code: string): string {
    const text = symbolText(font, code);
    if (text === undefined) this.#remark('lost', '符号字体里的符号', `${font} ${code}`);
    return text ?? '';
  }

  #push(text: string, format: RunFormat): void {
    if (format.hidden === true || text === '') return;
    const href = this.#href ?? this.#context.fields.map(linkOf).findLast((found) => found !== undefined);
    const piece: TextPiece = {
      kind: 'text',
      text,
      bold: format.bold === true,
      italic: format.italic === true,
      struck: format.struck === true,
      ...(href !== undefined && { href }),
    };
    this.#read.inlines.push(piece);
    for (const field of this.#context.fields) {
      if (field.result) field.text += text;
      if (field.result && /^\s*TOC\b/i.test(field.code)) this.#read.contents = true;
    }
    this.#read.formats.push({ letters: text.trim().length, format });
  }

  #link(node: XmlNode, format: RunFormat): void {
    const target = this.#context.relationships.get(node.attributes['r:id'] ?? '');
    const before = this.#href;
    this.#href = target?.external === true ? target.target : undefined;
    this.#inside(node, format);
    this.#href = before;
    if (target?.external === true) this.#unsafe(target.target, letters(node, 'w:t'));
  }

  /** An address that no page may link to (`javascript:`, a file on someone's disk): its words stay. */
  #unsafe(address: string | undefined, text: string): void {
    if (address !== undefined && !isSafeUrl(address))
      this.#remark('dropped', '链接（这种地址不能放到网页上，只留了文字）', `${text} → ${address}`);
  }

  #field(node: XmlNode): void {
    const type = node.attributes['w:fldCharType'];
    const { fields } = this.#context;
    const field = fields.at(-1);
    if (type === 'begin') {
      fields.push({ code: '', result: false, text: '' });
      this.#push(formValue(child(node, 'w:ffData')), {});
    }
    if (type === 'separate' && field !== undefined) field.result = true;
    if (type !== 'end' || field === undefined) return;
    fields.pop();
    const drawn = field.result ? undefined : drawnText(field.code);
    if (drawn !== undefined) this.#push(drawn, {});
    if (drawn === '') this.#remark('lost', '用域画出的文字', field.code);
    this.#unsafe(linkOf(field), field.text);
    if (CLOCK.test(field.code)) this.#remark('kept', CLOCK_REMARK, field.text);
  }

  /** The same thing for newer and for older programs: the first that has anything in it. */
  #choose(node: XmlNode, format: RunFormat): void {
    const choices = [...childrenOf(node, 'mc:Choice'), ...childrenOf(node, 'mc:Fallback')];
    const chosen = choices.find((choice) => choice.children.some(({ name }) => name !== ''));
    if (chosen !== undefined) this.#inside(chosen, format);
  }

  #drawing(node: XmlNode): void {
    this.#read.boxes.push(...outermost(node, 'w:txbxContent'));
    const { pictures, lost } = pictureOf(node, this.#context);
    this.#read.inlines.push(...pictures);
    if (lost !== undefined) this.#context.remarks.push({ kind: 'lost', ...lost });
  }
}

const letters = (node: XmlNode | undefined, name: string): string =>
  node === undefined ? '' : descendants(node, name).map(innerText).join('');
