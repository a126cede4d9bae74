import ICAL from 'ical.js';
import { afterEach, describe, expect, it } from 'vitest';
import { calendarFile } from './calendar-file.ts';

const text = '地点：石桥村党群服务中心，逗号,分号;反斜线\\。'.repeat(4);
const make = (): string =>
  calendarFile({
    name: '青禾：石桥村的日程',
    description: '说明',
    address: 'https://site.test/branches/shiqiao/calendar.ics',
    host: 'site.test',
    events: [
      {
        id: 'branches/shiqiao/planned/2026-12',
        title: '主题党日',
        text,
        from: '2026-12-31',
        until: '2027-01-02',
        url: 'https://site.test/branches/shiqiao/',
        changed: '2026-11-04',
      },
    ],
  });

describe('a calendar file', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = zone;
  });

  it('says what it was told, the last day included', () => {
    const component = new ICAL.Component(ICAL.parse(make()) as unknown[]);
    const found = component.getFirstSubcomponent('vevent');
    expect(found).not.toBeNull();
    const event = new ICAL.Event(found ?? undefined);
    expect([event.uid, event.summary, event.description]).toEqual([
      'branches/shiqiao/planned/2026-12@site.test',
      '主题党日',
      text,
    ]);
    expect([event.startDate.toString(), event.endDate.toString(), event.startDate.isDate]).toEqual([
      '2026-12-31',
      '2027-01-03',
      true,
    ]);
    expect(found?.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-11-04T00:00:00Z');
  });

  it.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'])('is the same in %s', (other) => {
    const here = make();
    process.env['TZ'] = other;
    expect(make()).toBe(here);
  });

  it('keeps the form of RFC 5545: CRLF, lines of at most 75 bytes', () => {
    const lines = make().split('\r\n');
    expect(lines.join('')).not.toMatch(/[\r\n]/);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.slice(0, 2)).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0']);
    expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
  });
});
