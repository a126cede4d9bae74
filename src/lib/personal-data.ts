import { digitRuns, type Digit } from './digit-runs.ts';

/** What must never be published: 身份证号, 银行卡号, 个人手机号. */
export type PersonalKind = '身份证号' | '银行卡号' | '手机号';

export interface PersonalFinding {
  kind: PersonalKind;
  /** Where it begins in the text, and where it ends. */
  index: number;
  end: number;
  /** The part of it that must not be shown: all but three signs at the front and two at the end. */
  hidden: { from: number; until: number };
  /** `110***********02X`: enough to find it, never the number itself. */
  masked: string;
}

/** A number read at some place: its digits (an X may be the last) and the sign behind it. */
interface Reading {
  kind: PersonalKind;
  digits: string;
  count: number;
  /** Where an X as last sign ends. */
  check?: { from: number; until: number };
}

/** Two digits of the province that a resident id begins with (GB/T 2260). */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** UnionPay, Visa, Mastercard, JCB, Discover, and the older cards of 工商、农业、邮储、招商、建设、中国、交通 that are still in use. */
const CARD =
  /^(?:62\d{14,17}|4\d{15}|5[1-5]\d{14}|2[2-7]\d{14}|35\d{14}|60\d{14,17}|9558\d{15}|9559[5-9](?:\d{11}|\d{14})|955100\d{13}|95555\d{11}|(?:436742|456351)\d{13}|405512\d{11})$/;
