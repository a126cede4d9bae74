import { lastDay, monthsFrom } from '../lib/dates.ts';
import type { BranchEntry } from '../schemas/content.ts';
import type { MeetingKind } from '../schemas/meeting.ts';
import { meetingMatrix } from './meeting-matrix.ts';

const MONTHS_AHEAD = 12;

/** The fixed 主题党日 of the next twelve months; a month that has already had one is left out. */
export function themeDays({ data, meetings }: BranchEntry, today: string): string[] {
  const held = new Set(meetings.filter(({ kind, on }) => kind === '主题党日' && on <= today).map(({ on }) => on.slice(0, 7)));
  return monthsFrom(today.slice(0, 7), MONTHS_AHEAD)
    .filter((month) => !held.has(month))
    .map((month) => `${month}-${String(data.themeDay).padStart(2, '0')}`)
    .filter((day) => day >= today);
}

export interface MeetingDeadline {
  kind: MeetingKind;
  /** `2026-12`, `2026-Q4` or `2026`. */
  period: string;
  /** The last day on which the meeting is on time. */
  on: string;
}

/** Meetings that this year still asks for, by the last day of their month, quarter or year; 主题党日 has a day of its own. */
export function meetingDeadlines(branch: BranchEntry, today: string): MeetingDeadline[] {
  const year = today.slice(0, 4);
  return meetingMatrix(branch, Number(year), today)
    .filter(({ kind }) => kind !== '主题党日')
    .flatMap(({ kind, cells }) =>
      cells
        .filter(({ state }) => state === '未到期')
        .map(({ period }) => {
          const [, quarter] = /-Q(\d)$/.exec(period) ?? [];
          const month = quarter !== undefined ? String(Number(quarter) * 3).padStart(2, '0') : period.slice(5) || '12';
          return { kind, period, on: lastDay(`${year}-${month}`) };
        }),
    );
}
