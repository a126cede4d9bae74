import { child, descendants, innerText, switchOf, type XmlNode } from '../../documents/xml.ts';

/** What leaves the document when its revisions are accepted, notes on how a word is read aloud, prompts that nobody answered. */
function leaves(node: XmlNode): boolean {
  if (['w:del', 'w:moveFrom', 'w:rt'].includes(node.name)) return true;
  if (node.name === 'w:tr') return child(child(node, 'w:trPr'), 'w:del') !== undefined;
  if (node.name === 'w:tc') return child(child(node, 'w:tcPr'), 'w:cellDel') !== undefined;
  return node.name === 'w:sdt' && switchOf(child(node, 'w:sdtPr'), 'w:showingPlcHdr') === true;
}

/**
 * Text of a part that the reader has not come across, whatever it is wrapped in: the reader knows many elements, but not those of
 * every program. Of what is written twice, for newer and older programs, one reading is enough.
 */
export function unread(node: XmlNode, seen: ReadonlySet<XmlNode>): string[] {
  if (node.name === 'w:t') return seen.has(node) || node.children.length === 0 ? [] : [innerText(node)];
  if (leaves(node)) return [];
  const chosen =
    node.name === 'mc:AlternateContent'
      ? node.children.filter((branch) => descendants(branch, 'w:t').some((text) => seen.has(text)))
      : [];
  return (chosen.length > 0 ? chosen : node.children).flatMap((inner) => unread(inner, seen));
}
