import { chineseDay } from '../../lib/dates.ts';
import { paths } from '../addresses.ts';
import { commitmentView, standingReports } from '../commitments.ts';
import type { Store } from '../store.ts';
import type { CalendarPlan } from './plan.ts';

/** The days on which promises are due: those still open, and those that have come to an end. */
export function commitmentCalendar(content: Store): CalendarPlan | undefined {
  const promises = standingReports(content).flatMap((report) =>
    report.commitments.map((commitment) => commitmentView(content, report, commitment)),
  );
  if (promises.length === 0) return undefined;
  const events = promises
    .map(({ id, title, owner, state, standard, due, firstDue, open, history }) => ({
      open,
      event: {
        id: `commitments/${id}`,
        title: `承诺${id}到期：${title}`,
        text: [
          `责任岗位：${owner}。登记的状态：${state}。`,
          due === firstDue ? '' : `期限改过，第一次答应的是${chineseDay(firstDue)}。`,
          `做到什么程度算完成：${standard}`,
        ].join(''),
        from: due,
        until: due,
        path: paths.commitment(id),
        changed: history.at(-1)?.on ?? due,
      },
    }))
    .sort((a, b) => (a.event.from < b.event.from ? -1 : a.event.from > b.event.from ? 1 : 0));
  const part = (title: string, wanted: boolean) => ({
    title,
    events: events.filter(({ open }) => open === wanted).map(({ event }) => event),
  });
  return {
    name: '承诺到期日程',
    description: '年度报告里每项承诺哪天到期、谁负责。',
    page: paths.commitments,
    former: [],
    section: paths.commitments,
    groups: [part('还在办的', true), part('已经办结、没办成或者终止的', false)].filter((group) => group.events.length > 0),
  };
}
