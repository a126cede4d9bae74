import { describe, expect, it } from 'vitest';
import type { Commitment } from '../schemas/commitment.ts';
import { commitmentStatus, isOverdue } from './ledger.ts';

const commitment: Commitment = {
  id: '2025-04',
  title: '疏通禾坪村排水沟',
  problem: '雨季积水',
  source: '群众',
  standard: '连下两天雨路面不积水',
  measure: '清淤并加宽三段',
  owner: '镇农业服务中心主任',
  due: '2026-05-31',
  history: [
    { on: '2026-01-10', state: '未启动', note: '列入台账', by: '镇党建办主任' },
    { on: '2026-06-20', state: '延期', note: '汛期不能开挖', by: '镇党建办主任', due: '2026-10-31' },
    { on: '2026-03-02', state: '进行中', note: '开工', by: '镇党建办主任' },
  ],
};

describe('commitmentStatus', () => {
  it('reads the history in order of days, whatever the order in the file', () => {
    expect(commitmentStatus(commitment, '2026-06-30').state).toBe('延期');
  });

  it('knows nothing of what has not happened yet', () => {
    expect(commitmentStatus(commitment, '2026-04-01')).toMatchObject({ state: '进行中', due: '2026-05-31' });
  });

  it('keeps the first day beside the postponed one', () => {
    expect(commitmentStatus(commitment, '2026-07-01')).toMatchObject({ firstDue: '2026-05-31', due: '2026-10-31', open: true });
  });
});

describe('isOverdue', () => {
  it.each([
    ['2026-05-31', false],
    ['2026-06-01', true],
    ['2026-06-20', false],
    ['2026-10-31', false],
    ['2026-11-01', true],
  ])('on %s: %s', (today, overdue) => {
    expect(isOverdue(commitmentStatus(commitment, today), today)).toBe(overdue);
  });

  it('is over once the promise is closed', () => {
    const closed: Commitment = {
      ...commitment,
      history: [
        ...commitment.history,
        { on: '2026-11-10', state: '已销号', note: '验收合格', by: '镇党建办主任', verifier: '镇纪委书记' },
      ],
    };
    expect(isOverdue(commitmentStatus(closed, '2026-12-01'), '2026-12-01')).toBe(false);
  });
});
