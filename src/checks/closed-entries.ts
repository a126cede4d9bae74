import { visibility } from '../derive/disclosure.ts';
import type { EntrySource } from '../loader/read-content.ts';
import { collections, type CollectionName } from '../schemas/index.ts';
import type { GateContext } from './rule.ts';

export type Closed = ReadonlyMap<string, '没有公开' | '已经撤下'>;

/** The name of an entry in the map: `news/2025/0318-…`. */
export const nameOf = ({ collection, id }: Pick<EntrySource, 'collection' | 'id'>): string => `${collection}/${id}`;

/** Entries that exist and that no reader will be able to open. What is only not yet due is left out. */
export function closedEntries({ content }: Pick<GateContext, 'content'>): Closed {
  if (content === undefined) return new Map();
  return new Map(
    (Object.keys(collections) as CollectionName[]).flatMap((collection) =>
      content[collection].flatMap(({ id, data }): [string, '没有公开' | '已经撤下'][] => {
        const seen = visibility(data, '9999-12-31 23:59');
        return seen === 'public' ? [] : [[nameOf({ collection, id }), seen === 'hidden' ? '没有公开' : '已经撤下']];
      }),
    ),
  );
}
