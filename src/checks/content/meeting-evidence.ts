import { isReadable } from '../companions.ts';
import { getIn } from '../field-node.ts';
import { about, type FieldRecord } from '../records.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

interface Row {
  on: string;
  kind: string;
}

function hint(rows: Row[], on: string, kind: string): string {
  const sameDay = rows.filter((row) => row.on === on);
  if (sameDay.length > 0) return `那天登记的是${sameDay.map((row) => row.kind).join('、')}：改会议类型，或者补登记录`;
  const sameMonth = rows.filter((row) => row.kind === kind && row.on.slice(0, 7) === on.slice(0, 7));
  if (sameMonth.length > 0) return `当月的${kind}登记在 ${sameMonth.map((row) => row.on).join('、')}：改日期，或者补登记录`;
  return '核对日期和会议类型；真开过会就在 meetings.csv 里补登记录';
}

function check(record: FieldRecord, meetings: Map<string, Row[]>): RuleFinding[] {
  return record.fields.flatMap(({ node, value, path }) => {
    if (node.oneOf === undefined || getIn(value, ['kind']) !== '会议') return [];
    const [branch, on, kind] = ['branch', 'on', 'meeting'].map((key) => getIn(value, [key]));
    if (typeof branch !== 'string' || typeof on !== 'string' || typeof kind !== 'string') return [];
    const rows = meetings.get(branch);
    if (rows === undefined || rows.some((row) => row.on === on && row.kind === kind)) return [];
    const why = `${branch} 的 meetings.csv 里没有 ${on} 的${kind}`;
    return [about(record, [...path, 'on'], { why, fix: hint(rows, on, kind) })];
  });
}

function meetingsOf({ records, source }: GateContext): Map<string, Row[]> {
  const meetings = new Map(
    source.entries
      .filter((entry) => entry.collection === 'branches' && isReadable(entry, 'meetings'))
      .map(({ id }) => [id, [] as Row[]]),
  );
  for (const { kind, entry, value } of records) {
    if (kind === 'meetings') meetings.get(entry?.id ?? '')?.push({ on: String(getIn(value, ['on'])), kind: String(getIn(value, ['kind'])) });
  }
  return meetings;
}

/** Evidence that names a meeting which the branch has not recorded. */
export const meetingEvidence: Rule = {
  id: 'R02',
  title: '佐证里的会议没有记录',
  severity: 'error',
  basis: '佐证要能查到：会议以支部的 meetings.csv 为准',
  check: (context) => {
    const meetings = meetingsOf(context);
    return context.records.flatMap((record) => check(record, meetings));
  },
};
