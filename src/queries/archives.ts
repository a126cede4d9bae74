import { href, paths } from './addresses.ts';
import { frame, head } from './frame.ts';
import { newsCard, standing, staticPath } from './shared.ts';
import { store, type Store } from './store.ts';
import type { ArchiveView } from './views/news.ts';
import type { Link, StaticPath } from './views/page.ts';

const yearOf = (id: string): string => id.slice(0, 4);

/** The years that have news, newest first. */
export const newsYears = (content: Store): string[] => [...new Set(standing(content.news).map(({ id }) => yearOf(id)))];

/** Links to the archives, the one on show marked. */
export const yearLinks = (content: Store, current?: string): (Link & { current: boolean })[] =>
  newsYears(content).map((year) => ({ href: href(paths.newsYear(year)), text: `${year}年`, current: year === current }));

/** `/news/2025/`: everything of a year by months. */
export async function archivePaths(): Promise<StaticPath<ArchiveView, { year: string }>[]> {
  const content = await store();
  return Promise.all(
    newsYears(content).map(async (year) => {
      const entries = standing(content.news).filter(({ id }) => yearOf(id) === year);
      const months = [...new Set(entries.map(({ fields }) => fields.date.slice(0, 7)))];
      const view: ArchiveView = {
        frame: await frame(paths.news()),
        head: await head({
          title: `${year}年动态`,
          description: `${content.site.name}${year}年发布的${entries.length}条动态，按月份排列。`,
          path: paths.newsYear(year),
          trail: [{ href: href(paths.news()), text: '动态' }],
        }),
        years: yearLinks(content, year),
        months: months.map((month) => ({
          title: `${Number(month.slice(5))}月`,
          items: entries.filter(({ fields }) => fields.date.startsWith(month)).map((entry) => newsCard(content, entry)),
        })),
      };
      return staticPath({ year }, view);
    }),
  );
}
