import { fileOf } from '../derive/files.ts';
import { sumOf } from '../lib/decimals.ts';
import type { Contribution } from '../derive/measures/index.ts';
import { reconcile, type CheckKind, type ReconcileRow, type Verdict } from '../derive/reconcile/index.ts';
import type { ContentSource } from '../loader/read-content.ts';
import type { Content } from '../schemas/content.ts';
import { getIn } from './field-node.ts';
import { about } from './records.ts';
import type { GateContext, Rule, RuleFinding } from './rule.ts';

/** Content never changes during a check, so one comparison serves all rules. */
const known = new WeakMap<Content, ReconcileRow[]>();

function rowsOf({ content, source, today }: GateContext): ReconcileRow[] {
  if (content === undefined) return [];
  const rows = known.get(content) ?? reconcile(content, today);
  known.set(content, rows);
  return isWhole(source) ? rows : rows.filter(({ collection }) => collection !== 'reports');
}

/** False while an entry cannot be read: what a report sums up over the entries would then be short by it, and the report blamed. */
export function isWhole({ entries }: ContentSource): boolean {
  return entries.every(
    ({ parsed, companions }) =>
      parsed.data !== undefined && companions.every(({ items }) => items.every(({ data }) => data !== undefined)),
  );
}

const MOST_FILES = 12;

/** The files behind a number, each with what it adds: `content/news/…/index.mdx（262）`. */
function list(entries: readonly Contribution[], detail: (entries: Contribution[]) => string): string {
  const files = Map.groupBy(entries, fileOf);
  const names = [...files].map(([file, here]) => `${file}（${detail(here)}）`);
  const rest = names.length - MOST_FILES;
  return rest > 0 ? `${names.slice(0, MOST_FILES).join('、')} 等 ${String(names.length)} 个文件` : names.join('、');
}

const sum = (entries: Contribution[]): string => String(sumOf(entries.map(({ amount }) => amount)));
const labels = (entries: Contribution[]): string => [...new Set(entries.map(({ label }) => label ?? ''))].join('，');

/** The entries that make a computed number, and those that were left out, in one sentence each. */
export function behind({ entries, excluded, hidden }: ReconcileRow): string {
  return [
    entries.length > 0 ? `算进来的：${list(entries, sum)}` : '',
    excluded.length > 0 ? `没算进来的：${list(excluded, labels)}` : '',
    hidden.length > 0 ? `没有公开、没算进来的：${list(hidden, sum)}` : '',
  ]
    .filter((text) => text !== '')
    .join('；');
}

/** A rule that turns comparisons of some kinds into findings. */
export function reconcileRule(
  head: Omit<Rule, 'check'>,
  wants: {
    collection: ReconcileRow['collection'];
    checks: readonly CheckKind[];
    verdict?: Verdict;
    only?: (row: ReconcileRow) => boolean;
  },
  words: (row: ReconcileRow) => { why: string; fix: string },
): Rule {
  const { collection, checks, verdict = '不一致', only = () => true } = wants;
  return {
    ...head,
    check: (context) =>
      rowsOf(context)
        .filter((row) => row.collection === collection && row.verdict === verdict && checks.includes(row.check) && only(row))
        .flatMap((row) => place(context, row, words(row))),
  };
}

function place({ records }: GateContext, row: ReconcileRow, message: { why: string; fix: string }): RuleFinding[] {
  const record = records.find(
    ({ kind, entry, value }) =>
      entry?.id === row.id &&
      (row.figure === undefined ? kind === row.collection : kind === 'figures' && getIn(value, ['id']) === row.figure),
  );
  return record === undefined ? [] : [about(record, row.path, message)];
}
