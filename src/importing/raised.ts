const SUPERSCRIPT: Record<string, string> = Object.fromEntries(
  Array.from('0123456789+-=()ni').map((plain, index) => [plain, Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ')[index] ?? plain]),
);
const SUBSCRIPT: Record<string, string> = Object.fromEntries(
  Array.from('0123456789+-=()aeox').map((plain, index) => [plain, Array.from('₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓ')[index] ?? plain]),
);

/** Raised or lowered characters as characters of their own, m² and CO₂; undefined when one of them has none. */
export function raisedText(text: string, where: 'superscript' | 'subscript'): string | undefined {
  const table = where === 'superscript' ? SUPERSCRIPT : SUBSCRIPT;
  const written = Array.from(text, (character) => (character.trim() === '' ? character : table[character]));
  return written.every((character) => character !== undefined) ? written.join('') : undefined;
}
