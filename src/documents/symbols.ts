/** Signs of the fonts Symbol and Wingdings that stand in forms and lists, by code, as characters that every font has. */
const WINGDINGS: Record<string, string> = {
  '6C': '●', '6E': '■', '6F': '□', '71': '❑', '72': '❒', '75': '◆', '76': '❖', '77': '◆', 'A1': '○', 'A4': '◎', 'A7': '▪', 'A8': '□',
  'AB': '★', 'D8': '➢', 'E0': '→', 'E8': '➔', 'F0': '⇨', 'FB': '✗', 'FC': '✓', 'FD': '☒', 'FE': '☑',
}; // prettier-ignore
const WINGDINGS2: Record<string, string> = { '50': '✓', '51': '☒', '52': '☑', '53': '☒', A3: '□', '2A': '□' };
const SYMBOL: Record<string, string> = {
  B0: '°',
  B1: '±',
  B3: '≥',
  A3: '≤',
  B4: '×',
  B8: '÷',
  B7: '•',
  D7: '·',
  '6D': 'μ',
  '57': 'Ω',
};
const FONTS: Record<string, Record<string, string>> = { wingdings: WINGDINGS, 'wingdings 2': WINGDINGS2, symbol: SYMBOL };

/** True for a font whose signs are known here. */
export const isSymbolFont = (font: string): boolean => FONTS[font.toLowerCase()] !== undefined;

/** The character that a sign of a symbol font (`w:sym`) looks like; undefined for one that is not known. */
export function symbolText(font: string, code: string): string | undefined {
  const value = Number.parseInt(code, 16);
  if (value < 0xe000 || value > 0xf8ff)
    return value >= 0x100 ? String.fromCodePoint(value) : FONTS[font.toLowerCase()]?.[code.slice(-2).toUpperCase()];
  return FONTS[font.toLowerCase()]?.[code.slice(-2).toUpperCase()];
}

/** What a sign of a symbol font may have been that was copied without its font, as U+F0B7 is; empty for one that is not known. */
export function likelySymbols(sign: string): string[] {
  const code = sign.codePointAt(0) ?? 0;
  if (code < 0xf000 || code > 0xf0ff) return [];
  const hex = (code - 0xf000).toString(16).toUpperCase();
  return [...new Set(Object.values(FONTS).flatMap((font) => font[hex] ?? []))];
}
