import { commitmentStatus } from '../derive/ledger.ts';
import type { Commitment } from '../schemas/commitment.ts';
import { href, paths } from './addresses.ts';
import { frame, head } from './frame.ts';
import { evidenceLink, standing } from './shared.ts';
import { store, type Store } from './store.ts';
import type { CommitmentsView, CommitmentView } from './views.ts';

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
        evidence: (evidence ?? []).map((item) => evidenceLink(content, item)),
      })),
    report: { href: href(paths.report(report.id)), text: report.fields.title },
  };
}

/** The ledger: every promise, by the year of the report that made it. */
export async function commitmentsPage(): Promise<CommitmentsView> {
  const content = await store();
  const years = standingReports(content).map((report) => ({
    year: report.fields.year,
    commitments: report.commitments.map((commitment) => commitmentView(content, report, commitment)),
  }));
  const total = years.reduce((sum, { commitments }) => sum + commitments.length, 0);
  return {
    frame: await frame(paths.commitments),
    head: await head({
      title: '承诺台账',
      description: `${content.site.township}年度报告里作出的${total}项承诺：问题、措施、责任岗位、期限和办理经过。`,
      path: paths.commitments,
    }),
    years: years.filter(({ commitments }) => commitments.length > 0),
    total,
  };
}

/** Reports that stand, newest first, with their figures and promises. */
export const standingReports = (content: Store): Store['reports'] => standing(content.reports);
