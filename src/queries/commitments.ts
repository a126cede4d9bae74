import { commitmentStatus } from '../derive/ledger.ts';
import type { Commitment } from '../schemas/commitment.ts';
import { href, paths } from './addresses.ts';
import { evidenceLink } from './evidence.ts';
import { standing } from './shared.ts';
import type { Store } from './store.ts';
import type { CommitmentView } from './views/commitment.ts';

/** A promise with its dated history, as of the day of the build; whether it is overdue is left to the reader's clock. */
export function commitmentView(content: Store, report: Store['reports'][number], commitment: Commitment): CommitmentView {
  const status = commitmentStatus(commitment, content.today);
  return {
    id: commitment.id,
    href: href(paths.commitment(commitment.id)),
    title: commitment.title,
    problem: commitment.problem,
    source: commitment.source,
    standard: commitment.standard,
    measure: commitment.measure,
    owner: commitment.owner,
    state: status.state,
    due: status.due,
    firstDue: status.firstDue,
    open: status.open,
    history: commitment.history
      .filter(({ on }) => on <= content.today)
      .sort((a, b) => a.on.localeCompare(b.on))
      .map(({ on, state, note, by, verifier, evidence, reopened }) => ({
        on,
        state: reopened === true ? `${state}（反弹）` : state,
        note,
        by,
        verifier,
        evidence: (evidence ?? []).map((item) => evidenceLink(content, report.folder, item)),
      })),
    report: { href: href(paths.report(report.id)), text: report.fields.title },
  };
}

/** Reports that stand, newest first, with their figures and promises. */
export const standingReports = (content: Store): Store['reports'] => standing(content.reports);
