import {
  PLAIN_LOOK,
  textOf,
  type Paragraph,
  type SourceBlock,
  type PictureSource,
  type Remark,
  type SourceDocument,
} from '../document.ts';
import { Refusal } from '../../documents/refusal.ts';
import { joinTabbedRows } from './tabbed-rows.ts';
import { BlockReader, CONTENTS, type BlockContext } from './blocks.ts';
import { Numbering } from './numbering.ts';
import type { OfficePackage } from '../../documents/office-package.ts';
import { Styles } from './styles.ts';
import { unread } from './unread.ts';
import { childrenOf, descendants, innerText, type XmlNode } from '../../documents/xml.ts';

/** Reads a Word document straight from its parts: what converters drop (automatic numbers, text boxes) or leak (hidden text) is decided here. */
export function readDocx(parts: OfficePackage): SourceDocument {
  const main = parts.mainPart() ?? '';
  const document = parts.xml(main);
  if (document === undefined) throw new Refusal('这个文件里没有正文 → 用 Word 打开看一看，另存一份再导入');
  const relationships = parts.relationships(main);
  const part = (type: string): { name: string; tree: XmlNode | undefined } => {
    const name = [...relationships.values()].find((found) => found.type === type)?.target ?? '';
    return { name, tree: parts.xml(name) };
  };
  const remarks: Remark[] = [];
  const pictures = new Map<string, PictureSource>();
  const styles = new Styles(part('styles').tree);
  const context: BlockContext = {
    parts,
    relationships,
    pictures,
    styles,
    remarks,
    seen: new Set(),
    numbering: new Numbering(part('numbering').tree, styles.listOf),
    commentPlaces: new Map(),
    fields: [],
  };
  const blocks = joinTabbedRows(withoutContentsHead(new BlockReader(context).read(document), remarks), remarks);
  joinContents(remarks);
  remarkUnread(document, context);
  const notes = new Map([...notesOf(part('footnotes'), 'f', context), ...notesOf(part('endnotes'), 'e', context)]);
  remarkComments(part('comments').tree, context);
  remarkMargins(parts, relationships, remarks);
  return { blocks, notes, pictures, remarks };
}

/** “目录” or “目次” above a table of contents that is left out. */
function withoutContentsHead(blocks: SourceBlock[], remarks: readonly Remark[]): SourceBlock[] {
  if (!remarks.some(({ what }) => what === CONTENTS)) return blocks;
  return blocks.filter((block) => block.kind === 'table' || !/^目\s*[录次]$/.test(textOf(block.inlines).trim()));
}

/** A table of contents is one thing, however many lines it has. */
function joinContents(remarks: Remark[]): void {
  const lines = remarks.filter(({ what }) => what === CONTENTS);
  const [first, ...more] = lines;
  if (first === undefined) return;
  first.text = lines.map(({ text }) => text).filter((text) => text !== '').join('；'); // prettier-ignore
  delete first.place;
  for (const line of more) remarks.splice(remarks.indexOf(line), 1);
}

/** The notes of one part, by the sign of their kind and their id. */
function notesOf(
  { name, tree }: { name: string; tree: XmlNode | undefined },
  sign: string,
  context: BlockContext,
): [string, Paragraph[]][] {
  const own: BlockContext = { ...context, relationships: context.parts.relationships(name), fields: [] };
  const written = (tree?.children ?? []).filter(
    (note) => /^w:(foot|end)note$/.test(note.name) && ['normal', undefined].includes(note.attributes['w:type']),
  );
  return written.map((note) => {
    const paragraphs = new BlockReader(own).read(note).flatMap(asParagraphs);
    remarkUnread(note, own);
    return [`${sign}${note.attributes['w:id'] ?? ''}`, paragraphs];
  });
}

/** A note has no room for a table: its cells follow each other. */
const asParagraphs = (block: SourceBlock): Paragraph[] =>
  block.kind === 'paragraph' ? [block] : block.rows.flat().map((inlines) => ({ kind: 'paragraph', inlines, look: PLAIN_LOOK }));

function remarkUnread(tree: XmlNode, { seen, remarks }: BlockContext): void {
  for (const text of unread(tree, seen)) remarks.push({ kind: 'lost', what: '没有读到的文字（请照原稿补上）', text });
}

function remarkComments(comments: XmlNode | undefined, { remarks, commentPlaces }: BlockContext): void {
  for (const comment of childrenOf(comments, 'w:comment')) {
    const place = commentPlaces.get(comment.attributes['w:id'] ?? '');
    const text = descendants(comment, 'w:t').map(innerText).join('');
    remarks.push({ kind: 'dropped', what: '批注', text, ...(place !== undefined && { place }) });
  }
}

/** Headers and footers belong to the paper. What is more than a page number is named, in case it holds the document's head. */
function remarkMargins(parts: OfficePackage, relationships: BlockContext['relationships'], remarks: Remark[]): void {
  const said = new Set<string>();
  const marks = new Set<string>();
  for (const { type, target } of relationships.values()) {
    if (type !== 'header' && type !== 'footer') continue;
    const tree = parts.xml(target);
    const text = tree === undefined ? '' : descendants(tree, 'w:t').map(innerText).join('').trim();
    for (const mark of tree === undefined ? [] : descendants(tree, 'v:textpath')) marks.add(mark.attributes['string'] ?? '');
    if (/\p{L}{2}/u.test(text) && !/^第?\s*\d*\s*页/.test(text)) said.add(text);
  }
  for (const text of said) remarks.push({ kind: 'dropped', what: '页眉页脚', text });
  // “内部资料” across the page says that it is none for the public.
  // A shape that only prepares one (`v:shapetype`) has no words.
  marks.delete('');
  for (const text of marks) remarks.push({ kind: 'dropped', what: '水印（写着内部、草稿的，先问清能不能公开）', text });
}

/** All text of a read document, block by block, for comparison. */
export function documentLines({ blocks }: SourceDocument): string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [textOf(block.inlines)] : block.rows.flat().map(textOf)));
}
