import ical, { ICalEventTransparency } from 'ical-generator';
import { nextDay } from '../lib/dates.ts';

/** A day, or a run of days, in a calendar. */
export interface CalendarEvent {
  /** Never changes, unique in the site. */
  id: string;
  title: string;
  text: string;
  /** First and last day, `YYYY-MM-DD`, Asia/Shanghai. */
  from: string;
  until: string;
  /** Absolute address of the page that says more. */
  url: string;
  /** The day on which what is said here last changed. */
  changed: string;
}

export interface CalendarFile {
  name: string;
  description: string;
  /** Absolute address of the file. */
  address: string;
  /** Who publishes it: the host of the site. */
  host: string;
  events: CalendarEvent[];
}

/** Midnight UTC of a day: the one form that the generator prints alike in every time zone. */
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** An iCalendar file (RFC 5545). All events are whole days, which no time zone can shift. */
export function calendarFile({ name, description, address, host, events }: CalendarFile): string {
  const calendar = ical({
    name,
    description,
    url: address,
    prodId: { company: 'mingbang', product: host, language: 'ZH' },
    ttl: 24 * 60 * 60,
    x: [{ key: 'X-WR-TIMEZONE', value: 'Asia/Shanghai' }],
  });
  for (const { id, title, text, from, until, url, changed } of events) {
    calendar.createEvent({
      id: `${id}@${host}`,
      stamp: midnight(changed),
      start: midnight(from),
      end: midnight(nextDay(until)),
      allDay: true,
      summary: title,
      description: text,
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}
