import type { ElementContent, RootContent, Text } from 'hast';

type Node = RootContent | ElementContent;

/** A fixed line as the townships write it; a mobile number may not be published at all. */
const PHONE = /(?<![\d-])(0\d{2,3}-\d{7,8})(?![\d-])/;
/** What stands in these is no number to call, or is linked already. */
const LEFT_ALONE = new Set(['a', 'code', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

const linked = ({ value }: Text): ElementContent[] =>
  value
    .split(PHONE)
    .map((piece, index): ElementContent =>
      index % 2 === 0
        ? { type: 'text', value: piece }
        : { type: 'element', tagName: 'a', properties: { href: `tel:${piece}` }, children: [{ type: 'text', value: piece }] },
    )
    .filter((node) => node.type !== 'text' || node.value !== '');

/** Telephone numbers in running text become links, so that a finger can call them and no line breaks within one. */
export function withPhoneLinks<N extends Node>(nodes: readonly N[]): N[] {
  return nodes.flatMap((node): N[] => {
    if (node.type === 'text') return linked(node) as N[];
    if (!('children' in node) || (node.type === 'element' && LEFT_ALONE.has(node.tagName))) return [node];
    return [{ ...node, children: withPhoneLinks(node.children as Node[]) }];
  });
}
