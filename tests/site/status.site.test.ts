import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ColumnStatus } from '../../src/outputs/status.ts';
import { byTag, readPages } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

interface Status {
  format: string;
  home: { lastUpdate: string };
  columns: ColumnStatus[];
}

describe.each(Object.entries(sites))('status.json of the site at %s', (_name, { base, folder }) => {
  const text = readFileSync(join(folder, 'status.json'), 'utf8');
  const status = JSON.parse(text) as Status;

  it('says of each column the day of the newest entry that its page lists', () => {
    const pages = new Map(readPages(folder).map((page) => [page.path, page]));
    expect(status.format).toBe('mingbang-status/1');
    expect(status.columns.length).toBeGreaterThan(5);
    for (const { url, lastUpdate } of status.columns) {
      const path = `/${new URL(url ?? '').pathname.slice(base.length)}`;
      const page = pages.get(path);
      const links = page === undefined ? [] : byTag(page, 'a').map(({ attributes }) => attributes['href'] ?? '');
      const listed = links.flatMap((link) => {
        const [, year, month, day] = /\/news\/(\d{4})\/(\d{2})(\d{2})-/.exec(link) ?? [];
        return day === undefined ? [] : [`${String(year)}-${String(month)}-${day}`];
      });
      expect(listed.sort().at(-1)).toBe(lastUpdate);
    }
  });

  it('holds no age and nothing of the moment of the build', () => {
    const days = status.columns.map(({ lastUpdate }) => lastUpdate ?? '').sort();
    expect(status.home.lastUpdate).toBe(days.at(-1));
    expect(Object.keys(status)).toEqual(['format', 'site', 'home', 'rubric', 'columns']);
    expect(text).not.toMatch(/T\d{2}:\d{2}/);
  });
});
