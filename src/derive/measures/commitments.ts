import type { Commitment, CommitmentStep } from '../../schemas/commitment.ts';
import { commitmentStatus } from '../ledger.ts';
import type { Published } from '../published.ts';
import { asOfYear, sumMeasure, type Contribution, type MeasureSpec } from './measure.ts';

interface Promise {
  report: string;
  made: number;
  commitment: Commitment;
}

const promises = ({ reports }: Published): Promise[] =>
  reports.flatMap(({ id, data, commitments }) => commitments.map((commitment) => ({ report: id, made: data.year, commitment })));

const one = ({ report, commitment: { id, title, owner } }: Promise, on?: string): Contribution => ({
  collection: 'reports',
  id: report,
  amount: 1,
  label: `${id} ${title}`,
  group: owner,
  companion: 'commitments',
  ...(on !== undefined && { on }),
});

/** The last time a promise was closed in a year, unless it was reopened in that year again. */
function closing({ history }: Commitment, until: string): CommitmentStep | undefined {
  const steps = history
    .filter(({ on }) => on.startsWith(until.slice(0, 5)) && on <= until)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  const last = steps.findLast(({ state, reopened }) => state === '已销号' || reopened === true);
  return last?.state === '已销号' ? last : undefined;
}

const closedWhere =
  (wanted: (due: string, on: string) => boolean): MeasureSpec['entries'] =>
  (content, year) =>
    promises(content).flatMap((promise) => {
      const step = closing(promise.commitment, asOfYear(content, year));
      return step !== undefined && wanted(promise.commitment.due, step.on) ? [one(promise, step.on)] : [];
    });

/** Promises that wait for their end on the last day of the year (or today): made by then, and not closed, failed or ended. */
const standing =
  (wanted: (due: string, day: string) => boolean): MeasureSpec['entries'] =>
  (content, year) => {
    const day = asOfYear(content, year);
    return promises(content).flatMap((promise) => {
      const status = commitmentStatus(promise.commitment, day);
      return status.last !== undefined && status.open && wanted(status.due, day) ? [one(promise, status.last.on)] : [];
    });
  };

/** The ledger in numbers. A promise belongs to the year of the report that made it. */
export const commitmentMeasures = [
  sumMeasure({
    id: 'commitments-made',
    title: '新作出的承诺',
    definition: '当年年度报告列入承诺台账的事项，一项算一件',
    unit: '件',
    entries: (content, year) =>
      promises(content)
        .filter(({ made }) => made === year)
        .map((promise) => one(promise)),
  }),
  sumMeasure({
    id: 'commitments-closed',
    title: '年内销号的承诺',
    definition: '当年经验收销号、年底没有反弹的承诺，同一件只算一次；延期、终止的不算',
    unit: '件',
    entries: closedWhere(() => true),
  }),
  sumMeasure({
    id: 'commitments-kept',
    title: '按期兑现的承诺',
    definition: '当年销号，并且没有超过最初答应的期限的承诺；延期以后办成的不算按期',
    unit: '件',
    entries: closedWhere((due, on) => on <= due),
  }),
  sumMeasure({
    id: 'commitments-late',
    title: '逾期兑现的承诺',
    definition: '当年销号，但超过最初答应的期限的承诺',
    unit: '件',
    entries: closedWhere((due, on) => on > due),
  }),
  sumMeasure({
    id: 'commitments-open',
    title: '还没有兑现的承诺',
    definition: '到年底（当年未过完的，到今天）已经立账、还没有销号或终止的承诺',
    unit: '件',
    entries: standing(() => true),
  }),
  sumMeasure({
    id: 'commitments-overdue',
    title: '到期没有兑现的承诺',
    definition: '还没有兑现的承诺里，现行期限已经过去的；延期的按延期后的期限',
    unit: '件',
    entries: standing((due, day) => due < day),
  }),
];
