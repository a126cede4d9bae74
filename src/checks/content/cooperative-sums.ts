import type { ReconcileRow } from '../../derive/reconcile/index.ts';
import { reconcileRule } from '../reconciled.ts';
import type { Rule } from '../rule.ts';

const against = ({ year, label, claimed, computed, basis }: ReconcileRow): string =>
  `${String(year)} 年“${label}”写的是 ${claimed}，应为${computed}（${basis}）`;

/** The arithmetic of co-ops, farms and firms. */
export const cooperativeRules: readonly Rule[] = [
  reconcileRule(
    { id: 'A01', title: '出资各方相加不等于总额', severity: 'error', basis: '出资各方的数额之和等于出资总额' },
    { collection: 'cooperatives', checks: ['出资'] },
    (row) => ({ why: against(row), fix: '核对各方数额和总额，改错的那一个' }),
  ),
  reconcileRule(
    {
      id: 'A02',
      title: '盈余分配对不上',
      severity: 'error',
      basis: '盈余分配各项之和等于可分配盈余；返还成员等于按交易量返还与按股分红之和',
    },
    { collection: 'cooperatives', checks: ['分配', '返还', '村集体'] },
    (row) => ({ why: against(row), fix: '对照当年决算表，改错的那一个数' }),
  ),
  reconcileRule(
    { id: 'A03', title: '成员或户数写得不对', severity: 'error', basis: '带动农户、成员都写明截至日期；一个年度只写一次，分项不大于总数' },
    { collection: 'cooperatives', checks: ['成员', '户数'] },
    (row) => ({ why: against(row), fix: '核对人数、户数和日期' }),
  ),
  reconcileRule(
    {
      id: 'A04',
      title: '合作社的比例低于法律的要求',
      severity: 'warning',
      basis: '农民专业合作社法第二十条（农民成员不少于80%）、第四十四条（按交易量返还不少于可分配盈余的60%）',
    },
    { collection: 'cooperatives', checks: ['成员', '返还'], verdict: '提醒' },
    (row) => ({ why: against(row), fix: '核对数字；数字没错就和合作社核实，登记类型不同的在正文里说明' }),
  ),
];
