import { guessDay } from '../../schemas/dates.ts';

const DIGITS: Record<string, string> = Object.fromEntries(
  Array.from('〇一二三四五六七八九').map((sign, digit) => [sign, String(digit)]),
);

/** 十二 → 12, 二十一 → 21, 五 → 5. */
function smallNumber(text: string): string {
  const [, tens = '', ones = ''] = /^([一二三]?)十([一二三四五六七八九]?)$/.exec(text) ?? [];
  if (!text.includes('十')) return DIGITS[text] ?? '';
  return String(Number(DIGITS[tens] ?? 1) * 10 + Number(DIGITS[ones] ?? 0));
}

const CHINESE = /^([〇○零Ｏ一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/;
const WRITTEN = /^\d{4}年\d{1,2}月\d{1,2}日$/;

/** The day, `YYYY-MM-DD`, of a line that holds nothing but a date: 2026年3月5日, ２０２６年３月５日, 二〇二六年三月五日, also in brackets. */
export function dayOfLine(line: string): string | undefined {
  const bare = line.replace(/\s/g, '').replace(/^[（(](.*)[）)]$/, '$1');
  const [, year = '', month = '', day = ''] = CHINESE.exec(bare) ?? [];
  if (year !== '') {
    const digits = Array.from(year.replace(/[○零Ｏ]/g, '〇'), (sign) => DIGITS[sign] ?? '').join('');
    return guessDay(`${digits}年${smallNumber(month)}月${smallNumber(day)}日`);
  }
  const folded = bare.normalize('NFKC');
  return WRITTEN.test(folded) ? guessDay(folded) : undefined;
}
