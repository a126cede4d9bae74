import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/lib/static-server.ts';
import { byTag, isRedirect, readPages, type BuiltPage } from '../support/pages.ts';
import { serveDist } from '../support/serve-dist.ts';
import { sites } from '../support/sites.ts';

const ORIGIN = 'https://qinghe.example.cn';
const TODAY = '2026-11-25';

interface Row {
  days: string[];
  title: string;
  href: string;
  text: string;
}

/** The events that a page lists. */
function rowsOf(page: BuiltPage): Row[] {
  const main = /<main[\s\S]*<\/main>/.exec(page.html)?.[0] ?? '';
  return main.split('<section').flatMap((section) => {
    // What is true of every day of a group is said once, above them.
    const [, common = ''] = /<p class="common"[^>]*>([\s\S]*?)<\/p>/.exec(section) ?? [];
    return [...section.matchAll(/<li[^>]*>([\s\S]*?)<\/li>/g)].flatMap(([, row = '']) => {
      const days = [...row.matchAll(/datetime="([^"]+)"/g)].map(([, day = '']) => day);
      const [, href = '', title = ''] = /<a href="([^"]+)"[^>]*>([^<]*)<\/a>/.exec(row) ?? [];
      const [, text = common] = /<p class="soft"[^>]*>([\s\S]*?)<\/p>/.exec(row) ?? [];
      return days.length === 0 ? [] : [{ days, title: title.trim(), href, text: text.trim() }];
    });
  });
}

describe.each(Object.entries(sites))('calendars of the site at %s', (_name, { base, folder }) => {
  const pages = new Map(
    readPages(folder)
      .filter((page) => !isRedirect(page))
      .map((page) => [page.path, page]),
  );
  const files = globSync('**/*.ics', { cwd: folder })
    .map((file) => file.split(sep).join('/'))
    .sort();
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const calendarOf = (text: string): ICAL.Component => new ICAL.Component(ICAL.parse(text) as unknown[]);
  const eventsOf = (file: string): ICAL.Event[] =>
    calendarOf(read(file))
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event));
  const pageOf = (file: string): BuiltPage | undefined => pages.get(`/${file.replace(/\.ics$/, '/')}`);
  const urlOf = (event: ICAL.Event): string => String(event.component.getFirstPropertyValue('url'));

  let server: StaticServer;
  beforeAll(async () => {
    server = await serveDist(folder, base);
  });
  afterAll(() => server.close());

  it('are there for each branch, the 公示 and the promises, each with its page', () => {
    const branches = [...pages.keys()].filter((path) => /^\/branches\/(?!kind)[^/]+\/$/.test(path));
    expect(branches.length).toBeGreaterThan(10);
    const expected = [...branches, '/news/', '/commitments/'].map((path) => `${path.slice(1)}calendar.ics`);
    expect(files).toEqual(expected.sort());
    expect(files.filter((file) => pageOf(file) === undefined)).toEqual([]);
  });

  it.each(files)('%s is a calendar to a program that fetches it', async (file) => {
    const answer = await fetch(`${server.url}${file}`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
    const text = await answer.text();
    expect(text.split('\r\n').filter((line) => Buffer.byteLength(line) > 75 || /[\r\n]/.test(line))).toEqual([]);
    const calendar = calendarOf(text);
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('x-wr-timezone')).toBe('Asia/Shanghai');
    expect(calendar.getFirstPropertyValue('url')).toBe(`${ORIGIN}${base}${file}`);
    const events = eventsOf(file);
    expect(events.length).toBeGreaterThan(0);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    for (const event of events) {
      expect(event.uid).toMatch(/^[a-z0-9/-]+@qinghe\.example\.cn$/);
      expect(event.startDate.isDate && event.endDate.isDate).toBe(true);
      expect(event.endDate.compare(event.startDate)).toBe(1);
      // From the content: no build can be later than its own day, and none is stamped with the clock.
      const stamp = String(event.component.getFirstPropertyValue('dtstamp'));
      expect(stamp).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00Z$/);
      expect(stamp.slice(0, 10) <= TODAY).toBe(true);
      const path = `/${urlOf(event).slice(ORIGIN.length + base.length)}`;
      expect(pages.has(path), path).toBe(true);
    }
  });

  it.each(files)('%s has the events of its page', (file) => {
    const page = pageOf(file);
    const shown = page === undefined ? [] : rowsOf(page);
    const held = eventsOf(file).map((event): Row => {
      const last = event.endDate.clone();
      last.adjust(-1, 0, 0, 0);
      const from = event.startDate.toString();
      const until = last.toString();
      return {
        days: from === until ? [from] : [from, until],
        title: event.summary,
        href: urlOf(event).slice(ORIGIN.length),
        text: event.description,
      };
    });
    expect(shown).toEqual(held);
    expect(page && byTag(page, 'a').map(({ attributes }) => attributes['href'])).toContain(`${base}${file}`);
  });

  it('plan the theme day of a branch on its fixed day, twelve months ahead at most', () => {
    for (const file of files.filter((name) => name.startsWith('branches/'))) {
      const branch = pages.get(`/${file.replace(/calendar\.ics$/, '')}`);
      const [, day = ''] = /主题党日：每月(\d+)日/.exec(branch?.html ?? '') ?? [];
      const planned = eventsOf(file).filter(({ uid }) => uid.includes('/planned/'));
      expect(planned.length, file).toBeGreaterThanOrEqual(11);
      for (const { startDate } of planned) {
        expect(startDate.day).toBe(Number(day));
        expect(startDate.toString() >= TODAY && startDate.toString() < '2027-11-01', startDate.toString()).toBe(true);
      }
    }
  });

  it('hold every promise on the day that its page says', () => {
    const promises = [...pages.keys()].filter((path) => /^\/commitments\/\d{4}-\d{2}\/$/.test(path));
    const events = eventsOf('commitments/calendar.ics');
    expect(events).toHaveLength(promises.length);
    for (const event of events) {
      const page = pages.get(`/${urlOf(event).slice(ORIGIN.length + base.length)}`);
      expect(page?.html).toContain(`datetime="${event.startDate.toString()}"`);
    }
  });

  it('hold the period of every 公示, and nothing that it says', () => {
    const events = eventsOf('news/calendar.ics');
    expect(events).toHaveLength(5);
    for (const event of events) {
      const page = pages.get(`/${urlOf(event).slice(ORIGIN.length + base.length)}`);
      const title = page && byTag(page, 'h1')[0]?.text;
      expect(event.summary).toBe(`公示期：${String(title)}`);
      expect(page?.html).toContain(`data-from="${event.startDate.toString()}"`);
      const intro = page && /<p class="intro"[^>]*>([\s\S]*?)<\/p>/.exec(page.html)?.[1];
      expect(event.description).toContain(intro === undefined ? '公示内容不再显示' : '公示内容请到网页上看');
      expect(event.description.length).toBeLessThan(80);
    }
  });
});
