import type { BranchEntry, ReportEntry } from '../../schemas/content.ts';
import type { Meeting } from '../../schemas/meeting.ts';
import { fieldChanges } from './field-changes.ts';
import type { Pair } from './items.ts';
import { counted, differing, type Keyed } from './keyed.ts';
import type { NameOf, SheetRow, SheetSide, Sides } from './model.ts';

/** What differs in the tables beside the entries. */
export interface CompanionChanges {
  /** Of an entry by its key, in words and numbers. */
  extras: Map<string, string[]>;
  /** The pages of records that change. */
  records: SheetRow[];
  /** The files that these speak of. */
  paths: string[];
}

const words = ({ on, kind, topic, present, expected }: Meeting): string =>
  `${on} ${kind}“${topic}”，应到${expected}实到${present}`;

/** Rows that are not the same: those of one day and kind are one row that was changed, in their order. */
function meetingChanges(was: readonly Meeting[], is: readonly Meeting[]): Keyed<Meeting>[] {
  const without = (rows: readonly Meeting[], others: readonly Meeting[]): Meeting[] => {
    const left = others.map((row) => JSON.stringify(row));
    return rows.filter((row) => {
      const at = left.indexOf(JSON.stringify(row));
      if (at !== -1) left.splice(at, 1);
      return at === -1;
    });
  };
  const placed = (rows: Meeting[]): Map<string, Meeting> => {
    const seen = new Map<string, number>();
    return new Map(
      rows.map((row) => {
        const key = `${row.on} ${row.kind}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
        return [`${key} ${seen.get(key) ?? 1}`, row];
      }),
    );
  };
  return differing(placed(without(was, is)), placed(without(is, was)));
}

function meetingLines(changes: readonly Keyed<Meeting>[], today: string, nameOf: NameOf): string[] {
  return changes.flatMap(({ was, is }) => {
    if (was === undefined) return is === undefined ? [] : [`加了 ${words(is)}${is.on > today ? '（到那天才显示）' : ''}`];
    if (is === undefined) return [`删了 ${words(was)}`];
    return [`${is.on} ${is.kind}：${fieldChanges('meetings', { ...was }, { ...is }, nameOf).join('，')}`];
  });
}

const branchOf = ({ content }: SheetSide, key: string | undefined): BranchEntry | undefined =>
  content.branches.find(({ id }) => `branches/${id}` === key);
const reportOf = ({ content }: SheetSide, key: string | undefined): ReportEntry | undefined =>
  content.reports.find(({ id }) => `reports/${id}` === key);

const byId = <T extends { id: string }>(items: readonly T[] | undefined): Map<string, T> =>
  new Map((items ?? []).map((item) => [item.id, item]));

/** The rows of meetings, figures and promises that differ beside each entry. */
export function companionChanges(
  pairs: readonly Pair[],
  { before, after }: Sides,
  today: string,
  nameOf: NameOf,
): CompanionChanges {
  const found: CompanionChanges = { extras: new Map(), records: [], paths: [] };
  for (const { was, is } of pairs) {
    const shown = is ?? was;
    if (shown === undefined) continue;
    const note = (file: string, title: string, changes: readonly Keyed<unknown>[], unit: string): void => {
      const text = counted(changes, unit);
      if (text === undefined) return;
      found.extras.set(shown.key, [...(found.extras.get(shown.key) ?? []), `${title}：${text}`]);
      found.paths.push(...[was, is].flatMap((item) => (item === undefined ? [] : [`content/${item.key}/${file}`])));
    };
    if (shown.collection === 'branches') {
      const [old, current] = [branchOf(before, was?.key)?.meetings ?? [], branchOf(after, is?.key)?.meetings ?? []];
      const changes = meetingChanges(old, current);
      note('meetings.csv', '会议记录', changes, '条');
      if (changes.length > 0 && is?.seen === 'public')
        found.records.push({
          change: '修改',
          place: `${is.path}records/`,
          title: `${is.title}的会议记录`,
          details: meetingLines(changes, today, nameOf),
        });
    }
    if (shown.collection === 'reports') {
      const [old, current] = [reportOf(before, was?.key), reportOf(after, is?.key)];
      note('figures.yaml', '报告里的数字', differing(byId(old?.figures), byId(current?.figures)), '个');
      const promises = differing(byId(old?.commitments), byId(current?.commitments));
      const numbers =
        promises.length === 0
          ? ''
          : `（${promises
              .slice(0, 6)
              .map(({ place }) => place)
              .join('、')}${promises.length > 6 ? '等' : ''}）`;
      note('commitments.yaml', `承诺台账${numbers}`, promises, '项');
    }
  }
  return found;
}
