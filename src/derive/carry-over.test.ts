import { describe, expect, it } from 'vitest';
import type { Commitment, CommitmentStep } from '../schemas/commitment.ts';
import { promisesToAnswer, wrongAnswers } from './carry-over.ts';
import { approved, contentOf, reportEntry } from './testing/content.ts';

const step = (on: string, state: CommitmentStep['state'], more: Partial<CommitmentStep> = {}): CommitmentStep => ({
  on,
  state,
  note: '经过',
  by: '镇党建办主任',
  ...more,
});
const promise = (id: string, ...history: CommitmentStep[]): Commitment => ({
  id,
  title: '一项承诺',
  problem: '问题在这里',
  source: '群众',
  standard: '标准在这里',
  measure: '措施在这里',
  owner: '镇综治中心主任',
  due: '2024-10-31',
  history,
});

const open = promise('2023-01', step('2024-01-20', '未启动'), step('2024-03-01', '进行中'));
const closed = promise('2023-02', step('2024-01-20', '未启动'), step('2024-10-01', '已销号'));
const reopened = promise('2023-03', ...closed.history, step('2025-04-01', '进行中', { reopened: true }));
const young = promise('2024-01', step('2025-01-20', '未启动'), step('2025-06-01', '已销号'));
const content = contentOf({
  reports: [reportEntry(2024, [], { commitments: [young] }), reportEntry(2023, [], { commitments: [open, closed, reopened] })],
});

const ids = (year: number): string[] => promisesToAnswer(content, year).map(({ commitment }) => commitment.id);

describe('promisesToAnswer', () => {
  it('asks the next report about every promise of the last', () => {
    expect(ids(2024)).toEqual(['2023-01', '2023-02', '2023-03']);
  });

  it('asks about what was open when the year began, and what came back', () => {
    expect(promisesToAnswer(content, 2025).map(({ commitment, reopened: back }) => [commitment.id, back])).toEqual([
      ['2023-01', false],
      ['2023-03', true],
      ['2024-01', false],
    ]);
  });

  it('asks the first report nothing', () => {
    expect(ids(2023)).toEqual([]);
  });
});

describe('wrongAnswers', () => {
  const answer = (commitment: string, result: '已销号' | '继续办理' | '延期' | '终止') => {
    const data = {
      year: 2024,
      date: '2025-01-20',
      period: { from: '2024-01-01', until: '2024-12-31' },
      disclosure: approved,
      answers: [{ commitment, result, text: '说明' }],
    };
    return wrongAnswers(content, reportEntry(2024, [], { data: data as never }));
  };

  it.each([
    ['2023-01', '继续办理'],
    ['2023-02', '已销号'],
  ] as const)('lets %s be %s', (id, result) => {
    expect(answer(id, result)).toEqual([]);
  });

  it.each([
    ['2023-01', '已销号', '进行中，期限 2024-10-31'],
    ['2023-01', '延期', '进行中，期限 2024-10-31'],
    ['2023-02', '继续办理', '已销号'],
    ['2023-02', '终止', '已销号'],
  ] as const)('does not let %s be %s', (id, result, ledger) => {
    expect(answer(id, result)).toEqual([{ answer: 0, commitment: id, said: result, ledger }]);
  });
});
