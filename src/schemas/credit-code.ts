/** 统一社会信用代码: 18 characters, the last one a check character. Source: GB 32100-2015. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character that belongs to the first 17 characters, or undefined when one of them cannot occur in a code. */
export function creditCodeCheck(first17: string): string | undefined {
  let sum = 0;
  for (const [index, weight] of WEIGHTS.entries()) {
    const value = ALPHABET.indexOf(first17[index] ?? '?');
    if (value < 0) return undefined;
    sum += value * weight;
  }
  return ALPHABET[(31 - (sum % 31)) % 31];
}

/** Why this is not a valid 统一社会信用代码 (cause, arrow, remedy), or undefined when it is one. */
export function creditCodeProblem(code: string): string | undefined {
  if (code.length !== 18) return `统一社会信用代码是 18 位，现在是 ${String(code.length)} 位 → 对照营业执照补全`;
  const wrong = Array.from(code).find((character) => !ALPHABET.includes(character));
  if (wrong !== undefined) return `统一社会信用代码里不会出现“${wrong}”（字母要大写，没有 I、O、S、V、Z） → 对照营业执照改`;
  if (creditCodeCheck(code.slice(0, 17)) !== code[17])
    return '统一社会信用代码的最后一位校验不对，多半有一位抄错了 → 对照营业执照逐位核对';
  return undefined;
}