const CARD_GROUPS = /^(?:1[6-9]|6-1[0-3]|4-4-4-[4-7]|4-4-4-4-[1-3]|6-4-4-[2-5]|6-4-6|4-6-6)$/;
/** 138 1234 5678 and what else people write; `1-1-1…` is a form with a box for each digit. */
const MOBILE_GROUPS = /^(?:11|3-4-4|4-3-4|4-4-3|3-8|7-4|5-6|6-5)$/;
/** The segments given out for mobile telephones. */
const MOBILE = /^1(?:3\d|4[015-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8}$/;

const CHECK_SIGN = /^(?:[\s*_~`\p{Cf}]|<[^<>]{0,80}>|[|,，"-]){0,8}?([XxＸｘХх×ΧχⅩⅹ])/u;
const LABEL =
  /(?:^|[^a-z0-9])(?:tel|phone|mobile|mob|cell|call|vx|wx|v|wechat|weixin|qq|dh|sj|sjh|lxdh|hp|id|idcard|sfz|sfzh|no|t|m|p)$/i;
const LABEL_BEHIND = /^(?:vx|wx|wechat|weixin|qq|tel|v)(?![a-z0-9])/i;
/** What stands before a number that is of an order or a paper, not of a person; and before one of a telephone. */
const OF_A_PAPER =
  /(?:订单|单据|流水|凭证|票据|发票|批次|追溯|条码|条形码|识别码|产品|货|运|快递|物流|档案|文件|证书|许可|备案|登记|税|识别|信用代码|组织机构代码)(?:编|代)?(?:码|号|单号)?[码号]?(?:是|为)?[\s:：#"“(（]{0,3}$/;
const OF_A_PAPER_BEHIND = /^[\s）)]{0,2}号?(?:订单|单据|票据|批次|许可)/;
const OF_A_TELEPHONE = /手机|电话|联系|号码|微信|tel|phone|mobile/i;
/** The decimals of a share, as tables hold them; `1.` may as well be the number of a line. */
const FRACTION = /(?:^|[^\d.])0\.$/;
const MONEY = /(?:[¥￥$€]|RMB|CNY|人民币)\s*$/i;
const AMOUNT = /^(?:\.\d|\s?(?:元|角|亿|斤|公斤|吨|亩|千瓦|度|k?wh|kg|株|羽|立方|平方|㎡|公里|字节|MB))/i;

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2049 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** 18 signs with a known province, a day of birth and the check digit of GB 11643. */
function isResidentId(id: string): boolean {
  if (!PROVINCES.has(id.slice(0, 2)) || !isDay(Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14))))
    return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(id[index]), 0);
  return '10X98765432'.charAt(sum % 11) === id.charAt(17);
}

/** The form of before 1999, without a check digit; nobody alive was born before 1920 and has one. */
const isOldResidentId = (id: string): boolean =>
  PROVINCES.has(id.slice(0, 2)) &&
  Number(id.slice(6, 8)) >= 20 &&
  isDay(1900 + Number(id.slice(6, 8)), Number(id.slice(8, 10)), Number(id.slice(10, 12)));

/** The check digit of ISO/IEC 7812. */
function luhn(card: string): boolean {
  const sum = Array.from(card)
    .reverse()
    .reduce((total, digit, index) => {
      const twice = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (twice > 9 ? twice - 9 : twice);
    }, 0);
  return sum % 10 === 0;
}

/** A stretch of digits in a text. */
interface Run {
  text: string;
  digits: readonly Digit[];
  values: string;
}

/** A place in a run of digits, and the text around it. */
class Place {
  readonly run: Run;
  readonly at: number;
  readonly from: number;
  /** It begins where another number of a person ends. */
  readonly follows: boolean;
  /** No digit touches its front, or only one of such a number. */
  readonly opens: boolean;

  constructor(run: Run, at: number, foundUntil: number) {
    this.run = run;
    this.at = at;
    this.from = run.digits[at]?.from ?? 0;
    this.follows = this.from === foundUntil;
    this.opens = this.follows || at === 0 || this.gap(0) !== '';
  }

  get before(): string {
    return this.run.text.slice(Math.max(0, this.from - 40), this.from);
  }

  /** Far enough back to meet the head of a table. */
  get far(): string {
    return this.run.text.slice(Math.max(0, this.from - 200), this.from);
  }

  digits(count: number): string {
    return this.run.values.slice(this.at, this.at + count);
  }

  /** Sizes of the groups, as `3-4-4`. */
  groups(count: number): string {
    const sizes = [0];
    for (let i = 0; i < count; i += 1) {
      if (i > 0 && this.gap(i) !== '') sizes.push(0);
      sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
    }
    return sizes.join('-');
  }

  gap(i: number): string {
    return this.run.digits[this.at + i]?.gap ?? '';
  }

  gaps(count: number): string[] {
    return Array.from({ length: count - 1 }, (_, i) => this.gap(i + 1)).filter((gap) => gap !== '');
  }

  /** No digit touches the number's end. */
  ends(count: number): boolean {
    return this.at + count === this.run.values.length || this.gap(count) !== '';
  }

  /** Where its last digit ends. */
  until(count: number): number {
    return this.run.digits[this.at + count - 1]?.until ?? 0;
  }

  behind(count: number): string {
    const until = this.until(count);
    return this.run.text.slice(until, until + 100);
  }
}

/** The number may touch letters only where they say what it is: `Tel138…`, `138…vx同号`. */
const labelled = (place: Place, count: number): boolean =>
  (place.follows || place.gap(0) !== '' || !/[a-z]$/i.test(place.before) || LABEL.test(place.before)) &&
  (!/^[a-z0-9]/i.test(place.behind(count)) || place.gap(count) !== '' || LABEL_BEHIND.test(place.behind(count)));

/** An id is so unlikely to arise by chance that anything may stand between its digits and around it. */
function readId(place: Place): Reading | undefined {
  const first = place.digits(17);
  if (first.length < 17 || !/^[1-8]\d{5}(?:19|20)/.test(first) || !PROVINCES.has(first.slice(0, 2))) return undefined;
  const groups = place.groups(17).split('-');
  if (groups.length > 7 && groups.some((size) => size !== '1')) return undefined;
  const sign = CHECK_SIGN.exec(place.behind(17));
  const until = place.until(17);
  if (sign !== null && isResidentId(`${first}X`))
    return {
      kind: '身份证号',
      digits: `${first}X`,
      count: 17,
      check: { from: until + sign[0].length - 1, until: until + sign[0].length },
    };
  const whole = place.digits(18);
  return whole.length === 18 && isResidentId(whole) && (place.opens || place.ends(18))
    ? { kind: '身份证号', digits: whole, count: 18 }
    : undefined;
}

function readOldId(place: Place): Reading | undefined {
  const digits = place.digits(15);
  return digits.length === 15 &&
    place.ends(15) &&
    /^(?:15|6-6-3|6-9|12-3)$/.test(place.groups(15)) &&
    place.gaps(15).every((gap) => gap.length <= 1) &&
    isOldResidentId(digits) &&
    labelled(place, 15) &&
    !FRACTION.test(place.before) &&
    !OF_A_PAPER.test(place.before) &&
    !OF_A_PAPER_BEHIND.test(place.behind(15))
    ? { kind: '身份证号', digits, count: 15 }
    : undefined;
}

function readCard(place: Place): Reading | undefined {
  for (const count of [19, 18, 17, 16]) {
    const digits = place.digits(count);
    if (digits.length < count || !place.ends(count) || !CARD.test(digits) || !luhn(digits)) continue;
    const gaps = place.gaps(count);
    // Four numbers of four digits in a row of a table are figures, unless a UnionPay card is in it.
    if (
      !CARD_GROUPS.test(place.groups(count)) ||
      !gaps.every((gap) => /^[ \-.·_]{1,3}$/.test(gap) || (gap === '|' && digits.startsWith('62')))
    )
      continue;
    if (!labelled(place, count) || OF_A_PAPER.test(place.before) || OF_A_PAPER_BEHIND.test(place.behind(count))) continue;
    if (MONEY.test(place.before) || FRACTION.test(place.before) || AMOUNT.test(place.behind(count))) continue;
    return { kind: '银行卡号', digits, count };
  }
  return undefined;
}

function readMobile(place: Place): Reading | undefined {
  for (const code of ['', '86', '0086', '0']) {
    const count = code.length + 11;
    const digits = place.digits(count);
    if (digits.length < count || !digits.startsWith(code) || !MOBILE.test(digits.slice(code.length)) || !place.ends(count))
      continue;
    const groups = place.groups(count).replace(new RegExp(`^${String(code.length)}-(?=.)`), '');
    const sizes =
      code === '' || groups !== place.groups(count)
        ? groups
        : groups.replace(/^\d+/, (size) => String(Number(size) - code.length));
    const alone = sizes === Array(11).fill('1').join('-');
    const gaps = place.gaps(count);
    const plain = gaps.every((gap) => /^(?: ?[-.·•_~] ?| {1,3}|[()] ?[-]?|\+)$/.test(gap));
    const cells = gaps.every((gap) => gap === '|' || gap === ',') && OF_A_TELEPHONE.test(place.far);
    if (!(alone ? new Set(gaps).size === 1 && /^[ \-.|]$/.test(gaps[0] ?? '') : MOBILE_GROUPS.test(sizes) && (plain || cells)))
      continue;
    if (!labelled(place, count) || MONEY.test(place.before) || AMOUNT.test(place.behind(count))) continue;
    if (OF_A_PAPER.test(place.before) || OF_A_PAPER_BEHIND.test(place.behind(count))) continue;
    if (/\d\.$/.test(place.before) || (code === '0' && place.gap(1) !== '')) continue;
    return { kind: '手机号', digits, count };
  }
  return undefined;
}

const mask = (digits: string): string => `${digits.slice(0, 3)}${'*'.repeat(digits.length - 5)}${digits.slice(-2)}`;

function inRun(text: string, digits: readonly Digit[], foundUntil: number): PersonalFinding[] {
  const run = { text, digits, values: digits.map(({ value }) => value).join('') };
  const found: PersonalFinding[] = [];
  for (let at = 0; at < digits.length; at += 1) {
    const place = new Place(run, at, found.at(-1)?.end ?? foundUntil);
    const read = readId(place) ?? (place.opens ? (readOldId(place) ?? readCard(place) ?? readMobile(place)) : undefined);
    if (read === undefined) continue;
    const signs = [...digits.slice(at, at + read.count), ...(read.check === undefined ? [] : [read.check])];
    const [index = 0, third = 0] = [signs[0]?.from, signs[2]?.until];
    const [end = 0, last = 0] = [signs.at(-1)?.until, signs.at(-2)?.from];
    found.push({ kind: read.kind, index, end, hidden: { from: third, until: last }, masked: mask(read.digits) });
    at += read.count - 1;
  }
  return found;
}

/**
 * Numbers of persons in a text, also with blanks, marks, tags, cells, character references or invisible signs between their digits, in full width or
 * the digits of any script. Masked forms, telephones of offices, 统一社会信用代码, numbers of documents and orders, amounts and days are none.
 */
export function findPersonalData(text: string): PersonalFinding[] {
  const found: PersonalFinding[] = [];
  for (const run of digitRuns(text)) found.push(...inRun(text, run, found.at(-1)?.end ?? -1));
  return found;
}

/** The text with such numbers covered, as long as before: what a message may show of a line. */
export function coverPersonalData(text: string): string {
  return findPersonalData(text).reduce(
    (covered, { hidden: { from, until } }) =>
      covered.slice(0, from) + covered.slice(from, until).replace(/\S/g, '*') + covered.slice(until),
    text,
  );
}
