import { noticeState } from '../../derive/disclosure.ts';
import { paths } from '../addresses.ts';
import { lastTouched } from '../feeds/item.ts';
import { firstPath } from '../former-paths.ts';
import { standing } from '../shared.ts';
import type { Store } from '../store.ts';
import type { CalendarPlan } from './plan.ts';

/** The periods of all 公示: a phone keeps what it once took over, so only title, period and telephone are in it, never the text. */
export function noticeCalendar(content: Store): CalendarPlan | undefined {
  const events = standing(content.news).flatMap(({ id, fields }) => {
    const { notice, title } = fields;
    if (notice === undefined) return [];
    const ended = noticeState(notice, content.today) === '已结束';
    return [
      {
        id: firstPath('news', id, fields),
        title: `公示期：${title}`,
        text: ended
          ? `公示单位：${notice.by}。公示期已满，公示内容不再显示。`
          : `公示单位：${notice.by}。有意见请打电话：${notice.phone}。公示内容请到网页上看。`,
        from: notice.from,
        until: notice.until,
        path: paths.newsEntry(id),
        changed: lastTouched(fields, content.today).slice(0, 10),
      },
    ];
  });
  if (events.length === 0) return undefined;
  return {
    name: '公示期日程',
    description: '每次公示从哪天到哪天，有意见打什么电话。',
    page: paths.news(),
    former: [],
    section: paths.news(),
    groups: [{ title: '公示期', events: events.sort((a, b) => (a.from < b.from ? 1 : a.from > b.from ? -1 : 0)) }],
  };
}
