import { localName, type XmlNode } from './xml.ts';

const BREAKS: Record<string, string> = { tc: '|', p: '\n', tr: '\n', si: '\n', h: '\n', TextObject: '\n' };
const LETTERS = new Set(['t', 'delText', 'TextCode', 'instrText']);

/** The letters of a part, a line for each paragraph, `|` between cells; letters of one paragraph touch, however it is cut into runs. */
export function letters(node: XmlNode): string {
  const name = localName(node);
  if (['tab', 'br', 'cr'].includes(name)) return ' ';
  const inside = node.children.map((inner) =>
    inner.name === '' && inner.text.trim() === '' && !LETTERS.has(name) ? '' : letters(inner),
  );
  return `${node.text}${inside.join('')}${BREAKS[name] ?? ''}`;
}
