import type { Content, ReportEntry } from '../schemas/content.ts';
import type { Commitment, CommitmentStep } from '../schemas/commitment.ts';
import { commitmentStatus } from './ledger.ts';

export interface CarriedOver {
  /** The report that made it. */
  report: string;
  commitment: Commitment;
  /** Closed by the end of last year, and open again since. */
  reopened: boolean;
}

/**
 * The promises that the report of a year must answer: made in an earlier report and open when the year began, or reopened during it.
 * A promise that was written down after its year's end, as reports are, was open when the next year began.
 */
export function promisesToAnswer(content: Content, year: number): CarriedOver[] {
  const lastDay = `${String(year - 1)}-12-31`;
  return content.reports
    .filter(({ data }) => data.year < year)
    .sort((a, b) => a.data.year - b.data.year)
    .flatMap(({ id, commitments }) =>
      commitments.flatMap((commitment): CarriedOver[] => {
        const reopened = commitment.history.some((step) => step.reopened === true && step.on.startsWith(`${String(year)}-`));
        if (commitmentStatus(commitment, lastDay).open) return [{ report: id, commitment, reopened: false }];
        return reopened ? [{ report: id, commitment, reopened }] : [];
      }),
    )
    .sort((a, b) => (a.commitment.id < b.commitment.id ? -1 : 1));
}

export interface AnswerProblem {
  /** Place in `answers`. */
  answer: number;
  commitment: string;
  said: string;
  /** What the ledger says on the day of the report. */
  ledger: string;
}

/** Answers that say something else than the ledger does on the day of the report. */
export function wrongAnswers(content: Content, { data }: ReportEntry): AnswerProblem[] {
  const all = new Map(content.reports.flatMap(({ commitments }) => commitments).map((commitment) => [commitment.id, commitment]));
  return (data.answers ?? []).flatMap(({ commitment: id, result }, answer): AnswerProblem[] => {
    const commitment = all.get(id);
    // A history out of order says nothing reliable; that is another rule's matter.
    if (commitment === undefined || commitment.history.some(({ on }, step, all) => on < (all[step - 1]?.on ?? on))) return [];
    const { state, open, due } = commitmentStatus(commitment, data.date);
    const postponed = stepsIn(commitment, data.period.from, data.date).some((step) => step.state === '延期');
    const fits = {
      已销号: state === '已销号',
      终止: state === '终止',
      延期: open && postponed,
      继续办理: open || state === '未完成',
    }[result];
    return fits ? [] : [{ answer, commitment: id, said: result, ledger: open ? `${state}，期限 ${due}` : state }];
  });
}

const stepsIn = ({ history }: Commitment, from: string, until: string): CommitmentStep[] =>
  history.filter(({ on }) => on >= from && on <= until);
