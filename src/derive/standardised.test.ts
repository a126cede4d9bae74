import { describe, expect, it } from 'vitest';
import type { Branch } from '../schemas/branch.ts';
import type { Standard } from '../schemas/standard.ts';
import { branchCoverage } from './coverage.ts';
import { standardResult } from './standardised.ts';

const standard = {
  year: 2025,
  heads: [
    { id: 'a', name: '领导班子好', items: [{ id: 'committee', text: '班子齐全', required: true }] },
    {
      id: 'b',
      name: '工作机制好',
      items: [
        { id: 'meetings', text: '按时开会', required: true },
        { id: 'learning', text: '每月学习', required: false },
      ],
    },
  ],
} as Standard;

const evidence = [{ kind: '文件', title: '检查记录', on: '2025-12-20' }];
type Item = NonNullable<Branch['assessments']>[number]['items'][number];
const met = (item: string): Item => ({ item, state: '达标', on: '2026-01-10', evidence }) as Item;
const branch = (...items: Item[]): Branch => ({ assessments: [{ year: 2025, items }] }) as Branch;

describe('standardResult', () => {
  it('needs all required items, and only them', () => {
    expect(standardResult(branch(met('committee'), met('meetings')), standard)).toMatchObject({
      standardised: true,
      missing: [],
      counts: { 达标: 2, 未达标: 0, 未评: 1 },
    });
  });

  it.each<[string, Item[], string]>([
    ['an item is not listed', [met('committee')], '未评'],
    ['an item is not met', [met('committee'), { item: 'meetings', state: '未达标' }], '未达标'],
    ['an item has no evidence', [met('committee'), { item: 'meetings', state: '达标', on: '2026-01-10' }], '未评'],
  ])('says no when %s', (_case, items, state) => {
    const result = standardResult(branch(...items), standard);
    expect(result.standardised).toBe(false);
    expect(result.missing).toMatchObject([{ item: 'meetings', head: '工作机制好', state }]);
  });

  it('looks at the items of its own year', () => {
    const other = { assessments: [{ year: 2024, items: [met('committee'), met('meetings')] }] } as Branch;
    expect(standardResult(other, standard).standardised).toBe(false);
  });
});

describe('branchCoverage', () => {
  it('is the share of met items that can be looked up', () => {
    const items = [met('committee'), { item: 'meetings', state: '达标' } as Item, { item: 'learning', state: '未达标' } as Item];
    expect(branchCoverage(branch(...items), 2025)).toEqual({ total: 2, withEvidence: 1, percent: 50, without: ['meetings'] });
  });

  it('has no percentage where nothing is claimed', () => {
    expect(branchCoverage(branch(), 2025).percent).toBeUndefined();
  });
});
