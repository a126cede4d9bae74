import type { ElementContent, RootContent } from 'hast';

type Node = RootContent | ElementContent;

const DAY = /^(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/u;
/** A body that signs: a name without a mark of punctuation. */
const SIGNER = /^[\p{Script=Han}\p{L}\p{N} （）“”]{2,30}$/u;
const MOST_SIGNERS = 5;

/** The text of a paragraph that is nothing but text. */
function lineOf(node: Node | undefined): string {
  if (node?.type !== 'element' || node.tagName !== 'p') return '';
  return node.children.every(({ type }) => type === 'text')
    ? node.children
        .map((child) => (child.type === 'text' ? child.value : ''))
        .join('')
        .trim()
    : '';
}

/** 落款: the names below a text and the day below them, in paragraphs of their own; they stand to the right, as in a letter. */
export function markSignatures<N extends Node>(nodes: readonly N[]): N[] {
  const paragraphs = nodes.flatMap((node, at) => (node.type === 'text' && node.value.trim() === '' ? [] : [{ node, at }]));
  const signed = new Set<number>();
  for (const [index, { node, at }] of paragraphs.entries()) {
    if (!DAY.test(lineOf(node))) continue;
    const before = paragraphs.slice(Math.max(0, index - MOST_SIGNERS), index).reverse();
    const other = before.findIndex((paragraph) => !SIGNER.test(lineOf(paragraph.node)));
    const names = other < 0 ? before : before.slice(0, other);
    if (names.length > 0) for (const place of [...names.map((name) => name.at), at]) signed.add(place);
  }
  return nodes.map((node, at) => (signed.has(at) ? { ...node, properties: { className: ['signed'] } } : node));
}
