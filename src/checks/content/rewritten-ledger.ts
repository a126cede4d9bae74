import type { BaseFiles } from '../../loader/base-files.ts';
import { parseCompanion, type EntrySource } from '../../loader/read-content.ts';
import type { Commitment, CommitmentStep } from '../../schemas/commitment.ts';
import { collections } from '../../schemas/index.ts';
import { againstBefore, CORRECTED, hasNewNote, publishedBeside, type Comparison } from '../before.ts';
import { isReadable } from '../companions.ts';
import { about, type FieldRecord } from '../records.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

const companion = collections.reports.companions.commitments;

/** A step as it was is still there; evidence may have come to it. */
function keeps(before: CommitmentStep, now: CommitmentStep, same: Comparison): boolean {
  const { evidence = [], ...rest } = before;
  return (
    Object.entries(rest).every(([key, value]) => same.value(value, now[key as keyof typeof rest])) &&
    evidence.every((proof) => now.evidence?.some((other) => same.value(proof, other)))
  );
}

/** The first step that is no longer there; others may have come after and between. */
function lostStep(
  before: readonly CommitmentStep[],
  now: readonly CommitmentStep[],
  same: Comparison,
): CommitmentStep | undefined {
  let from = 0;
  return before.find((step) => {
    const at = now.findIndex((other, index) => index >= from && keeps(step, other, same));
    from = at + 1;
    return at < 0;
  });
}

function rewritten(before: Commitment, record: FieldRecord, same: Comparison): RuleFinding[] {
  const now = record.data as Commitment;
  const { history, ...rest } = before;
  const fields = Object.entries(rest)
    .filter(([key, value]) => !same.value(value, now[key as keyof typeof rest]))
    .map(([key, value]) =>
      about(record, [key], {
        why: `承诺 ${before.id} 公布时这一项是“${value}”，不能悄悄改`,
        fix: `改回来；期限变了，在 history 里加一步 state: 延期、due: 新期限。${CORRECTED}`,
      }),
    );
  const step = lostStep(history, now.history, same);
  if (step === undefined) return fields;
  const why = `承诺 ${before.id} 在 ${step.on} 登记的经过（${step.state}）改了或者删了`;
  return [...fields, about(record, ['history'], { why, fix: `把那一步写回原样，新的情况另加一步。${CORRECTED}` }, 'key')];
}

function check(entry: EntrySource, same: Comparison, context: GateContext, base: BaseFiles): RuleFinding[] {
  const { records } = context;
  const file = `${entry.folder}/${companion.file}`;
  const text = publishedBeside(entry, companion.file, context);
  if (text === undefined || !isReadable(entry, 'commitments')) return [];
  const now = records.filter((record) => record.kind === 'commitments' && record.file === file);
  // What is wrong with a promise is said by other rules first.
  if (now.some(({ data }) => data === undefined)) return [];
  const told = hasNewNote(entry, base);
  return parseCompanion(companion, text).items.flatMap(({ data }): RuleFinding[] => {
    const promise = data as Commitment | undefined;
    if (promise === undefined) return [];
    const record = now.find((other) => (other.data as Commitment).id === promise.id);
    if (record !== undefined) return told ? [] : rewritten(promise, record, same);
    const why = `承诺 ${promise.id}“${promise.title}”公布过，现在台账里没有了`;
    return [{ file, line: 1, column: 1, why, fix: '把它写回来；不再办的，在 history 里加一步 state: 终止，写明原因' }];
  });
}

/** Promises that were published and now read otherwise, or not at all: the ledger is only written on. */
export const rewrittenLedger: Rule = {
  id: 'D09',
  title: '承诺台账里写过的改了或者删了',
  severity: 'error',
  basis: '承诺台账只往下续写：答应过什么、什么时候办到哪一步，公布以后不改不删，年年对得上',
  check: againstBefore(['reports'], check),
};
