import { collections } from '../schemas/index.ts';
import { getIn } from './field-node.ts';
import type { FieldRecord } from './records.ts';
import type { GateContext } from './rule.ts';

export interface OldPath {
  record: FieldRecord;
  index: number;
  /** `news/2025/0318-old`, whatever way it was written. */
  path: string;
}

/** The addresses under which entries were known before. */
export function oldPaths({ records }: GateContext): OldPath[] {
  return records.flatMap((record) => {
    const written = getIn(record.value, ['formerly']);
    const { entry } = record;
    if (!Array.isArray(written) || entry === undefined) return [];
    const { folder } = collections[entry.collection];
    return written.map((old, index) => {
      const path = String(old).replace(/^\/|\/$/g, '');
      return { record, index, path: path.startsWith(`${folder}/`) ? path : `${folder}/${path}` };
    });
  });
}
