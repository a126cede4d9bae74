import { MeetingKind, type Meeting } from '../schemas/meeting.ts';

/** How often each kind of meeting was held in each year, both in the order of the field; kinds never held are left out. */
export function meetingCounts(meetings: readonly Meeting[]): {
  years: number[];
  rows: { kind: MeetingKind; counts: number[] }[];
} {
  const years = [...new Set(meetings.map(({ on }) => Number(on.slice(0, 4))))].sort((a, b) => b - a);
  const rows = MeetingKind.options.map((kind) => ({
    kind,
    counts: years.map(
      (year) => meetings.filter((meeting) => meeting.kind === kind && meeting.on.startsWith(String(year))).length,
    ),
  }));
  return { years, rows: rows.filter(({ counts }) => counts.some((count) => count > 0)) };
}
