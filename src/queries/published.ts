import { publishedContent, type Published } from '../derive/published.ts';
import type { Public, Store } from './store.ts';

const entry = <D>({ id, fields }: Public<D>): { id: string; data: D } => ({ id, data: fields });
const made = new WeakMap<Store, Published>();

/** The store as the derive functions take it: what may be counted on the day of the build. */
export function publishedOf(content: Store): Published {
  const known = made.get(content);
  if (known !== undefined) return known;
  const result = publishedContent(
    {
      site: content.site,
      standards: [...content.standards.values()],
      news: content.news.map(entry),
      branches: content.branches.map((branch) => ({ ...entry(branch), meetings: branch.meetings })),
      cooperatives: content.cooperatives.map(entry),
      reports: content.reports.map((report) => ({
        ...entry(report),
        figures: report.figures,
        commitments: report.commitments,
      })),
      pages: content.pages.map(entry),
    },
    content.now,
  );
  made.set(content, result);
  return result;
}
