import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { URL_LIST } from '../../scripts/url-list.ts';
import { byTag, isRedirect, readPages } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

const listed = readFileSync(URL_LIST, 'utf8').split('\n').filter(Boolean);

describe.each(Object.entries(sites))('addresses of the site at %s', (_name, { base, folder }) => {
  const pages = new Map(readPages(folder).map((page) => [page.path, page]));
  const redirects = [...pages.values()].filter(isRedirect);

  it('that were ever published still answer (after a rename: write the old path into formerly; new ones: npm run urls)', () => {
    expect(listed.length).toBeGreaterThan(200);
    expect(listed.filter((path) => !pages.has(path))).toEqual([]);
  });

  it('that moved lead to a page, at once and by hand, with their posters', () => {
    expect(redirects.map(({ path }) => path)).toContain('/news/2025/0318-chun-cha/');
    expect(redirects.map(({ path }) => path)).toContain('/news/2025/0318-chun-cha/poster/');
    for (const page of redirects) {
      const refresh = byTag(page, 'meta').find(({ attributes }) => attributes['http-equiv'] === 'refresh');
      const target = /^0; url=(.+)$/.exec(refresh?.attributes['content'] ?? '')?.[1] ?? '';
      expect(target.startsWith(base), page.path).toBe(true);
      const found = pages.get(`/${target.slice(base.length)}`);
      expect(found, target).toBeDefined();
      expect(found && isRedirect(found)).toBe(false);
      expect(byTag(page, 'a').map(({ attributes }) => attributes['href'])).toContain(target);
    }
  });
});

describe('archives and directories', () => {
  const pages = readPages(sites.root.folder);
  const entriesOn = (path: string, entry: RegExp): string[] => {
    const page = pages.find((candidate) => candidate.path === path);
    const main = page && byTag(page, 'a').map(({ attributes }) => attributes['href'] ?? '');
    return [...new Set((main ?? []).filter((href) => entry.test(href)))].sort();
  };
  const matching = (entry: RegExp): string[] =>
    pages
      .filter((page) => !isRedirect(page))
      .map(({ path }) => path)
      .filter((path) => entry.test(path));

  it.each(['2024', '2025', '2026'])('the year %s lists every entry of it', (year) => {
    const entry = new RegExp(`^/news/${year}/[^/]+/$`);
    expect(entriesOn(`/news/${year}/`, entry)).toEqual(matching(entry).sort());
  });

  it('the kinds and industries split the co-ops without remainder', () => {
    const entry = /^\/cooperatives\/(?!kind|industry)[^/]+\/$/;
    for (const section of ['kind', 'industry']) {
      const lists = matching(new RegExp(`^/cooperatives/${section}/`)).map((path) => entriesOn(path, entry));
      expect(lists.length).toBeGreaterThan(1);
      expect(lists.flat().sort()).toEqual(matching(entry).sort());
    }
  });

  it('every village has its branch and its news', () => {
    const villages = matching(/^\/villages\//);
    expect(villages.length).toBe(9);
    for (const path of villages) {
      expect(entriesOn(path, /^\/branches\/(?!kind)[^/]+\/$/).length, path).toBeGreaterThan(0);
      expect(entriesOn(path, /^\/news\/\d{4}\/[^/]+\/$/).length, path).toBeGreaterThan(0);
    }
  });

  it('attachments can be read as pages', () => {
    const form = pages.find(({ path }) => path.endsWith('/yi-jian-biao-txt/'));
    expect(form && byTag(form, 'main')[0]?.text).toContain('意见');
    const document = pages.find(({ path }) => path.endsWith('/wang-ge-ban-fa-pdf/'));
    expect(document && byTag(document, 'main')[0]?.text).toContain('第一条');
  });
});
