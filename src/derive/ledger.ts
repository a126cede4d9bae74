import type { Commitment, CommitmentState, CommitmentStep } from '../schemas/commitment.ts';

/** States in which a promise still waits for its end. */
const OPEN: readonly CommitmentState[] = ['未启动', '进行中', '待验收', '延期'];

/** A promise on a given day, as its history says. */
export interface CommitmentStatus {
  state: CommitmentState;
  /** The day it is due now; the first promise when it was never postponed. */
  due: string;
  /** The first promise, kept on postponement. */
  firstDue: string;
  open: boolean;
  /** The day it was closed, when it is closed. */
  closedOn: string | undefined;
  reopened: boolean;
  last: CommitmentStep | undefined;
}

/** What the dated history says on a day; steps after that day have not happened yet. */
export function commitmentStatus(commitment: Commitment, today: string): CommitmentStatus {
  const history = [...commitment.history].sort((a, b) => a.on.localeCompare(b.on)).filter((step) => step.on <= today);
  const last = history.at(-1);
  const state = last?.state ?? '未启动';
  return {
    state,
    due: history.findLast((step) => step.due !== undefined)?.due ?? commitment.due,
    firstDue: commitment.due,
    open: OPEN.includes(state),
    closedOn: state === '已销号' ? last?.on : undefined,
    reopened: history.some((step) => step.reopened === true),
    last,
  };
}

/** Overdue is decided by the clock, never declared: open, and its day has passed. */
export function isOverdue(status: CommitmentStatus, today: string): boolean {
  return status.open && status.due < today;
}
