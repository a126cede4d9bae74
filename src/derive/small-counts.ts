/** Counts below this point at persons where the topic is sensitive. Basis: 案件通报、低保、信访的数字不足 3 的不单独公布. */
export const SMALLEST_SHOWN = 3;

/** How a count is shown: as it is, as 不足3, or not on its own because another could be worked out from it (未单列). */
export type ShownCount = { kind: 'exact'; value: number } | { kind: 'small' } | { kind: 'withheld' };

export interface ProtectedCounts {
  total: ShownCount;
  /** In the order given; undefined when even the list would tell (a total made of ones). */
  parts: ShownCount[] | undefined;
}

const isSmall = (value: number): boolean => value > 0 && value < SMALLEST_SHOWN;
const exact = (value: number): ShownCount => ({ kind: 'exact', value });

/** One count of a sensitive measure on its own. */
export function protectCount(value: number): ShownCount {
  return isSmall(value) ? { kind: 'small' } : exact(value);
}

/**
 * A total and its parts, so that no part of 1 or 2 can be read or worked out by subtraction. Small parts become 不足3; where the rest
 * of the total would still give one away, further parts are withheld, the smallest first, and all hidden parts carry the same word.
 */
export function protectCounts(parts: readonly number[]): ProtectedCounts {
  const sum = parts.reduce((total, part) => total + part, 0);
  const total = protectCount(sum);
  const small = parts.filter(isSmall);
  const rest = small.reduce((all, part) => all + part, 0);
  // A hidden total gives nothing to subtract from; several small parts between all ones and all twos stay open.
  if (total.kind === 'small' || small.length === 0 || (rest > small.length && rest < 2 * small.length))
    return { total, parts: parts.map(protectCount) };
  const order = [...parts.keys()].filter((index) => (parts[index] ?? 0) > 0).sort((a, b) => (parts[a] ?? 0) - (parts[b] ?? 0));
  const hidden = new Set(order.filter((index) => isSmall(parts[index] ?? 0)));
  const hiddenSum = (): number => [...hidden].reduce((all, index) => all + (parts[index] ?? 0), 0);
  for (const index of order) {
    if (hidden.size > 1 && hiddenSum() > hidden.size) break;
    hidden.add(index);
  }
  if (hidden.size < 2 || hiddenSum() === hidden.size) return { total, parts: undefined };
  return { total, parts: parts.map((part, index) => (hidden.has(index) ? { kind: 'withheld' } : exact(part))) };
}

/** The words for a count, with its unit: `4起`, `不足3起`, `未单列`. */
export function countText(shown: ShownCount, unit = ''): string {
  if (shown.kind === 'withheld') return '未单列';
  return shown.kind === 'small' ? `不足${String(SMALLEST_SHOWN)}${unit}` : `${String(shown.value)}${unit}`;
}
