import { commitmentStatus } from '../derive/ledger.ts';
import { organization } from '../outputs/structured-data.ts';
import { absolute, href, paths } from './addresses.ts';
import { standingReports } from './commitments.ts';
import { frame, head } from './frame.ts';
import { figureView, newsCards, standing } from './shared.ts';
import { store } from './store.ts';
import type { HomeView } from './views/home.ts';

/** The home page: the headline figures of the last report, running notices, the newest entries, and the way in. */
export async function homePage(): Promise<HomeView> {
  const content = await store();
  const { site, today } = content;
  const news = newsCards(content, ({ notice }) => notice === undefined, 9);
  const lead = news.find(({ cover }) => cover !== undefined);
  const last = standingReports(content).find(({ figures }) => figures.some(({ headline }) => headline === true));
  return {
    frame: await frame(paths.home),
    head: await head({
      title: site.name,
      description: site.description,
      path: paths.home,
      data: [
        organization({
          name: site.organizer,
          url: absolute(paths.home),
          phone: site.contact.phone,
          address: site.contact.address,
        }),
      ],
    }),
    figures: (last?.figures ?? [])
      .filter(({ headline }) => headline === true)
      .map((figure) => figureView(last?.id ?? '', figure)),
    figuresYear: last?.fields.year,
    notices: newsCards(content, ({ notice }) => notice !== undefined && notice.until >= today, 5),
    lead,
    news: news.filter((card) => card !== lead).slice(0, 6),
    newest: standing(content.news)[0]?.fields.date.slice(0, 10),
    branches: standing(content.branches).filter(({ fields }) => fields.kind !== '党委').length,
    cooperatives: standing(content.cooperatives).length,
    openCommitments: standingReports(content).flatMap(({ commitments }) =>
      commitments.filter((item) => commitmentStatus(item, today).open),
    ).length,
    links: {
      news: href(paths.news()),
      branches: href(paths.branches),
      cooperatives: href(paths.cooperatives),
      results: href(paths.results),
      commitments: href(paths.commitments),
      reports: href(paths.reports),
    },
  };
}
