import type { BaseFiles } from '../../loader/base-files.ts';
import { parseCompanion, type EntrySource } from '../../loader/read-content.ts';
import { collections } from '../../schemas/index.ts';
import { againstBefore, CORRECTED, hasNewNote, publishedBeside, type Comparison } from '../before.ts';
import { isReadable } from '../companions.ts';
import { about, type FieldRecord } from '../records.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

const companion = collections.branches.companions.meetings;

type Row = Record<string, string>;

const rowOf = ({ value }: FieldRecord): Row => value as Row;

/** Takes the first record that fits out of those that no other row has taken. */
function take(records: FieldRecord[], fits: (now: Row) => boolean): FieldRecord | undefined {
  const at = records.findIndex((record) => fits(rowOf(record)));
  return at < 0 ? undefined : records.splice(at, 1)[0];
}

/** What is no longer as it was; cells that were empty may be filled in, and rows may come between. */
function rewritten(before: readonly Row[], records: readonly FieldRecord[], file: string, same: Comparison): RuleFinding[] {
  const rest = [...records];
  const kept = (row: Row, now: Row): boolean => Object.keys(row).every((key) => same.value(row[key], now[key]));
  const lost = before.filter((row) => take(rest, (now) => kept(row, now)) === undefined);
  return lost.flatMap((row): RuleFinding[] => {
    const { on = '', kind = '', topic = '' } = row;
    const record = take(rest, (now) => now['on'] === on && now['kind'] === kind && now['group'] === row['group']);
    if (record === undefined) {
      const why = `${on} 的${kind}“${topic}”公布过，现在没有了`;
      return [{ file, line: 1, column: 1, why, fix: `把那一行写回来。${CORRECTED}` }];
    }
    return Object.keys(row)
      .filter((key) => !same.value(row[key], rowOf(record)[key]))
      .map((key) =>
        about(record, [key], { why: `${on} 的${kind}公布时这一格是“${row[key] ?? ''}”，不能悄悄改`, fix: `改回来。${CORRECTED}` }),
      );
  });
}

function check(entry: EntrySource, same: Comparison, context: GateContext, base: BaseFiles): RuleFinding[] {
  const { records } = context;
  const text = publishedBeside(entry, companion.file, context);
  if (text === undefined || !isReadable(entry, 'meetings') || hasNewNote(entry, base)) return [];
  const file = `${entry.folder}/${companion.file}`;
  const before = parseCompanion(companion, text).csv?.rows.map(({ values }) => values) ?? [];
  return rewritten(before, records.filter((record) => record.kind === 'meetings' && record.file === file), file, same);
}

/** Rows of published meetings that now read otherwise, or not at all. */
export const rewrittenMeetings: Rule = {
  id: 'D10',
  title: '会议记录里公布过的改了或者删了',
  severity: 'error',
  basis: '三会一课的账按会议记录算，公布过的记录要改要删，得让读者看得见',
  check: againstBefore(['branches'], check),
};
