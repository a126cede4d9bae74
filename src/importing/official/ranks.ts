const COUNT = '[一二三四五六七八九十百零]{1,4}';
/** Also typed in full width. */
const DIGITS = '[\\d０-９]{1,2}';
/** The numbers of official documents from the top down; the rank is what decides the level of a heading. */
const RANKS: [rank: number, pattern: RegExp][] = [
  [0.5, new RegExp(`^第(?:${COUNT}|\\d{1,3})(?:部分|编|篇)`)],
  [0.6, new RegExp(`^第(?:${COUNT}|\\d{1,3})章`)],
  [0.8, new RegExp(`^第(?:${COUNT}|\\d{1,3})节`)],
  // An article that only opens a list is text.
  [0.9, new RegExp(`^第(?:${COUNT}|\\d{1,3})条(?!.*[：:]$)`)],
  [1, new RegExp(`^${COUNT}[、．.]`)],
  [2, new RegExp(`^(?:[（(]${COUNT}[）)]|[㈠-㈩])`)],
  [3, new RegExp(`^(?:${DIGITS}[．.、](?![\\d０-９])|[⒈-⒛])`)],
  [4, new RegExp(`^(?:[（(]${DIGITS}[）)]|[⑴-⒇])`)],
];

/** The rank of a numbered line — 一、 1, （一） 2, 1. 3, （1） 4 — or undefined for a line without a number. */
export const numberedRank = (line: string): number | undefined => RANKS.find(([, pattern]) => pattern.test(line.trim()))?.[0];

/** True for a number with nothing behind it, as formulas have; 第一章 may stand above its name. */
export const isBareNumber = (line: string): boolean =>
  RANKS.some(([rank, pattern]) => rank > 1 && line.trim().replace(pattern, '') === '');

/** True for 1.1 and 1.1.1, the numbers of handbooks and studies: there `1.` is the number of a chapter. */
export const isDecimal = (line: string): boolean => /^[\d０-９]{1,2}[．.][\d０-９]{1,2}(?![\d０-９])/.test(line.trim());

/** True for a line that can be a heading: short, and no sentence with something after it. */
export function headingLike(line: string, most: number): boolean {
  return line.length <= most && !/[。；;！!？?：:](?=.)/.test(line) && !/[。；;，,、！!？?]$/.test(line);
}

/** The line without its number. */
export const withoutNumber = (line: string): string =>
  RANKS.reduce((text, [, pattern]) => (text === line ? text.replace(pattern, '').trim() : text), line);
