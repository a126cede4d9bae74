const DIGITS = '〇一二三四五六七八九';
const FORMAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** 1 to 9999 in Chinese, with 十 rather than 一十 at the front. */
function counting(n: number, digits: string, units: readonly string[]): string {
  if (n < 1 || n > 9999) return String(n);
  const zero = digits.startsWith('〇') ? '零' : digits[0];
  const parts = Array.from(String(n), Number);
  const said = parts
    .map((digit, index) => (digit === 0 ? '0' : `${digits[digit] ?? ''}${units[parts.length - 1 - index] ?? ''}`))
    .join('');
  const text = said.replace(/0+$/, '').replace(/0+/g, zero ?? '');
  return digits === DIGITS ? text.replace(/^一十/, '十') : text;
}

function letters(n: number): string {
  // Word goes on with AA, BB, CC after Z.
  return String.fromCharCode(65 + ((n - 1) % 26)).repeat(Math.floor((n - 1) / 26) + 1);
}

function roman(n: number): string {
  const values: [number, string][] = [
    [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
    [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
  ]; // prettier-ignore
  let rest = n;
  let text = '';
  for (const [value, letter] of values)
    while (rest >= value) {
      text += letter;
      rest -= value;
    }
  return text;
}

/** The `first` of a run of consecutive characters for 1, up to `most`; plain digits beyond. */
const run = (n: number, first: number, most: number): string => (n <= most ? String.fromCodePoint(first + n - 1) : String(n));

const FORMATS: Record<string, (n: number) => string> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) => String(n).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  decimalEnclosedCircle: (n) => (n <= 20 ? run(n, 0x2460, 20) : run(n - 20, 0x3251, 15)),
  decimalEnclosedCircleChinese: (n) => run(n, 0x2460, 20),
  decimalEnclosedParen: (n) => run(n, 0x2474, 20),
  decimalEnclosedFullstop: (n) => run(n, 0x2488, 20),
  upperLetter: letters,
  lowerLetter: (n) => letters(n).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  chineseCounting: (n) => counting(n, DIGITS, ['', '十', '百', '千']),
  chineseCountingThousand: (n) => counting(n, DIGITS, ['', '十', '百', '千']),
  japaneseCounting: (n) => counting(n, DIGITS, ['', '十', '百', '千']),
  taiwaneseCounting: (n) => counting(n, DIGITS, ['', '十', '百', '千']),
  taiwaneseCountingThousand: (n) => counting(n, DIGITS, ['', '十', '百', '千']),
  chineseLegalSimplified: (n) => counting(n, FORMAL_DIGITS, ['', '拾', '佰', '仟']),
  japaneseDigitalTenThousand: (n) => String(n).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit),
  taiwaneseDigital: (n) => String(n).replace(/\d/g, (digit) => DIGITS[Number(digit)] ?? digit),
  ideographTraditional: (n) => STEMS[n - 1] ?? String(n),
  ideographZodiac: (n) => BRANCHES[n - 1] ?? String(n),
  ideographEnclosedCircle: (n) => run(n, 0x3280, 10),
  none: () => '',
};

/** A number as Word prints it in one of its formats (`w:numFmt`); an unknown format prints digits. */
export const formatNumber = (n: number, format: string): string => (FORMATS[format] ?? String)(n);
