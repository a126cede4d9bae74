/** A digit as a reader sees it, with the place where it is written and what stands between it and the digit before. */
export interface Digit {
  value: string;
  from: number;
  until: number;
  /** What a reader sees between the two: '' when they touch, ' ' for blanks, '|' between cells of a table. */
  gap: string;
}

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Mn}]/gu;
const DIGIT = String.raw`[\p{Nd}①-⑨⓪]|&#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6});`;
const BETWEEN = String.raw`<[a-zA-Z/!][^<>]{0,400}>|&[a-zA-Z]{2,8};|<(?![a-zA-Z/!])|&(?!#?\w{1,8};)|[^\p{L}\p{Nd}<&①-⑨⓪。！？；!?…]|\p{Default_Ignorable_Code_Point}`;
const RUN = new RegExp(`(?:${DIGIT})(?:(?:${BETWEEN}){0,24}(?:${DIGIT})){10,}`, 'gu');
const PIECE = new RegExp(`(${DIGIT})|(?:${BETWEEN})`, 'gu');
const CHINESE = /[〇○零一二三四五六七八九]{11,}/gu;
const CELL = /^<\/?(?:td|th|tr|li|p|div|dd|dt|br|text)\b/i;

const chineseDigit = (char: string): string => String(Math.max(0, '〇一二三四五六七八九'.indexOf(char)));

/** 0–9 of any script: the decimal digits of a script stand in a row, from its zero on (Unicode, chapter 4.6). */
function valueOf(char: string): string | undefined {
  if (/^[0-9]$/.test(char)) return char;
  const folded = char.normalize('NFKC');
  if (/^[0-9]$/.test(folded)) return folded;
  const point = char.codePointAt(0) ?? 0;
  if (!/^\p{Nd}$/u.test(char)) return undefined;
  let zero = point;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}

function decoded(entity: string): string {
  const code = /^&#[xX]/.test(entity) ? Number.parseInt(entity.slice(3), 16) : Number.parseInt(entity.slice(2), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** How a gap looks: invisible signs and emphasis gone, cells and lines as one sign each, blanks as one. */
function seen(gap: string): string {
  return gap
    .replace(/<[^<>]*>/g, (tag) => (CELL.test(tag) ? '|' : ''))
    .replace(/&nbsp;|&[a-zA-Z]?[a-z]*sp;/g, ' ')
    .replace(/&[a-zA-Z]+;/g, '')
    .replace(INVISIBLE, '')
    .replace(/\*\*|__|~~|`/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ *(?:\|[| ]*|["“”]? ?[,，\t] ?["“”]?|\r?\n[\s|>]*) */g, (sign) => (/[,，]/.test(sign) ? ',' : '|'))
    .normalize('NFKC')
    .replace(/[‐-―−－]/g, '-');
}

/** The stretches of a text that may hold a number of eleven digits or more, digit by digit. `until` of the last is where it ends. */
export function digitRuns(text: string): Digit[][] {
  const plain = text.replace(CHINESE, (run) => Array.from(run, chineseDigit).join(''));
  return Array.from(plain.matchAll(RUN), ({ 0: run, index }) => {
    const digits: Digit[] = [];
    let gap = '';
    for (const piece of run.matchAll(PIECE)) {
      const written = piece[1];
      const char = written?.startsWith('&') === true ? decoded(written) : written;
      const value = char === undefined ? undefined : valueOf(char);
      const from = index + piece.index;
      if (value === undefined) gap += char ?? piece[0];
      else {
        digits.push({ value, from, until: from + piece[0].length, gap: digits.length === 0 ? '' : seen(gap) });
        gap = '';
      }
    }
    return digits;
  });
}
