import type { CalendarFile } from '../../outputs/calendar-file.ts';
import { absolute, href, paths } from '../addresses.ts';
import { frame, head } from '../frame.ts';
import { shareView, standing, staticPath } from '../shared.ts';
import { store, type Store } from '../store.ts';
import type { StaticPath } from '../views/page.ts';
import type { CalendarView } from '../views/reader.ts';
import { branchCalendars } from './branch-calendars.ts';
import { commitmentCalendar } from './commitment-calendar.ts';
import { noticeCalendar } from './notice-calendar.ts';
import type { CalendarPlan } from './plan.ts';

/** All calendars of the site. */
export const calendarPlans = (content: Store): CalendarPlan[] => [
  ...[noticeCalendar(content), commitmentCalendar(content)].flatMap((plan) => plan ?? []),
  ...branchCalendars(content),
];

/** Every calendar as a file; under the old addresses of its branch, too, as phones do not learn of a rename. */
export async function calendarFiles(): Promise<{ params: { path: string }; props: { calendar: CalendarFile } }[]> {
  const content = await store();
  return calendarPlans(content).flatMap((plan) =>
    [plan.page, ...plan.former].map((page) => ({
      params: { path: page.slice(1, -1) },
      props: {
        calendar: {
          name: `${content.site.shortName}：${plan.name}`,
          description: plan.description,
          address: absolute(paths.calendarFile(page)),
          host: new URL(content.site.url).host,
          events: plan.groups.flatMap(({ events }) => events).map(({ path, ...event }) => ({ ...event, url: absolute(path) })),
        },
      },
    })),
  );
}

/** Every calendar as a page: WeChat does not let files through. */
export async function calendarPaths(): Promise<StaticPath<CalendarView, { path: string }>[]> {
  const content = await store();
  return Promise.all(
    calendarPlans(content).map(async (plan) => {
      const path = paths.calendar(plan.page);
      return staticPath(
        { path: plan.page.slice(1, -1) },
        {
          frame: await frame(plan.section),
          head: await head({
            title: plan.name,
            description: `${plan.description}可以存进手机日历。`,
            path,
            trail: trailOf(content, plan),
          }),
          lead: plan.description,
          file: href(paths.calendarFile(plan.page)),
          address: absolute(paths.calendarFile(plan.page)),
          subscribe: href(`${paths.subscribe}#calendars`),
          groups: plan.groups.map(({ title, events }) => ({
            title,
            events: events.map(({ title: text, path: page, ...event }) => ({ ...event, link: { href: href(page), text } })),
          })),
          share: shareView(path, false),
        },
      );
    }),
  );
}

const trailOf = (content: Store, { page, section }: CalendarPlan) => {
  const branch = standing(content.branches).find(({ id }) => paths.branch(id) === page);
  const sections: Record<string, string> = {
    [paths.news()]: '动态',
    [paths.commitments]: '承诺台账',
    [paths.branches]: '党支部',
  };
  return [
    { href: href(section), text: sections[section] ?? '' },
    ...(branch === undefined ? [] : [{ href: href(page), text: branch.fields.shortName }]),
  ];
};
