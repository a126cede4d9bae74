import { coverPersonalData } from '../../lib/personal-data.ts';

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/;
const BEFORE = 30;
const AFTER = 40;

/** A blank as wide as a character: full-width for full-width, so that a mark below it really stands under it in any font. */
function blankFor(character: string): string {
  if (character === '\t') return '\t';
  if (WIDE.test(character)) return '\u3000';
  return (character.codePointAt(0) ?? 0) > 0xffff ? '  ' : ' ';
}

/** The part of a source line around a column (from 1, in UTF-16 units as editors count), and the line with a caret under it. */
export function excerpt(text: string, column: number): { line: string; caret: string } {
  // A report travels: into a terminal, a log, a chat.
  const source = coverPersonalData(text);
  const at = Math.min(Math.max(column - 1, 0), source.length);
  const from = at > BEFORE + 8 ? at - BEFORE : 0;
  const until = source.length > at + AFTER + 8 ? at + AFTER : source.length;
  const before = `${from > 0 ? '…' : ''}${source.slice(from, at)}`;
  return {
    line: `${before}${source.slice(at, until)}${until < source.length ? '…' : ''}`,
    caret: `${Array.from(before, blankFor).join('')}^`,
  };
}
