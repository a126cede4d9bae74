import { columnFreshness, RUBRIC, warnDays } from '../derive/freshness.ts';
import type { Published } from '../derive/published.ts';
import type { StatusInput } from '../outputs/status.ts';
import { absolute, paths } from './addresses.ts';
import { standing } from './shared.ts';
import { store } from './store.ts';

/** What `status.json` says: the last update and the contract of each column, and nothing of the moment of the build. */
export async function siteStatus(): Promise<StatusInput> {
  const content = await store();
  const news = standing(content.news).map(({ id, fields }) => ({ id, data: fields }));
  const { site, today } = content;
  const columns = columnFreshness({ site, news, today } as unknown as Published);
  return {
    site: { name: site.name, url: absolute(paths.home) },
    rubric: RUBRIC,
    columns: columns.map(({ column: { id, name, type, updateDays }, entries, last }) => ({
      id,
      name,
      type,
      url: entries === 0 ? null : absolute(paths.column(id)),
      entries,
      lastUpdate: last ?? null,
      updateDays,
      warnDays: warnDays(updateDays),
    })),
  };
}
