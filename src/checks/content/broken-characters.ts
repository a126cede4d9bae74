import { likelySymbols } from '../../documents/symbols.ts';
import { coverPersonalData } from '../../lib/personal-data.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { textFiles, type TextFile } from '../text-files.ts';

/** A character that was lost, and what Chinese programs make of such a one when they save it again. */
const LOST = /\ufffd|锟斤拷/u;
/** Characters without a meaning of their own: only the font with which they were typed shows them. */
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/u;
/** What no program shows: controls, the place of a picture that was not pasted along. */
// eslint-disable-next-line no-control-regex -- these are the characters that are meant
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufff9-\ufffc\ufffe\uffff]/u;
/** Marks that nobody typed, in running text and cells; in fields rule Y04 names them. They break search, or turn the reading order. */
const INVISIBLE = /[\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff]/u;

const either = (...patterns: RegExp[]): RegExp => new RegExp(`(?:${patterns.map(({ source }) => source).join('|')})+`, 'gu');
const SHOWN = either(LOST, PRIVATE, CONTROL);
const ANY = either(LOST, PRIVATE, CONTROL, INVISIBLE);
/** More than these of one kind in one file have one cause. */
const MOST = 3;
const AROUND = 8;

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

type Message = Pick<RuleFinding, 'why' | 'fix' | 'edit'>;

function wording(found: string): Message {
  if (LOST.test(found))
    return {
      why: '这里的字已经坏了，读者看到的是乱码，多半是 GBK 的文件当成 UTF-8 打开又保存过',
      fix: '对照原稿把坏的字重新打一遍；原来的文件还在的，用记事本或 WPS 打开它，“另存为”，编码选 UTF-8，再放进来',
    };
  const [sign] = PRIVATE.exec(found) ?? [];
  if (sign !== undefined) {
    const symbols = likelySymbols(sign);
    return symbols.length > 0
      ? { why: `这个符号（${codeOf(sign)}）是 Word、WPS 的符号字体里的，手机上是空框`, fix: `删掉，改打${symbols.map((symbol) => `“${symbol}”`).join('或')}，列表用“- ”开头` }
      : { why: `这个字（${codeOf(sign)}）只有装了那种字体的电脑才显示得出来，手机上是空框`, fix: '用输入法重新打；打不出来的，写通用的字再加说明，或者做成图片' };
  }
  const [first = ''] = found;
  const why = `这里有看不见的字符（${codeOf(first)}），多半是从 Word、网页或表格粘贴来的`;
  return { why, fix: '删掉它：把前后两个字连同中间一起删了重新打，或者运行 npm run validate -- --fix', edit: { from: found, to: '' } };
}

/** What stands around a place, the place itself as a box. */
function around(text: string, from: number, until: number): string {
  const line = coverPersonalData(text);
  const before = line.slice(0, from).replaceAll(ANY, '□');
  const after = line.slice(until).replaceAll(ANY, '□');
  return `${Array.from(before).slice(-AROUND).join('')}□${Array.from(after).slice(0, AROUND).join('')}`;
}

function check({ file, text, encoding, proseLine = Number.POSITIVE_INFINITY }: TextFile): RuleFinding[] {
  // A file in another encoding is one finding as a whole.
  if (encoding !== 'utf-8' || text.search(ANY) < 0) return [];
  const findings = text.split('\n').flatMap((line, index) =>
    Array.from(line.matchAll(index + 1 >= proseLine ? ANY : SHOWN), ({ 0: found, index: from }): RuleFinding => {
      return { file, line: index + 1, column: from + 1, value: around(line, from, from + found.length), ...wording(found) };
    }),
  );
  return Object.values(Object.groupBy(findings, ({ fix }) => fix)).flatMap((alike = []) => {
    const [first] = alike;
    if (first === undefined || alike.length <= MOST || first.edit !== undefined) return alike;
    return [{ ...first, why: `${first.why}；这个文件里这样的地方一共有${String(alike.length)}处` }];
  });
}

/** Characters that readers see as boxes or not at all: lost ones, those of private fonts, controls. */
export const brokenCharacters: Rule = {
  id: 'F12',
  title: '有显示不出来的字',
  severity: 'error',
  scope: 'entry',
  basis: '《党政机关公文格式》要求字迹清楚；手机只显示 Unicode 里有的字',
  check: ({ source }) => textFiles(source).flatMap(check),
};
