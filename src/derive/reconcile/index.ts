import type { Content } from '../../schemas/content.ts';
import { reconcileCooperative } from './cooperative.ts';
import { reconcileFigure } from './figure.ts';
import type { ReconcileRow } from './row.ts';

export type { CheckKind, ReconcileRow, Verdict } from './row.ts';

/** Every comparison that the content allows: reports by year, newest first, then the co-ops by id. */
export function reconcile(content: Content, today: string): ReconcileRow[] {
  const reports = [...content.reports].sort((a, b) => b.data.year - a.data.year);
  const cooperatives = [...content.cooperatives].sort((a, b) => (a.id < b.id ? -1 : 1));
  return [
    ...reports.flatMap((report) => report.figures.flatMap((figure) => reconcileFigure(content, report, figure, today))),
    ...cooperatives.flatMap(reconcileCooperative),
  ];
}
