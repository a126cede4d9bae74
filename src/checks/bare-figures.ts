import { anyOf, GAP, without } from './prose.ts';
import wording from './wording.json' with { type: 'json' };

/** A number that stands in running text with nothing behind it. */
export interface BareFigure {
  offset: number;
  text: string;
}

const HAN = '〇零一二两三四五六七八九十百千万亿';
const CLAUSE = `(?<=^|[\\n${GAP}，。；：、！？“”（）《》\\s])`;

/** Numbers that are no figures: fixed terms, dates and times, document and route numbers, telephones, ordinals. */
const EXEMPT: readonly RegExp[] = [
  anyOf(wording.fixedTerms),
  /(?<!\d)(?:0\d{2,3}-\d{7,8}|400-?\d{3}-?\d{4}|12345|123(?:71|80|88))(?!\d)/g,
  /[〔[【(（]\d{4}[〕\]】)）]\s*第?\d+号/g,
  /\d{4}-\d{2}-\d{2}|\d{4}-\d{2}(?!\d)/g,
  /(?:(?:19|20)\d{2}|[〇零一二三四五六七八九]{4})[年—–至到-]+(?:\d{4}年)?(?:度|底|初|末)?/g,
  new RegExp(`(?:\\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|底|初|末|(?:\\d{1,2}|[${HAN}]{1,3})[日号])?`, 'g'),
  /\d{1,2}(?:日|号)(?!楼|线)/g,
  new RegExp(`[${HAN}]{1,3}[日号](?=[，。；、前后到至起止上下早晚当${GAP}\\s]|$)`, 'g'),
  /\d{1,2}[:：]\d{2}(?:[—–-]\d{1,2}[:：]\d{2})?|\d{1,2}[点时](?:\d{1,2}分?|半|整)?/g,
  new RegExp(`[${HAN}]{1,3}(?:点|时)(?:[${HAN}]{1,3}分|半|整)?`, 'g'),
  /(?<![两三])[一二三四]季度/g,
  /[A-Za-z]+-?\d+(?:\.\d+)*/g,
  new RegExp(`第[\\d${HAN}]+[个次条项届批期轮名位季年]?`, 'g'),
  new RegExp(`${CLAUSE}(?:其?[一二三四五六七八九十]+(?:是|要|来|则)|其[一二三四五六])`, 'g'),
  new RegExp(`${CLAUSE}(?:[一二三四五六七八九十]+、|[（(][\\d${HAN}]{1,3}[）)]|\\d{1,2}[.．、](?!\\d))`, 'g'),
  new RegExp(`周[一二三四五六日]|星期[一二三四五六日]|礼拜[一二三四五六日天]|(?:农历|腊月|正月|初)[${HAN}]{1,3}`, 'g'),
];

const gap = `${GAP}{0,4}`;
const DIGITS = /[\d０-９]+(?:[.,，．][\d０-９]+)*(?:%|％|‰)?/g;
/** A lone 一 before a unit is an article (一次, 一个问题), not a count. */
const COUNTED = new RegExp(
  `(?:[两二三四五六七八九十百千万亿][${HAN}]*|[一〇零][${HAN}]+)${gap}[余多来几]?${gap}(?:${anyOf(wording.units).source})`,
  'g',
);
const FRACTION = new RegExp(`[${HAN}]+分之[${HAN}]+`, 'g');

/** Finds the figures that stand in running text: digits of any width, Chinese numerals with a unit, fractions. */
export function bareFigures(prose: string): BareFigure[] {
  const text = without(
    prose.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
    EXEMPT,
  );
  const found = (pattern: RegExp): { index: number; end: number }[] =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => ({ index, end: index + match.length }));
  return [...found(DIGITS).map(({ index, end }) => ({ index, end: withUnit(text, end) })), ...found(FRACTION), ...found(COUNTED)]
    .sort((a, b) => a.index - b.index || b.end - a.end)
    .filter(({ index }, position, all) => all.slice(0, position).every(({ end }) => end <= index))
    .map(({ index, end }) => ({ offset: index, text: prose.slice(index, end).replaceAll(GAP, '') }));
}

const UNIT = new RegExp(`[余多来几]?(?:${anyOf(wording.units).source})`, 'y');

/** The end of a number together with the unit behind it, for the message. */
function withUnit(text: string, end: number): number {
  UNIT.lastIndex = end;
  return UNIT.test(text) ? UNIT.lastIndex : end;
}
