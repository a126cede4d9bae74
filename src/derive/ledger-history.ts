import type { Commitment, CommitmentState, CommitmentStep } from '../schemas/commitment.ts';

export type LedgerProblemKind = 'order' | 'closing' | 'postponement' | 'reopening';

/** Something in the history of a promise that the ledger's rules do not allow. */
export interface LedgerProblem {
  kind: LedgerProblemKind;
  /** Place in the history as written. */
  step: number;
  field: keyof CommitmentStep;
  why: string;
  fix: string;
}

/** What may follow a state while the promise is not closed. 已销号 is left only by 反弹, 终止 by nothing. */
const NEXT: Record<CommitmentState, readonly CommitmentState[]> = {
  未启动: ['未启动', '进行中', '待验收', '已销号', '延期', '未完成', '终止'],
  进行中: ['进行中', '待验收', '已销号', '延期', '未完成', '终止'],
  待验收: ['进行中', '待验收', '已销号', '延期', '未完成', '终止'],
  延期: ['进行中', '待验收', '已销号', '延期', '未完成', '终止'],
  未完成: ['进行中', '待验收', '已销号', '延期', '终止'],
  已销号: [],
  终止: [],
};

/** Checks the history of one promise, step by step in the order written. Basis: 建账 – 晒账 – 查账 – 销账 – 交账. */
export function ledgerProblems(commitment: Commitment): LedgerProblem[] {
  let due = commitment.due;
  return commitment.history.flatMap((step, index) => {
    const before = commitment.history[index - 1];
    const problems = [
      ...order(step, before),
      ...reopening(step, before),
      ...closing(step, commitment.owner),
      ...postponement(step, due),
    ].map((problem) => ({ ...problem, step: index }));
    due = step.due ?? due;
    return problems;
  });
}

type Problem = Omit<LedgerProblem, 'step'>;

function order({ state, reopened, on }: CommitmentStep, before: CommitmentStep | undefined): Problem[] {
  if (before === undefined) {
    if (state === '未启动' || state === '进行中') return [];
    const fix = '在前面补上立账的那一步，状态写 未启动';
    return [{ kind: 'order', field: 'state', why: `第一步就是“${state}”，看不出什么时候立的账`, fix }];
  }
  // Days out of order are another rule's matter, and explain the rest.
  if (on < before.on) return [];
  if (before.state === '已销号' || reopened === true || NEXT[before.state].includes(state)) return [];
  const fix =
    before.state === '终止' ? '终止以后不再登记；重新做起来的，在当年报告里另立一项' : '按先后补上中间的状态，或者改这一步的状态';
  return [{ kind: 'order', field: 'state', why: `“${before.state}”之后不能直接是“${state}”`, fix }];
}

function reopening({ state, reopened }: CommitmentStep, before: CommitmentStep | undefined): Problem[] {
  const wasClosed = before?.state === '已销号';
  if (wasClosed && reopened !== true)
    return [
      {
        kind: 'reopening',
        field: 'state',
        why: `销号以后又登记了“${state}”，没有写明是反弹`,
        fix: '问题重新出现的，在这一步写 reopened: true；只是补充说明的，写进销号那一步',
      },
    ];
  if (reopened !== true) return [];
  if (!wasClosed)
    return [{ kind: 'reopening', field: 'reopened', why: '还没有销号，谈不上反弹', fix: '去掉 reopened，或者补上前面的销号' }];
  if (state === '未启动' || state === '进行中') return [];
  return [{ kind: 'reopening', field: 'state', why: `反弹以后的状态写的是“${state}”`, fix: '重新立账写 未启动 或 进行中' }];
}

function closing({ state, verifier, evidence }: CommitmentStep, owner: string): Problem[] {
  if (state !== '已销号') {
    if (verifier === undefined) return [];
    return [
      {
        kind: 'closing',
        field: 'verifier',
        why: `“${state}”这一步写了验收岗位`,
        fix: '验收以后才写 verifier；已经验收的，状态改成 已销号',
      },
    ];
  }
  const problems: Problem[] = [];
  if (verifier === undefined)
    problems.push({ kind: 'closing', field: 'state', why: '销号没有写验收岗位', fix: '补上 verifier：责任岗位以外的岗位' });
  else if (verifier === owner)
    problems.push({
      kind: 'closing',
      field: 'verifier',
      why: `验收的和负责的是同一个岗位（${owner}）`,
      fix: '换别的岗位验收，自己不能给自己销号',
    });
  if ((evidence ?? []).length === 0)
    problems.push({ kind: 'closing', field: 'state', why: '销号没有佐证', fix: '补上 evidence：报道、会议、文件或图片' });
  return problems;
}

function postponement({ state, due: next, on, reopened }: CommitmentStep, due: string): Problem[] {
  if (state !== '延期') {
    // A promise that is taken up again gets a day of its own.
    if (next === undefined || reopened === true) return [];
    return [{ kind: 'postponement', field: 'due', why: `“${state}”这一步改了期限`, fix: '改期限要登记为 延期，并写明原因' }];
  }
  if (next === undefined)
    return [{ kind: 'postponement', field: 'state', why: '延期没有写新的期限', fix: '补上 due：新的期限；原来的期限保留在上面' }];
  if (next <= due)
    return [{ kind: 'postponement', field: 'due', why: `新的期限 ${next} 不晚于原来的期限 ${due}`, fix: '核对两个日期' }];
  return next < on
    ? [{ kind: 'postponement', field: 'due', why: `新的期限 ${next} 早于登记的日子 ${on}`, fix: '核对两个日期' }]
    : [];
}
