import { basicBranches } from '../../derive/branch-kinds.ts';
import { meetingDeadlines, themeDays } from '../../derive/branch-schedule.ts';
import { chineseDay } from '../../lib/dates.ts';
import { MeetingKind } from '../../schemas/meeting.ts';
import { paths } from '../addresses.ts';
import { firstPath, formerPaths } from '../former-paths.ts';
import { publishedOf } from '../published.ts';
import { recordBranches } from '../records.ts';
import { standing } from '../shared.ts';
import type { Store } from '../store.ts';
import type { CalendarPlan, PlannedEvent } from './plan.ts';

type Branch = Store['branches'][number];

const SLUGS = new Map(Object.entries(MeetingKind.enum).map(([key, kind]) => [kind, key.toLowerCase()]));

/** What a branch plans and what it held this year. */
export const branchCalendars = (content: Store): CalendarPlan[] =>
  standing(content.branches).map((branch) => ({
    name: `${branch.fields.shortName}的日程`,
    description: `${branch.fields.shortName}今后十二个月的主题党日、今年还要开的会和今年开过的会。`,
    page: paths.branch(branch.id),
    former: formerPaths('branches', branch.fields).map((path) => `/${path}/`),
    section: paths.branches,
    groups: [
      { title: '主题党日', events: planned(content, branch) },
      { title: '今年还要开的会', events: deadlines(content, branch) },
      { title: '今年开过的会', events: held(content, branch) },
    ].filter(({ events }) => events.length > 0),
  }));

const idOf = ({ id, fields }: Branch): string => firstPath('branches', id, fields);

function planned(content: Store, branch: Branch): PlannedEvent[] {
  const { shortName, place, themeDay, updated } = branch.fields;
  return themeDays({ id: branch.id, data: branch.fields, meetings: branch.meetings }, content.today).map((day) => ({
    id: `${idOf(branch)}/planned/${day.slice(0, 7)}`,
    title: `${shortName}主题党日`,
    text: `每月${themeDay}日。地点：${place.name}，${place.address}。电话：${place.phone}。有变动以支部通知为准。`,
    from: day,
    until: day,
    path: paths.branch(branch.id),
    changed: updated,
  }));
}

function deadlines(content: Store, branch: Branch): PlannedEvent[] {
  const entry = basicBranches(publishedOf(content), Number(content.today.slice(0, 4))).find(({ id }) => id === branch.id);
  if (entry === undefined) return [];
  return meetingDeadlines(entry, content.today).map(({ kind, period, on }) => ({
    id: `${idOf(branch)}/due/${SLUGS.get(kind) ?? ''}/${period.toLowerCase()}`,
    title: `${branch.fields.shortName}${kind}，最迟这天开`,
    text: `按三会一课的规定，${chineseDay(on)}以前要开一次${kind}。哪天开，以支部通知为准。`,
    from: on,
    until: on,
    path: paths.branch(branch.id),
    changed: branch.fields.updated,
  }));
}

function held(content: Store, branch: Branch): PlannedEvent[] {
  const path = recordBranches(content).includes(branch) ? paths.records(branch.id) : paths.branch(branch.id);
  const times = new Map<string, number>();
  return branch.meetings
    .filter(({ on }) => on <= content.today && on.startsWith(content.today.slice(0, 4)))
    .sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .map(({ on, kind, topic, expected, present }) => {
      const key = `${idOf(branch)}/held/${SLUGS.get(kind) ?? ''}/${on}`;
      const time = (times.get(key) ?? 0) + 1;
      times.set(key, time);
      return {
        id: time === 1 ? key : `${key}-${time}`,
        title: `${kind}：${topic}`,
        text: `${branch.fields.shortName}，应到${expected}人，实到${present}人。`,
        from: on,
        until: on,
        path,
        changed: on,
      };
    });
}
