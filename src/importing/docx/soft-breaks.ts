import { textOf, type Inline, type Paragraph, type Remark } from '../document.ts';
import { dayOfLine } from '../official/dates.ts';

const INDENT = /^(?:\u3000| {2}|\t)/;
const ENDS = /[。；：！？]\s*$/;

/**
 * The paragraphs of one in which lines were ended with Shift+Enter, as text that was copied from a web page has them. Lines that
 * belong together (a poem, an address, a title in two lines) stay together.
 */
export function splitAtBreaks(paragraph: Paragraph, remarks: Remark[]): Paragraph[] {
  const lines = linesOf(paragraph.inlines);
  const texts = lines.map(textOf);
  const meant =
    texts.slice(1).some((text) => INDENT.test(text)) ||
    texts.slice(0, -1).some((text) => ENDS.test(text)) ||
    dayOfLine(texts.at(-1) ?? '') !== undefined;
  if (lines.length < 2 || !meant) return [paragraph];
  remarks.push({ kind: 'changed', what: '段内换行（每行另起一段）', text: texts.join(' ') });
  return lines.map((inlines) => ({ ...paragraph, inlines }));
}

function linesOf(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const piece of inlines) {
    if (piece.kind === 'break') lines.push([]);
    else lines.at(-1)?.push(piece);
  }
  return lines.filter((line) => line.some((piece) => piece.kind !== 'text' || piece.text.trim() !== ''));
}
