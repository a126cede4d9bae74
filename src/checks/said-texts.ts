import type { EntrySource } from '../loader/read-content.ts';
import { placeInBody } from './mdx-tree.ts';
import { proseOf } from './prose.ts';
import { about, type FieldRecord } from './records.ts';
import type { GateContext, RuleFinding } from './rule.ts';

/** Finds one word or a pattern in everything that a reader sees as text. */
interface Hit {
  /** What stands there, and what should. */
  found: string;
  correct?: string | undefined;
  why: string;
  /** True when the correction needs no second thought; only then may it be made in the body by `--fix`. */
  safe: boolean;
}

const PROSE_FIELDS = new Set([
  'title',
  'summary',
  'alt',
  'caption',
  'note',
  'description',
  'topic',
  'text',
  'result',
  'measure',
  'standard',
  'problem',
]);

const remedy = ({ correct }: Hit): string => (correct === undefined ? '换一个说法' : `改成“${correct}”`);

function inBody(entry: EntrySource, find: (text: string) => (Hit & { index: number })[]): RuleFinding[] {
  return find(proseOf(entry)).map((hit): RuleFinding => {
    const edit = hit.safe && hit.correct !== undefined ? { edit: { from: hit.found, to: hit.correct } } : {};
    return { file: entry.file, ...placeInBody(entry, hit.index), value: hit.found, why: hit.why, fix: remedy(hit), ...edit };
  });
}

function inFields(record: FieldRecord, find: (text: string) => (Hit & { index: number })[]): RuleFinding[] {
  return record.fields.flatMap(({ path, value }) => {
    if (typeof value !== 'string' || !PROSE_FIELDS.has(String(path.at(-1)))) return [];
    return find(value).map((hit) => ({ ...about(record, path, { why: hit.why, fix: remedy(hit) }), value: hit.found }));
  });
}

/** Findings in bodies and in the fields that hold sentences. */
export function inSaidTexts(
  { source, records }: GateContext,
  find: (text: string) => (Hit & { index: number })[],
): RuleFinding[] {
  const readable = records.filter(({ kind }) => kind !== 'terms' && kind !== 'people' && kind !== 'exceptions');
  return [...source.entries.flatMap((entry) => inBody(entry, find)), ...readable.flatMap((record) => inFields(record, find))];
}
