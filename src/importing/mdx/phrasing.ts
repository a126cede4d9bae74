import type { PhrasingContent } from 'mdast';
import { isSafeUrl } from '../../loader/safe-mdx.ts';
import { blank } from '../../schemas/blank.ts';
import type { Inline, TextPiece } from '../document.ts';

/** How pictures and notes are called in the entry. */
export interface Names {
  /** The file beside the entry; undefined for a picture that could not be taken over. */
  picture: (key: string) => string | undefined;
  /** The number of a note. */
  note: (key: string) => string;
  /** True for a block whose marks would not survive: its text is written without them. */
  plain?: boolean;
}

/** An address in running text; it ends before Chinese and before punctuation that belongs to the sentence. */
const ADDRESS = /(?:https?:\/\/|www\.)[\w.~:/?#@!$&'*+,;=%-]*[\w/#=&-]/gi;
/** Whoever cannot see the picture has nothing else, so it is asked for. */
const NO_ALT = blank('图片里是谁在哪里做什么');
const MARK_EDGE = /[\p{P}\p{S}]/u;

/** The pieces of a block as Markdown nodes. */
export function phrasing(inlines: readonly Inline[], names: Names): PhrasingContent[] {
  const pieces = trimmed(joined(inlines));
  return pieces.flatMap((piece, index): PhrasingContent[] => {
    switch (piece.kind) {
      case 'break':
        return [{ type: 'break' }];
      case 'note':
        return [{ type: 'footnoteReference', identifier: names.note(piece.note), label: names.note(piece.note) }];
      case 'picture': {
        const file = names.picture(piece.picture);
        return file === undefined ? [] : [{ type: 'image', url: `./${file}`, alt: piece.alt || NO_ALT }];
      }
      default:
        return names.plain === true ? [{ type: 'text', value: piece.text }] : marked(piece, pieces[index - 1], pieces[index + 1]);
    }
  });
}

const sameMarks = (a: TextPiece, b: TextPiece): boolean =>
  a.bold === b.bold && a.italic === b.italic && a.struck === b.struck && a.href === b.href;

/** Word cuts a sentence into many runs; those that look alike are one piece. Blanks that are layout become one kind of blank. */
function joined(inlines: readonly Inline[]): Inline[] {
  const pieces: Inline[] = [];
  for (const inline of inlines) {
    const last = pieces.at(-1);
    const piece = inline.kind === 'text' ? { ...inline, text: inline.text.replace(/[\t\n\r]+/g, ' ') } : inline;
    if (piece.kind === 'text' && last?.kind === 'text' && sameMarks(last, piece)) last.text += piece.text;
    else pieces.push(piece);
  }
  return pieces;
}

/** Without blanks and breaks at the ends of the block, and without blanks around a break. */
function trimmed(pieces: readonly Inline[]): Inline[] {
  const kept = [...pieces];
  const isEmpty = (piece: Inline | undefined): boolean =>
    piece?.kind === 'break' || (piece?.kind === 'text' && piece.text.trim() === '');
  while (isEmpty(kept[0])) kept.shift();
  while (isEmpty(kept.at(-1))) kept.pop();
  return kept.map((piece, index) => {
    if (piece.kind !== 'text') return piece;
    const first = index === 0 || kept[index - 1]?.kind === 'break';
    const last = index === kept.length - 1 || kept[index + 1]?.kind === 'break';
    const text = first ? piece.text.trimStart() : piece.text;
    return { ...piece, text: last ? text.trimEnd() : text };
  });
}

/**
 * A piece with its marks. Markdown takes `**` for a mark only where a letter or a blank is on the right side of it, so
 * punctuation at the edge moves out: `**注意：**正文` → `**注意**：正文`.
 */
function marked(piece: TextPiece, before: Inline | undefined, after: Inline | undefined): PhrasingContent[] {
  const { text, bold, italic, struck, href } = piece;
  if (!bold && !italic && !struck) return linked(text, href);
  const open = before === undefined || before.kind === 'break';
  const close = after === undefined || after.kind === 'break';
  const characters = Array.from(text);
  const inside = (character: string | undefined, edge: boolean): boolean =>
    character !== undefined && character.trim() !== '' && (edge || !MARK_EDGE.test(character));
  const from = characters.findIndex((character) => inside(character, open));
  const until = characters.findLastIndex((character) => inside(character, close));
  if (from < 0 || until < from || !/[\p{L}\p{N}]/u.test(characters.slice(from, until + 1).join(''))) return linked(text, href);
  let nodes = linked(characters.slice(from, until + 1).join(''), href);
  if (struck) nodes = [{ type: 'delete', children: nodes }];
  if (italic) nodes = [{ type: 'emphasis', children: nodes }];
  if (bold) nodes = [{ type: 'strong', children: nodes }];
  return [...linked(characters.slice(0, from).join(''), href), ...nodes, ...linked(characters.slice(until + 1).join(''), href)];
}

/** Text as one link, or with its bare addresses as links: Markdown would take the Chinese behind an address along. */
function linked(text: string, href: string | undefined): PhrasingContent[] {
  if (text === '') return [];
  if (href !== undefined && isSafeUrl(href) && text.trim() !== '') return [link(text, href)];
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    if (index > at) nodes.push({ type: 'text', value: text.slice(at, index) });
    nodes.push(link(address, /^www\./i.test(address) ? `http://${address}` : address));
    at = index + address.length;
  }
  if (at < text.length) nodes.push({ type: 'text', value: text.slice(at) });
  return nodes;
}

const link = (text: string, url: string): PhrasingContent => ({
  type: 'link',
  url: url.trim().replace(/\s/g, '%20'),
  children: [{ type: 'text', value: text }],
});
