import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveDist } from '../support/serve-dist.ts';
import { sites } from '../support/sites.ts';
import { ENGINES, installEngine } from './engines.ts';
import { openOldPage, type OldPage } from './old-page.ts';

const { base, folder } = sites.root;

/** One of each kind of page. */
const PATHS = [
  '/',
  '/news/',
  '/news/2025/0318-chun-cha-kai-cai/',
  '/news/2026/1124-wu-hao-tui-jian-gong-shi/',
  '/branches/',
  '/branches/heping/',
  '/cooperatives/',
  '/cooperatives/qinghe-chuncha/',
  '/reports/2025/',
  '/results/',
  '/commitments/',
  '/search/',
  '/about/',
  '/sitemap/',
  '/branches/heping/poster/',
];

/** Chromium before 97 does not know this word of the search page's policy, says so, and obeys the rest. */
const KNOWN = /unrecognized source|wasm-unsafe-eval/i;

/** Where the reader finds things: the same in every engine, give or take how each breaks its lines. */
const LAYOUT = `(() => {
  const box = (selector) => { const e = document.querySelector(selector); return e && e.getBoundingClientRect(); };
  const columns = (selector) => { const e = document.querySelector(selector); return e ? new Set([...e.children].map((c) => Math.round(c.getBoundingClientRect().left))).size : 0; };
  const h1 = box('h1'), header = box('.site-header');
  return { h1: h1 && Math.round(h1.left), header: Math.round(header.height), cards: columns('.cards'), foot: columns('.site-footer .parts'), main: Math.round(box('main').width) };
})()`;

interface Layout {
  h1: number;
  header: number;
  cards: number;
  foot: number;
  main: number;
}

let site: Awaited<ReturnType<typeof serveDist>>;
const address = (path: string): string => `${site.url}${path.slice(1)}`;
beforeAll(async () => {
  site = await serveDist(folder, base);
});
afterAll(() => site.close());

async function layouts(page: OldPage, width: number): Promise<Map<string, Layout>> {
  await page.size(width, 800);
  const found = new Map<string, Layout>();
  for (const path of PATHS) {
    await page.open(address(path));
    found.set(path, await page.evaluate<Layout>(LAYOUT));
  }
  return found;
}

let newest: OldPage;
const expected = new Map<number, Map<string, Layout>>();
beforeAll(async () => {
  newest = await openOldPage(await installEngine(116));
  for (const width of [360, 1280]) expected.set(width, await layouts(newest, width));
});
afterAll(() => newest.close());

describe.each(ENGINES)('Chromium %i', (engine) => {
  let page: OldPage;
  beforeAll(async () => {
    page = await openOldPage(await installEngine(engine));
  });
  afterAll(() => page.close());

  it('is the engine it says it is', async () => {
    expect(await page.evaluate<string>('navigator.userAgent')).toContain(`Chrome/${engine}.`);
  });

  it('opens every kind of page without an error, in letters of 18 px, without sideways scroll at 360 px', async () => {
    await page.size(360, 740);
    for (const path of PATHS) {
      await page.open(address(path));
      expect(
        page.errors.filter((error) => !KNOWN.test(error)),
        path,
      ).toEqual([]);
      expect(await page.evaluate<number>('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(360);
      expect(await page.evaluate<number>('parseFloat(getComputedStyle(document.body).fontSize)'), path).toBeGreaterThanOrEqual(
        18,
      );
      expect(await page.evaluate<number>(`document.querySelector('h1').getBoundingClientRect().width`), path).toBeGreaterThan(40);
    }
  });

  it.each([360, 1280])('lays the pages out as Chromium 116 does, at %i px', async (width) => {
    for (const [path, layout] of await layouts(page, width)) {
      const wanted = expected.get(width)?.get(path);
      expect({ ...layout, header: 0 }, path).toEqual({ ...wanted, header: 0 });
      expect(Math.abs(layout.header - (wanted?.header ?? 0)), `the header of ${path}`).toBeLessThanOrEqual(12);
    }
  });

  it('shows pictures', async () => {
    await page.size(360, 740);
    await page.open(address('/news/2025/0318-chun-cha-kai-cai/'));
    await page.until(`[...document.querySelectorAll('main img')].some((image) => image.naturalWidth > 100)`);
  });

  it('keeps 长辈版 from page to page', async () => {
    await page.size(360, 740);
    await page.open(address('/'));
    await page.evaluate(`document.querySelector('.elder-on').click()`);
    await page.open(address('/branches/'));
    expect(await page.evaluate<number>('parseFloat(getComputedStyle(document.body).fontSize)')).toBeGreaterThanOrEqual(27);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    await page.evaluate(`document.querySelector('.elder-off').click()`);
    expect(await page.evaluate<number>('parseFloat(getComputedStyle(document.body).fontSize)')).toBe(18);
  });

  it('answers a search, from the small index where WebAssembly is refused or too old', async () => {
    await page.open(address(`/search/?q=${encodeURIComponent('春茶')}`));
    await page.until(`document.querySelectorAll('#search-results > li').length > 0`);
    expect(await page.evaluate<string>(`document.querySelector('#search-results a').textContent`)).toContain('春茶');
    const said = await page.evaluate<string>(`document.querySelector('#search-status').textContent`);
    expect(said.includes('只查了标题和摘要')).toBe(engine < 97);
  });

  it('shows a page that was read once the network is gone', async () => {
    const own = await serveDist(folder, base);
    await page.open(`${own.url}about/`);
    const kept = () =>
      page.evaluate<boolean>(`caches.keys()
        .then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
        .then((all) => all.some((requests) => requests.some(({ url }) => url === location.href)))`);
    await expect.poll(kept, { timeout: 10_000 }).toBe(true);
    await own.close();
    await page.open(`${own.url}about/`);
    expect(await page.evaluate<string>('document.body.textContent')).toContain('您现在没有网络');
  });

  it('tells ages by the reader’s clock', async () => {
    await page.open(address('/news/2026/1124-wu-hao-tui-jian-gong-shi/'));
    expect(await page.evaluate<string>(`document.querySelector('.tag[data-until]').textContent`)).toMatch(
      /公示中|已结束|还没开始/,
    );
  });
});
