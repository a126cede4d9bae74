import type { EntrySource } from '../loader/read-content.ts';

/** False while a file beside an entry is there but cannot be read, so that nothing is missed in it. */
export function isReadable({ companions }: EntrySource, name: string): boolean {
  const beside = companions.find((companion) => companion.name === name);
  if (beside === undefined) return true;
  const { csv, yaml } = beside;
  if (yaml !== undefined) return yaml.problems.length === 0 && (yaml.value === null || Array.isArray(yaml.value));
  return csv?.problems.every(({ kind }) => kind === 'cells' || kind === 'repeated-column') ?? true;
}
