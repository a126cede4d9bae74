import { collections, type CollectionName } from '../../schemas/index.ts';
import { noticeState, visibility, type Publishable, type Visibility } from '../disclosure.ts';
import { formerPath } from '../former-path.ts';
import type { SheetSide, Sides } from './model.ts';

/** An entry as the sheet sees it. */
export interface Item {
  /** `news/2026/0305-x` */
  key: string;
  collection: CollectionName;
  path: string;
  title: string;
  data: Publishable & Record<string, unknown>;
  body: string | undefined;
  seen: Visibility;
}

/** An entry before and after; with another key after when it was renamed. */
export interface Pair {
  was: Item | undefined;
  is: Item | undefined;
}

export const COLLECTIONS = Object.keys(collections) as CollectionName[];

/** Where an entry is shown. */
export const pathOf = (key: string): string => `/${key.replace(/^pages\//, '')}/`;

function itemsOf({ content, bodies }: SheetSide, now: string): Map<string, Item> {
  const items = COLLECTIONS.flatMap((collection) =>
    content[collection].map(({ id, data }): Item => {
      const fields = data as unknown as Item['data'];
      const title = fields['title'] ?? fields['name'];
      const key = `${collection}/${id}`;
      return {
        key,
        collection,
        path: pathOf(key),
        title: typeof title === 'string' ? title : id,
        data: fields,
        body: bodies.get(key),
        seen: visibility(fields, now),
      };
    }),
  );
  return new Map(items.map((item) => [item.key, item]));
}

/** The keys that an entry had before, oldest first. */
export const formerKeys = ({ collection, data }: Item): string[] =>
  ((data['formerly'] ?? []) as string[]).map((old) => formerPath(collections[collection].folder, old));

/** What identifies an entry for subscribers: the address under which it was first published. */
export const firstKey = (item: Item): string => formerKeys(item)[0] ?? item.key;

/** Every entry of both sides with its counterpart, in the order of their addresses. An entry of which the file cannot be read is left out. */
export function pairsOf({ before, after }: Sides, now: string): Pair[] {
  const [old, current] = [itemsOf(before, now), itemsOf(after, now)];
  const unreadable = new Set([...after.unreadable].map((path) => path.replace(/^content\/|\/index\.mdx$/g, '')));
  const taken = new Set<string>();
  const pairs = [...current.values()].map((is): Pair => {
    const from = old.has(is.key)
      ? is.key
      : formerKeys(is).findLast((key) => old.has(key) && !current.has(key) && !taken.has(key));
    if (from !== undefined) taken.add(from);
    return { was: from === undefined ? undefined : old.get(from), is };
  });
  const gone = [...old.values()]
    .filter(({ key }) => !taken.has(key) && !unreadable.has(key))
    .map((was): Pair => ({ was, is: undefined }));
  const keyOf = ({ was, is }: Pair): string => (is ?? was)?.key ?? '';
  return [...pairs, ...gone].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Why readers do not see an entry. */
export function whyHidden({ data }: Item, now: string): string {
  const { draft, disclosure, publishOn, date } = data;
  if (draft === true) return '是草稿，读者看不到';
  if (disclosure.scope !== '向社会') return `公开范围是“${disclosure.scope}”，读者看不到`;
  const due = publishOn ?? date ?? '';
  if (due > now) return `现在读者看不到，${due} 以后的下一次生成自动公开`;
  return '公开审批没走完，读者看不到';
}

/** True of a 公示 that is over: nothing but that it took place is left on its page. */
export function isOver({ data }: Item, today: string): boolean {
  const notice = data['notice'] as { from: string; until: string } | undefined;
  return notice !== undefined && noticeState(notice, today) === '已结束';
}
