import { formerPath } from '../derive/former-path.ts';
import { collections, type CollectionName } from '../schemas/index.ts';
import { getIn } from './field-node.ts';
import type { FieldRecord } from './records.ts';
import type { GateContext } from './rule.ts';

export interface OldPath {
  record: FieldRecord;
  index: number;
  /** `news/2025/0318-old`, whatever way it was written. */
  path: string;
}

/** The paths under which an entry was known, oldest first as its author says, from its unchecked fields. */
export function formerPaths(collection: CollectionName, value: unknown): string[] {
  const { folder } = collections[collection];
  const written = getIn(value, ['formerly']);
  if (!Array.isArray(written)) return [];
  return written.map((old) => formerPath(folder, String(old)));
}

/** The addresses under which entries were known before. */
export function oldPaths({ records }: GateContext): OldPath[] {
  return records.flatMap((record) => {
    const { entry, value } = record;
    if (entry === undefined) return [];
    return formerPaths(entry.collection, value).map((path, index) => ({ record, index, path }));
  });
}
