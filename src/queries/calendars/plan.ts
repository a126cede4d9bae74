import type { CalendarEvent } from '../../outputs/calendar-file.ts';

/** An event with the path of the page that says more. */
export type PlannedEvent = Omit<CalendarEvent, 'url'> & { path: string };

/** A calendar to be published, as a file and as a page beside it. */
export interface CalendarPlan {
  name: string;
  description: string;
  /** Path of the page that it belongs to, and the paths that this had before. */
  page: string;
  former: string[];
  /** Path of the menu item. */
  section: string;
  /** Events under a heading each, in the order of the page. */
  groups: { title: string; events: PlannedEvent[] }[];
}
