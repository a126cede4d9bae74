import { ledgerProblems, type LedgerProblemKind } from '../../derive/ledger-history.ts';
import type { Commitment } from '../../schemas/commitment.ts';
import { getIn } from '../field-node.ts';
import { about } from '../records.ts';
import type { Rule } from '../rule.ts';

function ledgerRule(kind: LedgerProblemKind, head: Omit<Rule, 'check' | 'severity'>): Rule {
  return {
    ...head,
    severity: 'error',
    check: ({ records }) =>
      records
        .filter((record) => record.kind === 'commitments' && record.data !== undefined)
        .flatMap((record) =>
          ledgerProblems(record.data as Commitment)
            .filter((problem) => problem.kind === kind)
            .map(({ step, field, why, fix }) => {
              const path = ['history', step, field];
              const there = getIn(record.value, path) === undefined ? path.slice(0, -1) : path;
              return about(record, there, { why: `${(record.data as Commitment).id}：${why}`, fix });
            }),
        ),
  };
}

/** The history of a promise is complete and in order. */
export const ledgerRules: readonly Rule[] = [
  ledgerRule('order', { id: 'L01', title: '承诺状态的先后不对', basis: '建账、晒账、查账、销账、交账，一步接一步登记' }),
  ledgerRule('closing', { id: 'L02', title: '销号缺佐证或验收', basis: '销号要有佐证，验收的岗位不能是责任岗位' }),
  ledgerRule('postponement', { id: 'L03', title: '延期写得不全', basis: '延期保留原来的期限，写明原因和新的期限' }),
  ledgerRule('reopening', { id: 'L04', title: '反弹没有登记', basis: '销号以后问题重现的，登记为反弹，重新立账' }),
];
