/** Between words that belong to no search: what Pagefind takes for the end of a word. It is never seen. */
export const BREAK = '\u200B';

const HAN = /[\u2E80-\u2FDF\u3005-\u3007\u3400-\u9FFF\uF900-\uFAFF]|[\uD840-\uD87F][\uDC00-\uDFFF]/g;

/** Full-width letters and digits as ASCII; everything else, Chinese punctuation too, stays as the author wrote it. */
export const foldLetters = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));

/** Stands for a decimal point in the index, where a point would keep the two halves of a number from following each other. No text uses this variant of 点. */
const POINT = '㸃';

/** `1,043户` as `1043户`: the same number, whether or not its author parts the thousands. */
export const withoutGroups = (text: string): string =>
  text.replace(
    /(^|[^\d.,])(\d{1,3}(?:,\d{3})+)(?!\d)/g,
    (_, before: string, number: string) => before + number.replace(/,/g, ''),
  );

/** `1043户` as `1,043户`. */
export const withGroups = (text: string): string =>
  text.replace(/(^|[^\d.])(\d{4,})/g, (_, before: string, number: string) => before + number.replace(/\B(?=(?:\d{3})+$)/g, ','));

/** Text as it is indexed: every character is a word, a run of digits or Latin letters is one, and so is a decimal point. */
export const indexed = (text: string): string =>
  withoutGroups(foldLetters(text))
    .replace(/(\d)\.(?=\d)/g, `$1${POINT}`)
    .replace(HAN, (character) => `${BREAK}${character}${BREAK}`);

/** Indexed text as it is read. */
export const readable = (text: string): string => text.split(BREAK).join('').split(POINT).join('.');

/** What a reader typed, the way the index writes it: NFKC, lower case, thousands not parted, simplified characters. */
export function normalised(query: string, simplified: ReadonlyMap<string, string>): string {
  const folded = withoutGroups(query.normalize('NFKC').toLowerCase());
  return Array.from(folded, (character) => simplified.get(character) ?? character).join('');
}

/** The words of a query: between blanks and punctuation, each a run of text that must be found as it stands. A point inside a number stays. */
export const piecesOf = (query: string): string[] =>
  query
    .replace(/(\d)\.(?=\d)/g, `$1${POINT}`)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((piece) => piece !== '')
    .map((piece) => piece.split(POINT).join('.'));

/** `青山2村` → `青 山 2 村`: the words of a piece in the order in which they must follow each other. */
export const phraseOf = (piece: string): string =>
  indexed(piece)
    .split(BREAK)
    .filter((word) => word !== '')
    .join(' ');
