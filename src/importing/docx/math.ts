import { raisedText } from '../raised.ts';
import { child, childrenOf, innerText, type XmlNode } from '../../documents/xml.ts';

const inBrackets = (text: string): string => (Array.from(text).length > 1 ? `(${text})` : text);
const partOf = (node: XmlNode, name: string): string => mathText(child(node, name));
const attribute = (node: XmlNode, name: string): string | undefined =>
  child(child(node, `${node.name}Pr`), name)?.attributes['m:val'];

function raisedOr(text: string, where: 'superscript' | 'subscript'): string {
  if (text === '') return '';
  return raisedText(text, where) ?? `${where === 'superscript' ? '^' : '_'}${inBrackets(text)}`;
}

const below = (node: XmlNode): string => raisedOr(partOf(node, 'm:sub'), 'subscript');
const above = (node: XmlNode): string => raisedOr(partOf(node, 'm:sup'), 'superscript');

const WRITTEN: Record<string, (node: XmlNode) => string> = {
  'm:t': innerText,
  'm:f': (node) => `${inBrackets(partOf(node, 'm:num'))}/${inBrackets(partOf(node, 'm:den'))}`,
  'm:sSup': (node) => partOf(node, 'm:e') + above(node),
  'm:sSub': (node) => partOf(node, 'm:e') + below(node),
  'm:sSubSup': (node) => partOf(node, 'm:e') + below(node) + above(node),
  'm:rad': (node) => `${raisedOr(partOf(node, 'm:deg'), 'superscript')}√${inBrackets(partOf(node, 'm:e'))}`,
  'm:nary': (node) => (attribute(node, 'm:chr') ?? '∫') + below(node) + above(node) + partOf(node, 'm:e'),
  'm:d': (node) =>
    (attribute(node, 'm:begChr') ?? '(') +
    childrenOf(node, 'm:e')
      .map(mathText)
      .join(attribute(node, 'm:sepChr') ?? '|') +
    (attribute(node, 'm:endChr') ?? ')'),
};

/** A formula in one line, so that a power or a fraction does not read as another number: a²+1/2, not a2+12. */
export function mathText(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  return WRITTEN[node.name]?.(node) ?? node.children.map(mathText).join('');
}
