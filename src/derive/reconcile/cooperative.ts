import { percentage, rounded, sumOf } from '../../lib/decimals.ts';
import type { Entry } from '../../schemas/content.ts';
import type { Cooperative } from '../../schemas/cooperative.ts';
import { amount, type CheckKind, type ReconcileRow, type Verdict } from './row.ts';

type Accounts = Cooperative['accounts'][number];
type Finding = Pick<ReconcileRow, 'check' | 'path' | 'claimed' | 'computed' | 'verdict' | 'basis' | 'year' | 'label'>;

/** Thresholds. Basis: 《中华人民共和国农民专业合作社法》第二十条、第四十四条. */
export const FARMERS_SHARE = 80;
export const RETURN_BY_TRADE_SHARE = 60;

const verdict = (same: boolean, otherwise: Verdict = '不一致'): Verdict => (same ? '一致' : otherwise);

/** The arithmetic of a co-op, farm or firm: shares, distribution, members, households. */
export function reconcileCooperative({ id, data }: Entry<Cooperative>): ReconcileRow[] {
  const findings = [
    ...shares(data),
    ...data.accounts.flatMap((accounts, index) => [
      ...(accounts.distribution === undefined ? [] : distribution(accounts, accounts.distribution, index)),
      ...money(accounts, index),
    ]),
    ...members(data),
    ...households(data),
    ...twice(data, 'accounts', '分配'),
    ...twice(data, 'households', '户数'),
  ];
  return findings.map((finding) => ({ collection: 'cooperatives', id, entries: [], excluded: [], hidden: [], ...finding }));
}

function shares({ shares: held }: Cooperative): Finding[] {
  if (held === undefined) return [];
  const sum = rounded(sumOf(held.holders.map((holder) => holder.amount)), 2);
  return [
    {
      check: '出资',
      label: '出资总额',
      year: Number(held.asOf.slice(0, 4)),
      path: ['shares', 'total'],
      claimed: amount(held.total, held.unit),
      computed: amount(sum, held.unit),
      verdict: verdict(sum === held.total),
      basis: held.holders.map(({ holder, amount: part }) => `${holder} ${String(part)}`).join('，'),
    },
  ];
}

function distribution(accounts: Accounts, items: NonNullable<Accounts['distribution']>, index: number): Finding[] {
  const { year, surplus, returned, collectiveIncome } = accounts;
  const of = (...kinds: string[]): number =>
    rounded(sumOf(items.filter(({ to }) => kinds.includes(to)).map((item) => item.amount)), 2);
  const total = rounded(sumOf(items.map((item) => item.amount)), 2);
  const members = of('按交易量返还', '按股分红');
  const collective = of('村集体');
  const list = items.map(({ to, amount: part }) => `${to} ${String(part)}`).join('，');
  const trade = percentage(of('按交易量返还'), surplus) ?? 0;
  return [
    {
      check: '分配',
      label: '盈余分配合计',
      year,
      path: ['accounts', index, 'surplus'],
      claimed: amount(surplus, '万元'),
      computed: amount(total, '万元'),
      verdict: verdict(total === surplus),
      basis: list,
    },
    {
      check: '返还',
      label: '返还成员',
      year,
      path: ['accounts', index, 'returned'],
      claimed: amount(returned, '万元'),
      computed: amount(members, '万元'),
      verdict: verdict(members === returned),
      basis: '分配表里按交易量返还和按股分红之和',
    },
    {
      check: '村集体',
      label: '村集体收入',
      year,
      path: ['accounts', index, 'collectiveIncome'],
      claimed: amount(collectiveIncome, '万元'),
      computed: `${amount(collective, '万元')}以上`,
      verdict: verdict(collectiveIncome >= collective),
      basis: '不少于分配表里的村集体，另有租金的可以更多',
    },
    ...(returned > 0
      ? [
          {
            check: '返还' as const,
            label: '按交易量返还的比例',
            year,
            path: ['accounts', index, 'distribution'],
            claimed: `${String(trade)}%`,
            computed: `${String(RETURN_BY_TRADE_SHARE)}%以上`,
            verdict: verdict(trade >= RETURN_BY_TRADE_SHARE, '提醒'),
            basis: '按交易量返还的总额不低于可分配盈余的60%（农民专业合作社法第四十四条）',
          },
        ]
      : []),
  ];
}

function money({ year, revenue, surplus, returned }: Accounts, index: number): Finding[] {
  const within = (label: string, path: 'surplus' | 'returned', part: number, name: string, whole: number): Finding => ({
    check: path === 'surplus' ? '分配' : '返还',
    label,
    year,
    path: ['accounts', index, path],
    claimed: amount(part, '万元'),
    computed: `不超过${amount(whole, '万元')}`,
    verdict: verdict(part <= whole),
    basis: `不会超过${name}`,
  });
  return [
    within('可分配盈余', 'surplus', surplus, '销售收入', revenue),
    within('返还成员', 'returned', returned, '可分配盈余', surplus),
  ];
}

function members({ kind, members: { total, farmers, partyMembers, asOf } }: Cooperative): Finding[] {
  const base = { check: '成员' as const, year: Number(asOf.slice(0, 4)) };
  const atMost = (label: string, path: string, part: number): Finding => ({
    ...base,
    label,
    path: ['members', path],
    claimed: amount(part, '人'),
    computed: `不超过${amount(total, '人')}`,
    verdict: verdict(part <= total),
    basis: '不会超过成员总数',
  });
  const share = percentage(farmers, total) ?? 0;
  const farmersShare: Finding = {
    ...base,
    label: '农民成员比例',
    path: ['members', 'farmers'],
    claimed: `${String(share)}%`,
    computed: `${String(FARMERS_SHARE)}%以上`,
    verdict: verdict(share >= FARMERS_SHARE, '提醒'),
    basis: `农民成员 ${String(farmers)} 人，成员 ${String(total)} 人；农民至少占成员总数的80%（农民专业合作社法第二十条）`,
  };
  return [
    atMost('农民成员', 'farmers', farmers),
    ...(partyMembers === undefined ? [] : [atMost('党员成员', 'partyMembers', partyMembers)]),
    ...(kind === '合作社' && farmers <= total ? [farmersShare] : []),
  ];
}

function households({ households: counts }: Cooperative): Finding[] {
  return counts.map(({ year, value, asOf }, index) => ({
    check: '户数',
    label: '带动农户',
    year,
    path: ['households', index, 'asOf'],
    claimed: `${amount(value, '户')}，截至 ${asOf}`,
    computed: `${String(year)} 年里的日期`,
    verdict: verdict(asOf.startsWith(`${String(year)}-`)),
    basis: '截至日期在所写的年度里',
  }));
}

/** A year that is written twice would be counted twice. */
function twice(data: Cooperative, list: 'accounts' | 'households', check: CheckKind): Finding[] {
  const years = data[list].map(({ year }) => year);
  return years.flatMap((year, index) =>
    years.indexOf(year) === index
      ? []
      : [
          {
            check,
            label: list === 'accounts' ? '年度收支' : '带动农户',
            year,
            path: [list, index, 'year'],
            claimed: `${String(year)} 年写了两次`,
            computed: '一个年度写一次',
            verdict: '不一致' as const,
            basis: '写两次会重复计算',
          },
        ],
  );
}
