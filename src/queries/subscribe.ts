import { absolute, href, paths } from './addresses.ts';
import { calendarPlans } from './calendars/documents.ts';
import { feedPlans } from './feeds/plans.ts';
import { plainPage } from './pages.ts';
import { nameInColumn, shareView } from './shared.ts';
import { store } from './store.ts';
import { FEED_GROUPS, type FeedPlan } from './feeds/plan.ts';
import type { FeedGroup, SubscribeView } from './views/reader.ts';

function feedRow({ group, page, name, description }: FeedPlan): FeedGroup['feeds'][number] {
  const feed = paths.feed(page);
  return {
    page: { href: href(page), text: group === '按党支部' ? nameInColumn({ shortName: name }) : name },
    description,
    rss: href(`${feed}.xml`),
    json: href(`${feed}.json`),
    qr: href(paths.qr(`${feed}.xml`)),
  };
}

/** `/subscribe/`: every feed, and what to do with it. */
export async function subscribePage(): Promise<SubscribeView> {
  const content = await store();
  const plans = await feedPlans(content);
  const everything = `${paths.feed(paths.home)}.xml`;
  return {
    ...(await plainPage({
      title: '订阅',
      description: `订阅${content.site.name}：不登记、不用手机号，有新内容手机会告诉你。全部订阅地址和做法都在这里。`,
      path: paths.subscribe,
    })),
    everything: { href: href(everything), text: absolute(everything) },
    qr: href(paths.qr(everything)),
    list: href(paths.feedList),
    groups: FEED_GROUPS.map((title) => ({
      title,
      feeds: plans.filter(({ group }) => group === title).map(feedRow),
    })).filter(({ feeds }) => feeds.length > 0),
    calendars: calendarPlans(content).map(({ page, name }) => ({
      page: { href: href(paths.calendar(page)), text: name },
      file: href(paths.calendarFile(page)),
    })),
    share: shareView(paths.subscribe, false),
  };
}
