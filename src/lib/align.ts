/** Plain data as YAML and JSON have it. */
export type Plain = string | number | boolean | null | undefined | Plain[] | { [key: string]: Plain };

export const isGroup = (value: Plain): value is Record<string, Plain> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Equal for a form: the order of keys counts for nothing, and what is empty is as good as absent. */
export function same(left: Plain, right: Plain): boolean {
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => same(item, right[index]));
  if (isGroup(left) && isGroup(right))
    return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => same(left[key], right[key]));
  return left === right || (isEmpty(left) && isEmpty(right));
}

/** What a form gives for a field that was left out; an unticked box is one of them. */
export const isEmpty = (value: Plain): boolean => value === null || value === undefined || value === '' || value === false;

/** How much two items of a list are the same thing: 0 is not at all. */
function likeness(left: Plain, right: Plain): number {
  if (same(left, right)) return 1000;
  if (!isGroup(left) || !isGroup(right)) return 0;
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const shared = keys.filter((key) => same(left[key], right[key])).length;
  const first = Object.keys(left)[0];
  // The first key is what an item is called by: an id, a name, a day.
  return shared * 2 > keys.length || (first !== undefined && same(left[first], right[first])) ? shared : 0;
}

/** For each new item of a list the index of the old one that it was made from, in rising order; undefined where it is new. */
export function align(before: readonly Plain[], after: readonly Plain[]): (number | undefined)[] {
  let head = 0;
  while (head < before.length && head < after.length && same(before[head], after[head])) head += 1;
  let tail = 0;
  const most = Math.min(before.length, after.length) - head;
  while (tail < most && same(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail += 1;
  const middle = alignMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail));
  return after.map((_, index) => {
    if (index < head) return index;
    if (index >= after.length - tail) return index - after.length + before.length;
    const found = middle[index - head];
    return found === undefined ? undefined : found + head;
  });
}

/** Between two items that are known, as many old as new ones that are like nothing: each is what the old one became. */
function pairRest(found: (number | undefined)[], count: number): (number | undefined)[] {
  const paired = [...found];
  for (let start = 0; start < found.length; start += 1) {
    if (paired[start] !== undefined) continue;
    const next = found.findIndex((origin, index) => index >= start && origin !== undefined);
    const end = next < 0 ? found.length : next;
    const from = start === 0 ? 0 : (found[start - 1] ?? 0) + 1;
    if ((found[end] ?? count) - from === end - start)
      for (let index = start; index < end; index += 1) paired[index] = from + index - start;
    start = end;
  }
  return paired;
}

/** The pairing in order with the greatest likeness in all. */
function alignMiddle(before: readonly Plain[], after: readonly Plain[]): (number | undefined)[] {
  const best = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (row: number, column: number): number => best[row]?.[column] ?? 0;
  const likenesses = before.map((left) => after.map((right) => likeness(left, right)));
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const like = likenesses[row]?.[column] ?? 0;
      const paired = like === 0 ? 0 : like + at(row + 1, column + 1);
      (best[row] ?? [])[column] = Math.max(paired, at(row + 1, column), at(row, column + 1));
    }
  const found = new Array<number | undefined>(after.length).fill(undefined);
  for (let row = 0, column = 0; row < before.length && column < after.length;) {
    const like = likenesses[row]?.[column] ?? 0;
    if (like > 0 && at(row, column) === like + at(row + 1, column + 1)) {
      found[column] = row;
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairRest(found, before.length);
}
