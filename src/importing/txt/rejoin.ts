import type { Remark } from '../document.ts';
import { numberedRank } from '../official/ranks.ts';

/** In half-width columns: 20 to 55 Chinese characters. */
const [NARROWEST, WIDEST] = [40, 110];
/** A line ends a little before or after the edge: punctuation hangs over, a number goes to the next line as a whole. */
const TOLERANCE = 8;
const FEWEST_FULL = 3;
/** Further in than the indent of a paragraph: a centred or signing line. */
const FAR_IN = 10;

/** Columns that a text takes: a Chinese character takes two. */
const columns = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x2000 ? 1 : 2), 0);
const indentOf = (line: string): number => columns(/^[\u3000 \t]*/.exec(line)?.[0] ?? '');
const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';
const ENDS = /[。！？；：.!?;:]["”’）)》」]?$/;

/**
 * Lines that a program broke at a fixed width, joined to the paragraphs that they were. Done only where the lines show it: many end
 * at the same column in the middle of a sentence, and none goes beyond. What is indented, numbered or below an empty line begins anew.
 */
export function rejoin(lines: readonly string[], remarks: Remark[]): string[] {
  const edge = edgeOf(lines);
  if (edge === undefined) return [...lines];
  // Where nothing else marks a paragraph, a full line that ends a sentence ends it.
  const marked =
    lines.some((line) => !isBlank(line) && indentOf(line) >= 2 && indentOf(line) < FAR_IN) || lines.slice(1, -1).some(isBlank);
  const joined: string[] = [];
  let count = 0;
  let open = false;
  for (const [index, raw] of lines.entries()) {
    const line = raw.trimEnd();
    if (open) {
      joined.push(glued(joined.pop() ?? '', line.trimStart()));
      count += 1;
    } else joined.push(line);
    const next = lines[index + 1];
    open =
      isFull(line, edge) &&
      !isBlank(next) &&
      indentOf(next ?? '') === 0 &&
      !(next ?? '').includes('\t') &&
      numberedRank(next ?? '') === undefined &&
      (marked || !ENDS.test(line));
  }
  if (count > 0)
    remarks.push({ kind: 'changed', what: '每行固定字数的断行（接成了整段，分段请核对）', text: `${String(count)} 处` });
  return joined;
}

const isFull = (line: string, edge: number): boolean =>
  Math.abs(columns(line.trimEnd()) - edge) <= TOLERANCE && indentOf(line) < FAR_IN && !/\S\t/.test(line);

/** The column at which the lines end; undefined for a text that was not broken. */
function edgeOf(lines: readonly string[]): number | undefined {
  const filled = lines.map((line) => line.trimEnd()).filter((line) => line !== '');
  const widths = filled.map(columns);
  const edge = Math.max(0, ...widths);
  if (edge < NARROWEST || edge > WIDEST) return undefined;
  const full = filled.filter((line) => isFull(line, edge));
  const broken = full.filter((line) => !ENDS.test(line));
  return broken.length >= FEWEST_FULL && broken.length * 3 > full.length && full.length * 3 >= filled.length ? edge : undefined;
}

/** Two words of a foreign language need the blank that the break took. */
const glued = (before: string, after: string): string =>
  before + (/[A-Za-z,.;]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? ' ' : '') + after;
