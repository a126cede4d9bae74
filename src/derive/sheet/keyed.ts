import { same } from './field-changes.ts';

/** Something with its place, before and after; undefined where it is not. */
export interface Keyed<T> {
  place: string;
  was: T | undefined;
  is: T | undefined;
}

/** What differs between two tables by place, in the order of the places. */
export function differing<T>(old: ReadonlyMap<string, T>, current: ReadonlyMap<string, T>): Keyed<T>[] {
  return [...new Set([...old.keys(), ...current.keys()])]
    .sort()
    .map((place) => ({ place, was: old.get(place), is: current.get(place) }))
    .filter(({ was, is }) => !same(was, is));
}

/** What happened to something. */
export const changeOf = <T>({ was, is }: Keyed<T>): '新增' | '修改' | '删除' =>
  was === undefined ? '新增' : is === undefined ? '删除' : '修改';

/** `加了 2 条、改了 1 条`, or undefined when nothing differs. */
export function counted(changes: readonly Keyed<unknown>[], unit: string): string | undefined {
  const words = { 新增: '加了', 修改: '改了', 删除: '删了' } as const;
  const parts = (['新增', '修改', '删除'] as const).flatMap((change) => {
    const count = changes.filter((item) => changeOf(item) === change).length;
    return count === 0 ? [] : [`${words[change]} ${count} ${unit}`];
  });
  return parts.length === 0 ? undefined : parts.join('、');
}
