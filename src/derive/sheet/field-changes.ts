import type { FieldKind, NameOf } from './model.ts';

type Path = (string | number)[];
type Fields = Record<string, unknown>;

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlain = (value: unknown): boolean =>
  value === undefined || typeof value !== 'object' || (Array.isArray(value) && value.every((item) => typeof item !== 'object'));

/** A record without one of its fields. */
export const without = (fields: Fields, key: string): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key));

/** As much of a text as one reads in a line. */
export const short = (text: string, most = 60): string => {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most).join('')}……`;
};

function words(value: unknown): string {
  if (value === undefined || value === null) return '（无）';
  if (value === true) return '是';
  if (value === false) return '否';
  if (Array.isArray(value)) return value.map(words).join('、');
  if (isRecord(value)) return Object.values(value).map(words).join(' ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** A value in a few words. */
export const inWords = (value: unknown): string => short(words(value).replace(/\s+/g, ' '));

/** Two texts that differ; of long ones the part where they do. */
function fromTo(was: unknown, is: unknown): string {
  const [a, b] = [Array.from(words(was)), Array.from(words(is))];
  const differs = b.findIndex((letter, index) => letter !== a[index]);
  const first = Math.max(0, (differs === -1 ? b.length : differs) - 12);
  const part = (letters: string[]): string =>
    letters.length <= 60 ? letters.join('') : `${first > 0 ? '……' : ''}${short(letters.slice(first).join(''))}`;
  return `${part(a)} → ${part(b)}`;
}

const KEYS = ['id', 'file', 'src', 'year', 'name', 'number', 'word'] as const;

/** The field that tells the items of two lists apart. */
function keyOf(lists: readonly unknown[][]): ((item: unknown) => unknown) | undefined {
  const key = KEYS.find((name) =>
    lists.every((list) => list.every((item) => isRecord(item) && item[name] !== undefined) && distinct(list, name)),
  );
  return key && ((item) => (item as Fields)[key]);
}

const distinct = (list: readonly unknown[], key: string): boolean =>
  new Set(list.map((item) => (item as Fields)[key])).size === list.length;

/** What differs between two values of one kind, a line each: `办公电话（contact phone）：甲 → 乙`. */
export function fieldChanges(kind: FieldKind, before: Fields, after: Fields, nameOf: NameOf): string[] {
  function walk(was: unknown, is: unknown, path: Path): string[] {
    if (same(was, is)) return [];
    const named = (): string => nameOf(kind, is === undefined ? before : after, path);
    if (isRecord(was) && isRecord(is))
      return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) => walk(was[key], is[key], [...path, key]));
    if (Array.isArray(was) && Array.isArray(is) && !(isPlain(was) && isPlain(is))) return lists(was, is, path, named);
    return [isPlain(was) && isPlain(is) ? `${named()}：${fromTo(was, is)}` : `${named()}：${inWords(was)} → ${inWords(is)}`];
  }

  function lists(was: unknown[], is: unknown[], path: Path, named: () => string): string[] {
    const key = keyOf([was, is]);
    if (key === undefined && was.length === is.length)
      return is.flatMap((item, index) => walk(was[index], item, [...path, index]));
    const has = (list: unknown[], item: unknown): boolean =>
      list.some((other) => (key === undefined ? same(other, item) : key(other) === key(item)));
    const lines = [
      ...is.filter((item) => !has(was, item)).map((item) => `${named()}：加了“${inWords(item)}”`),
      ...was.filter((item) => !has(is, item)).map((item) => `${named()}：去掉了“${inWords(item)}”`),
      ...(key === undefined
        ? []
        : is.flatMap((item, index) => {
            const other = was.find((candidate) => key(candidate) === key(item));
            return other === undefined ? [] : walk(other, item, [...path, index]);
          })),
    ];
    return lines.length > 0 ? lines : [`${named()}：顺序变了`];
  }

  return walk(before, after, []);
}

/** What differs between the fields of an entry: by name, and a line with the values for each that is short. */
export function entryChanges(kind: FieldKind, before: Fields, after: Fields, nameOf: NameOf): EntryChanges {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !same(before[key], after[key]));
  const named = (key: string): string => nameOf(kind, key in after ? after : before, [key]);
  const plain = (key: string): boolean => isPlain(before[key]) && isPlain(after[key]);
  return {
    names: changed.map(named),
    nested: changed.filter((key) => !plain(key)).map(named),
    lines: changed.filter(plain).map((key) => `${named(key)}：${fromTo(before[key], after[key])}`),
  };
}

export interface EntryChanges {
  /** All fields that differ, and those among them that do not go into a line. */
  names: string[];
  nested: string[];
  lines: string[];
}
