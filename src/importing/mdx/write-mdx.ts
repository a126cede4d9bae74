import type { BlockContent, DefinitionContent, List, Paragraph, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { plainPiece, type Inline, type Paragraph as SourceParagraph } from '../document.ts';
import type { BodyBlock, Item } from '../official/recognise.ts';
import { phrasing, type Names } from './phrasing.ts';

const writer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-', resourceLink: true })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkMdx);

/** The body of an entry as MDX in which every character of the document stands for itself. */
export function writeMdx(
  all: readonly BodyBlock[],
  notes: readonly SourceParagraph[][],
  names: (block: BodyBlock | SourceParagraph) => Names,
): string {
  // An empty bullet holds no text, and the one below it would read as a text of its mark.
  const blocks = all.filter((block) => block.kind !== 'item' || phrasing(block.inlines, names(block)).length > 0);
  const root: Root = { type: 'root', children: [] };
  for (let at = 0; at < blocks.length;) {
    const items = itemsFrom(blocks, at);
    const block = blocks[at];
    if (items.length > 0) root.children.push(...listsOf(items, names));
    else if (block !== undefined) add(root, block, nodesOf(block, names(block)));
    at += Math.max(1, items.length);
  }
  root.children.push(
    ...notes.map((paragraphs, index): RootContent => ({
      type: 'footnoteDefinition',
      identifier: String(index + 1),
      label: String(index + 1),
      children: paragraphs.map((paragraph): DefinitionContent | BlockContent => ({
        type: 'paragraph',
        children: phrasing(paragraph.inlines, names(paragraph)),
      })),
    })),
  );
  return withoutModules(writer.stringify(root));
}

/** Quoted paragraphs that follow each other are one quotation. */
function add(root: Root, block: BodyBlock, nodes: RootContent[]): void {
  if (block.kind !== 'text' || block.quote !== true) {
    root.children.push(...nodes);
    return;
  }
  const last = root.children.at(-1);
  const paragraphs = nodes.filter((node) => node.type === 'paragraph');
  if (last?.type === 'blockquote') last.children.push(...paragraphs);
  else if (paragraphs.length > 0) root.children.push({ type: 'blockquote', children: paragraphs });
}

/** A line that begins with one of these words would be a program. remark-mdx does not know that (the build's own parser does). */
const withoutModules = (mdx: string): string =>
  mdx.replace(/^(?:i(?=mport\b)|e(?=xport\b))/gm, (letter) => `&#x${(letter.codePointAt(0) ?? 0).toString(16)};`);

/** Everything in one line. */
const oneLine = (inlines: readonly Inline[]): Inline[] =>
  inlines.map((piece) => (piece.kind === 'break' ? plainPiece(' ') : piece));
/** Headings and heads of tables are bold by themselves. */
const unmarked = (inlines: readonly Inline[]): Inline[] =>
  inlines.map((piece) => (piece.kind === 'text' ? { ...piece, bold: false, italic: false } : piece));

function nodesOf(block: BodyBlock, names: Names): RootContent[] {
  switch (block.kind) {
    case 'heading':
      return [
        { type: 'heading', depth: block.depth as 2 | 3 | 4 | 5 | 6, children: phrasing(unmarked(oneLine(block.inlines)), names) },
      ];
    case 'table':
      return [
        {
          type: 'table',
          children: block.rows.map((row, index) => ({
            type: 'tableRow',
            children: row.map((cell) => ({
              type: 'tableCell',
              children: phrasing(index === 0 ? unmarked(oneLine(cell)) : oneLine(cell), names),
            })),
          })),
        },
      ];
    default: {
      const children = phrasing(block.inlines, names);
      return children.length === 0 ? [] : [{ type: 'paragraph', children }];
    }
  }
}

function itemsFrom(blocks: readonly BodyBlock[], from: number): Item[] {
  const end = blocks.findIndex(({ kind }, index) => index >= from && kind !== 'item');
  return blocks.slice(from, end < 0 ? undefined : end).filter((block) => block.kind === 'item');
}

/** Items that follow each other, the deeper ones inside of those above them. Another kind of mark, or a number that does not follow, begins another list. */
function listsOf(items: readonly Item[], names: (block: BodyBlock) => Names): (List | Paragraph)[] {
  const lists: (List | Paragraph)[] = [];
  const depth = Math.min(...items.map((item) => item.depth));
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    const next = items.findIndex((other, index) => index > at && other.depth <= depth);
    const own = item.depth === depth;
    const below = items.slice(at + (own ? 1 : 0), next < 0 ? undefined : next);
    const text: Paragraph = { type: 'paragraph', children: own ? phrasing(item.inlines, names(item)) : [] };
    const inside = below.length > 0 ? listsOf(below, names) : [];
    if (own && item.mark === 'own') lists.push(text, ...inside);
    else {
      const spread = inside.some(({ type }) => type === 'paragraph');
      listFor(lists, own ? item.mark : 'bullet').children.push({
        type: 'listItem',
        spread,
        children: [...(own ? [text] : []), ...inside],
      });
    }
    at = next < 0 ? items.length : next;
  }
  return lists;
}

/** The last list, where an item with this mark goes on with it, or a new one. */
function listFor(lists: (List | Paragraph)[], mark: Item['mark']): List {
  const last = lists.at(-1);
  const ordered = typeof mark === 'number';
  if (last?.type === 'list' && last.ordered === ordered && (!ordered || (last.start ?? 1) + last.children.length === mark))
    return last;
  const list: List = { type: 'list', ordered, ...(ordered && { start: mark }), spread: false, children: [] };
  lists.push(list);
  return list;
}
