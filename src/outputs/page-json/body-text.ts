import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { BodyView } from '../../queries/views/body.ts';
import type { Block } from '../../schemas/blocks.ts';

/** A piece of a body as plain data: no HTML, no marks of Markdown or MDX. */
export type BodyPiece =
  | { kind: 'heading'; depth: number; text: string }
  | { kind: 'paragraph' | 'item'; text: string }
  | { kind: 'row'; cells: string[] }
  | { kind: 'picture'; alt: string; caption?: string };

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The body as one document: pieces of HTML may open what a later piece closes. */
function html(blocks: readonly Block[], figures: BodyView['figures']): string {
  return blocks
    .map((block) => {
      if (typeof block === 'string') return block;
      if ('image' in block) return `<img alt="${escaped(block.alt)}" title="${escaped(block.caption)}">`;
      if (block.component === 'Figure')
        return escaped(figures[`${block.attributes['report'] ?? ''}/${block.attributes['id'] ?? ''}`]?.text ?? '');
      const { title } = block.attributes;
      return `${title === undefined ? '' : `<p>${escaped(title)}</p>`}${html(block.children, figures)}`;
    })
    .join('');
}

const PARTS = new Set(['ul', 'ol', 'table', 'img', 'blockquote', 'div', 'p']);
const children = (node: Tree.Node): Tree.Node[] => ('childNodes' in node ? node.childNodes : []);
const attribute = (node: Tree.Element, name: string): string => node.attrs.find((each) => each.name === name)?.value ?? '';

function textOf(node: Tree.Node, without: ReadonlySet<string> = new Set()): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  if (without.has(node.nodeName)) return '';
  return children(node)
    .map((child) => textOf(child, without))
    .join('');
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
const said = (kind: 'paragraph' | 'item', text: string): BodyPiece[] => (tidy(text) === '' ? [] : [{ kind, text: tidy(text) }]);
const within = (node: Tree.Node, names: ReadonlySet<string>): Tree.Node[] =>
  children(node).flatMap((child) => (names.has(child.nodeName) ? [child] : within(child, names)));

const CELLS = new Set(['td', 'th']);
const PICTURES = new Set(['img']);
const NESTED = new Set(['ul', 'ol']);

function piecesOf(node: Tree.Node): BodyPiece[] {
  const { nodeName } = node;
  if (nodeName === '#text') return said('paragraph', textOf(node));
  if (/^h[1-6]$/.test(nodeName)) return [{ kind: 'heading', depth: Number(nodeName[1]), text: tidy(textOf(node)) }];
  if (nodeName === 'img') {
    const caption = attribute(node, 'title');
    return [{ kind: 'picture', alt: attribute(node, 'alt'), ...(caption !== '' && { caption }) }];
  }
  if (nodeName === 'p') return [...said('paragraph', textOf(node)), ...within(node, PICTURES).flatMap(piecesOf)];
  if (nodeName === 'li') return [...said('item', textOf(node, NESTED)), ...within(node, NESTED).flatMap(piecesOf)];
  if (nodeName === 'tr') return [{ kind: 'row', cells: within(node, CELLS).map((cell) => tidy(textOf(cell))) }];
  return holdsParts(node) ? children(node).flatMap(piecesOf) : said('paragraph', textOf(node));
}

/** False for a run of text that is one paragraph with links and emphasis. */
function holdsParts(node: Tree.Node): boolean {
  return children(node).some(({ nodeName }) => PARTS.has(nodeName) || /^(h[1-6]|t(head|body|foot|r)|li)$/.test(nodeName));
}

/** What a body says, in order. */
export const bodyText = ({ blocks, figures }: Pick<BodyView, 'blocks' | 'figures'>): BodyPiece[] =>
  children(parseFragment(html(blocks, figures))).flatMap(piecesOf);
