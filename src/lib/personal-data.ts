/** What must never be published: 身份证号, 银行卡号, 个人手机号. */
export type PersonalKind = '身份证号' | '银行卡号' | '手机号';

export interface PersonalFinding {
  kind: PersonalKind;
  /** Where it begins in the text, and where it ends. */
  index: number;
  end: number;
  /** `110***********02X`: enough to find it, never the number itself. */
  masked: string;
}

/** Two digits of the province that a resident id begins with (GB/T 2260). */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Written into numbers to break them up, and seen by nobody. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u2060\uFEFF]/;
const SEPARATOR = /[\s\-‐-―－.·•_|,，、/]/;
const CARD = /^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|35\d{14}|60\d{14,17})$/;

interface Sign {
  char: string;
  index: number;
}

/** The text without what cannot be seen, digits and letters as ASCII, each sign with its place. Digits of other scripts are folded too. */
function signsOf(text: string): Sign[] {
  const signs: Sign[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const raw = text.charAt(index);
    if (!INVISIBLE.test(raw)) signs.push({ char: raw < '\u0080' ? raw : raw.normalize('NFKC').charAt(0), index });
  }
  return signs;
}

const isDigit = (sign: Sign | undefined): boolean => sign !== undefined && /[0-9]/.test(sign.char);
const isLetter = (sign: Sign | undefined): boolean => sign !== undefined && /[A-Za-z]/.test(sign.char);

/** Reads `length` signs from a place on, over at most `gap` separators between two of them. `last` may end it in place of a digit. */
function readNumber(
  signs: readonly Sign[],
  from: number,
  length: number,
  gap: number,
  last?: RegExp,
): { digits: string; end: number; gaps: number[] } | undefined {
  let digits = '';
  let at = from;
  const gaps: number[] = [];
  while (digits.length < length) {
    let skipped = 0;
    while (digits !== '' && at < signs.length && skipped < gap && SEPARATOR.test(signs[at]?.char ?? '')) {
      skipped += 1;
      at += 1;
    }
    if (skipped > 0) gaps.push(digits.length);
    const { char = '' } = signs[at] ?? {};
    if (!(/[0-9]/.test(char) || (digits.length === length - 1 && last?.test(char) === true))) return undefined;
    digits += char;
    at += 1;
  }
  return { digits, end: at, gaps };
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2099 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** 18 digits with a known province, a day of birth and the check digit of GB 11643. */
function isResidentId(id: string): boolean {
  if (!PROVINCES.has(id.slice(0, 2)) || !isDay(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14))))
    return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return '10X98765432'.charAt(sum % 11) === id.slice(17).toUpperCase();
}

/** The form of before 1999: no check digit, so it must stand as one number or in its three groups. */
const isOldResidentId = (id: string): boolean =>
  PROVINCES.has(id.slice(0, 2)) && isDay(1900 + Number(id.slice(6, 8)), Number(id.slice(8, 10)), Number(id.slice(10, 12)));

function luhn(card: string): boolean {
  const sum = Array.from(card)
    .reverse()
    .reduce((total, digit, index) => {
      const twice = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (twice > 9 ? twice - 9 : twice);
    }, 0);
  return sum % 10 === 0;
}

const everyFour = (gaps: readonly number[]): boolean => gaps.every((place) => place % 4 === 0);
const mask = (digits: string): string => `${digits.slice(0, 3)}${'*'.repeat(digits.length - 5)}${digits.slice(-2)}`;

/**
 * Numbers of persons in a text, also with blanks, hyphens, full-width digits, invisible signs or table marks between their digits. Masked forms,
 * telephone numbers of offices, 统一社会信用代码, document and order numbers, amounts and days are none.
 */
export function findPersonalData(text: string): PersonalFinding[] {
  if (!/\p{Nd}/u.test(text)) return [];
  const signs = signsOf(text);
  const found: PersonalFinding[] = [];
  for (let at = 0; at < signs.length; at += 1) {
    if (!isDigit(signs[at]) || isDigit(signs[at - 1]) || isLetter(signs[at - 1])) continue;
    const hit = personalAt(signs, at);
    if (hit === undefined) continue;
    const index = signs[at]?.index ?? 0;
    found.push({ kind: hit.kind, index, end: (signs[hit.end - 1]?.index ?? index) + 1, masked: mask(hit.digits) });
    at = hit.end - 1;
  }
  return found;
}

/** The text with such numbers covered, as long as before: what a message may show of a line. */
export function coverPersonalData(text: string): string {
  return findPersonalData(text).reduce(
    (covered, { index, end }) =>
      covered.slice(0, index + 3) + covered.slice(index + 3, end - 2).replace(/[^\s]/g, '*') + covered.slice(end - 2),
    text,
  );
}

function personalAt(signs: readonly Sign[], at: number): { kind: PersonalKind; digits: string; end: number } | undefined {
  const ends = (end: number): boolean => !isDigit(signs[end]) && !isLetter(signs[end]);
  const id = readNumber(signs, at, 18, 3, /[Xx]/);
  if (id !== undefined && ends(id.end) && isResidentId(id.digits)) return { kind: '身份证号', ...id };
  const old = readNumber(signs, at, 15, 1);
  if (old !== undefined && ends(old.end) && old.gaps.every((place) => place === 6 || place === 12) && isOldResidentId(old.digits))
    return { kind: '身份证号', ...old };
  for (const length of [19, 18, 17, 16]) {
    const card = readNumber(signs, at, length, 1);
    if (card !== undefined && ends(card.end) && everyFour(card.gaps) && CARD.test(card.digits) && luhn(card.digits))
      return { kind: '银行卡号', ...card };
  }
  const before = signs
    .slice(Math.max(0, at - 4), at)
    .map(({ char }) => char)
    .join('');
  const start = /^(?:0086|86)$/.test(readPrefix(signs, at)) ? at + readPrefix(signs, at).length : at;
  const from = start > at && SEPARATOR.test(signs[start]?.char ?? '') ? start + 1 : start;
  const mobile = readNumber(signs, from, 11, 1);
  if (
    mobile !== undefined &&
    ends(mobile.end) &&
    mobile.gaps.every((place) => place === 3 || place === 7) &&
    /^1[3-9]/.test(mobile.digits) &&
    !/[¥￥.]$/.test(before)
  )
    return { kind: '手机号', ...mobile };
  return undefined;
}

/** The country code before a mobile number, where it stands without a plus or after one. */
function readPrefix(signs: readonly Sign[], at: number): string {
  const four = signs
    .slice(at, at + 4)
    .map(({ char }) => char)
    .join('');
  if (four === '0086') return '0086';
  return four.startsWith('86') &&
    (signs[at - 1]?.char === '+' ||
      SEPARATOR.test(four.charAt(2)) ||
      /^861[3-9]/.test(
        signs
          .slice(at, at + 4)
          .map(({ char }) => char)
          .join(''),
      ))
    ? '86'
    : '';
}
