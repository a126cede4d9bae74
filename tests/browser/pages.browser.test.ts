import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { isRedirect, onePerKind, readPages } from '../support/pages.ts';
import { serveDist } from '../support/serve-dist.ts';
import { sites } from '../support/sites.ts';

const { base, folder } = sites.sub;
// A page that moved leads away while it is looked at.
const pages = readPages(folder);
const paths = pages.filter((page) => !isRedirect(page)).map(({ path }) => path);
/** On a wide screen what can stick out is a matter of the layout, which pages of a kind share. */
const wide = new Set(onePerKind(pages).values());

let browser: Browser;
let site: Awaited<ReturnType<typeof serveDist>>;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serveDist(folder, base);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Opens pages one after the other and collects whatever goes wrong on them. */
async function visit(page: Page, wanted: readonly string[], look: (path: string) => Promise<string[]>): Promise<string[]> {
  const problems: string[] = [];
  let current = '';
  page.on('pageerror', (error) => problems.push(`${current} ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && current !== '/404.html') problems.push(`${current} ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(site.url) && !request.url().startsWith('data:'))
      problems.push(`${current} asked ${request.url()}`);
  });
  for (const path of wanted) {
    current = path;
    await page.goto(`${site.url}${path.slice(1)}`, { waitUntil: 'load' });
    problems.push(...(await look(path)));
  }
  return problems;
}

const TABS = 4;
const [NARROW, WIDE] = [320, 1280];

describe('in a real browser, below a base path', () => {
  it('every page opens without an error and without sideways scroll', async () => {
    // Several tabs: a page that loads mostly waits.
    const problems = await Promise.all(
      Array.from({ length: TABS }, async (_, tab) => {
        // Copies for offline reading would fetch each page a second time; they have a test of their own.
        const page = await browser.newPage({ viewport: { width: 320, height: 740 }, serviceWorkers: 'block' });
        const own = paths.filter((_path, index) => index % TABS === tab);
        const found = await visit(page, own, async (path) => {
          const tooWide: string[] = [];
          for (const width of wide.has(path) ? [WIDE, NARROW] : [NARROW]) {
            await page.setViewportSize({ width, height: 740 });
            const content = await page.evaluate(() => document.documentElement.scrollWidth);
            if (content > width) tooWide.push(`${path} is ${String(content)} px wide at ${String(width)}`);
          }
          return tooWide;
        });
        await page.close();
        return found;
      }),
    );
    expect(problems.flat()).toEqual([]);
  });

  it('every picture arrives', async () => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
    const problems = await visit(
      page,
      ['/', '/news/', '/branches/', '/cooperatives/', ...paths.filter((path) => /^\/(branches|cooperatives)\/./.test(path))],
      async (path) => {
        const broken = await page.evaluate(async () => {
          const images = [...document.images];
          for (const image of images) image.loading = 'eager';
          await Promise.all(images.map((image) => image.decode().catch(() => undefined)));
          return images.filter((image) => image.naturalWidth === 0).map((image) => image.src);
        });
        return broken.map((source) => `${path} lacks ${source}`);
      },
    );
    await page.close();
    expect(problems).toEqual([]);
  });

  it('finds a co-op by its name, and the result opens', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}search/?q=${encodeURIComponent('龙潭生态渔业')}`);
    const link = page.locator('#search-results a').first();
    await link.waitFor();
    expect(await page.locator('#search-status').textContent()).toMatch(/找到 \d+ 条/);
    const titles = await page.locator('#search-results a').allTextContents();
    expect(titles).toContain('龙潭生态渔业家庭农场');
    await link.click();
    await page.waitForLoadState();
    expect(page.url()).not.toContain('/search/');
    expect(await page.locator('h1').count()).toBe(1);
    await page.close();
  });

  it('answers an unknown address with the designed page and status 404', async () => {
    const page = await browser.newPage();
    const response = await page.goto(`${site.url}news/2001/0101-nothing/`);
    expect(response?.status()).toBe(404);
    expect(await page.locator('h1').textContent()).toBe('没有找到这个页面');
    await page.close();
  });
});
