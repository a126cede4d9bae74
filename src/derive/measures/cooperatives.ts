import type { Cooperative } from '../../schemas/cooperative.ts';
import { sumMeasure, type Contribution, type MeasureSpec } from './measure.ts';

type Accounts = Cooperative['accounts'][number];

/** One contribution for each organisation with accounts of the year. */
const account =
  (amount: (accounts: Accounts) => number): MeasureSpec['entries'] =>
  ({ cooperatives }, year) =>
    cooperatives.flatMap(({ id, data }) =>
      data.accounts
        .filter((accounts) => accounts.year === year)
        .map((accounts): Contribution => ({
          collection: 'cooperatives',
          id,
          amount: amount(accounts),
          label: data.shortName,
          group: data.kind,
        })),
    );

const toMembers = ({ distribution = [] }: Accounts): number =>
  distribution.filter(({ to }) => to === '按交易量返还' || to === '按股分红').reduce((sum, { amount }) => sum + amount, 0);

const SUM = '按各合作社、家庭农场和企业当年的收支相加';

/** “党建+产业”: organisations, the households that take part, and the money. */
export const cooperativeMeasures = [
  sumMeasure({
    id: 'organizations-total',
    title: '带动产业的组织',
    definition: '本站公开、年底前登记成立的合作社、家庭农场和企业，一家算一个',
    unit: '个',
    entries: ({ cooperatives }, year) =>
      cooperatives
        .filter(({ data }) => data.registered <= `${String(year)}-12-31`)
        .map(({ id, data }) => ({ collection: 'cooperatives', id, amount: 1, label: data.shortName, group: data.kind })),
  }),
  sumMeasure({
    id: 'households-led',
    title: '带动农户',
    definition: '各组织登记的当年带动农户相加，同一户在同一组织只算一次，参加两个组织的各算一次；各家的统计办法写在各自页面',
    unit: '户',
    entries: ({ cooperatives }, year) =>
      cooperatives.flatMap(({ id, data }) =>
        data.households
          .filter((households) => households.year === year)
          .map(({ value, asOf }) => ({
            collection: 'cooperatives' as const,
            id,
            amount: value,
            label: data.shortName,
            group: data.kind,
            on: asOf,
          })),
      ),
  }),
  sumMeasure({
    id: 'revenue',
    title: '产业销售收入',
    definition: `${SUM}，不含财政补助`,
    unit: '万元',
    entries: account(({ revenue }) => revenue),
  }),
  sumMeasure({
    id: 'surplus',
    title: '产业盈余',
    definition: `可分配盈余，${SUM}`,
    unit: '万元',
    entries: account(({ surplus }) => surplus),
  }),
  sumMeasure({
    id: 'returned',
    title: '返还成员',
    definition: `按交易量返还和按股分红的金额，${SUM}`,
    unit: '万元',
    entries: account(({ returned }) => returned),
  }),
  sumMeasure({
    id: 'distribution-members',
    title: '盈余分配给成员',
    definition: '盈余分配表里按交易量返还和按股分红两项相加；没有分配表的不算',
    unit: '万元',
    entries: (content, year) => account(toMembers)(content, year).filter(({ amount }) => amount > 0),
  }),
  sumMeasure({
    id: 'collective-income',
    title: '产业带来的村集体收入',
    definition: `村集体从这些组织得到的分配和租金，${SUM}，不含村里别的收入`,
    unit: '万元',
    entries: account(({ collectiveIncome }) => collectiveIncome),
  }),
];
