import { reportCoverage } from '../../derive/coverage.ts';
import type { Branch } from '../../schemas/branch.ts';
import type { Report } from '../../schemas/report.ts';
import { closedEntries, nameOf, type Closed } from '../closed-entries.ts';
import { getIn } from '../field-node.ts';
import { about, type FieldRecord } from '../records.ts';
import type { Rule, RuleFinding } from '../rule.ts';

function unproven(record: FieldRecord): RuleFinding[] {
  return ((record.data as Branch).assessments ?? []).flatMap(({ items }, assessment) =>
    items.flatMap(({ item, state, evidence, on }, index) => {
      if (state !== '达标') return [];
      const path = ['assessments', assessment, 'items', index, 'state'];
      if ((evidence ?? []).length === 0)
        return [about(record, path, { why: `“${item}”写了达标，没有佐证`, fix: '补上 evidence；拿不出佐证的写 未评' })];
      if (on === undefined) return [about(record, path, { why: `“${item}”写了达标，没有评定日期`, fix: '补上 on：评定日期' })];
      return [];
    }),
  );
}

/** An item is never met by default: 达标 has evidence and a day. */
export const provenItems: Rule = {
  id: 'E01',
  title: '达标没有佐证',
  severity: 'error',
  basis: '“五好”逐项评定，达标要有佐证和日期，不默认达标',
  check: ({ records }) => records.filter(({ kind, data }) => kind === 'branches' && data !== undefined).flatMap(unproven),
};

/** Claims of a report that a reader cannot look up. */
export const provenClaims: Rule = {
  id: 'E02',
  title: '报告的说法没有佐证',
  severity: 'warning',
  basis: '重要说法要能查到佐证，佐证率印在报告页上',
  check: ({ records }) =>
    records.flatMap((record) => {
      if (record.kind !== 'reports' || record.data === undefined) return [];
      const report = record.data as Report;
      const { total, withEvidence, percent = 0 } = reportCoverage(report);
      const why = `没有佐证；这份报告 ${String(total)} 条说法里 ${String(withEvidence)} 条有佐证（${String(percent)}%）`;
      const message = { why, fix: '补上 evidence：报道、会议、文件、图片、产业或数字' };
      return (report.claims ?? []).flatMap(({ evidence = [] }, index) =>
        evidence.length > 0 ? [] : [about(record, ['claims', index, 'text'], message)],
      );
    }),
};

/** Which collection each kind of evidence points into. */
const POINTERS = { news: 'news', branch: 'branches', cooperative: 'cooperatives', report: 'reports' } as const;

function pointsAtClosed({ fields, entry, ...rest }: FieldRecord, closed: Closed): RuleFinding[] {
  // What is not public itself may lean on what will be published with it.
  if (entry !== undefined && closed.has(nameOf(entry))) return [];
  return fields.flatMap(({ node, value, path }) => {
    if (node.oneOf === undefined) return [];
    return Object.entries(POINTERS).flatMap(([key, collection]) => {
      const id = getIn(value, [key]);
      const state = typeof id === 'string' ? closed.get(nameOf({ collection, id })) : undefined;
      if (state === undefined) return [];
      const message = { why: `这一条${state}，读者打不开`, fix: '换一条已经公开的佐证，或者先公开它' };
      return [about({ fields, ...rest }, [...path, key], message)];
    });
  });
}

/** Evidence that a reader cannot open is none. */
export const publicEvidence: Rule = {
  id: 'E04',
  title: '佐证指向没有公开的内容',
  severity: 'error',
  basis: '佐证要读者自己能打开；没有公开、已经撤下的不算',
  check: (context) => {
    const closed = closedEntries(context);
    return closed.size === 0 ? [] : context.records.flatMap((record) => pointsAtClosed(record, closed));
  },
};
