import { anchor, paragraph, part } from '../../outputs/feeds/article-html.ts';
import { escapeText } from '../../outputs/feeds/feed.ts';
import { paths } from '../addresses.ts';
import { commitmentView, standingReports } from '../commitments.ts';
import type { Store } from '../store.ts';
import type { CommitmentView } from '../views/commitment.ts';
import { feedItem } from './item.ts';
import type { FeedEntry } from './plan.ts';

/** Every step of every promise as an entry of its own: made, worked on, postponed, closed. */
export const ledgerEntries = (content: Store): FeedEntry[] =>
  standingReports(content).flatMap((report) =>
    report.commitments.flatMap((commitment) => {
      const view = commitmentView(content, report, commitment);
      return view.history.map((step, index) => {
        // Steps of one day are told apart by their order on it.
        const earlier = view.history.slice(0, index).filter(({ on }) => on === step.on).length;
        const id = `commitments/${view.id}/${step.on}${earlier === 0 ? '' : `-${earlier + 1}`}`;
        return { id, date: step.on, updated: step.on, item: stepItem(view, step, id) };
      });
    }),
  );

function stepItem(commitment: CommitmentView, step: CommitmentView['history'][number], id: string): FeedEntry['item'] {
  const evidence = step.evidence.map((item) => ('href' in item ? anchor(item) : escapeText(item.text)));
  return feedItem({
    id,
    path: paths.commitment(commitment.id),
    title: `${step.state}：${commitment.title}（承诺${commitment.id}）`,
    date: step.on,
    updated: step.on,
    summary: step.note,
    tags: ['承诺', step.state],
    by: step.by,
    html: [
      paragraph(step.note),
      paragraph(`问题：${commitment.problem}`),
      paragraph(`做到什么程度算完成：${commitment.standard}`),
      paragraph(
        `责任岗位：${commitment.owner}。登记：${step.by}。${step.verifier === undefined ? '' : `验收：${step.verifier}。`}`,
      ),
      part('佐证', evidence),
    ].join(''),
  });
}
