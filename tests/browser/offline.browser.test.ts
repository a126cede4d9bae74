import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeWorker } from '../../src/build/offline-worker.ts';
import { serveFolder, type StaticServer } from '../../src/lib/static-server.ts';
import { launchBrowser } from '../support/browser.ts';
import { projectRoot } from '../support/run-script.ts';
import { sites } from '../support/sites.ts';

const { base } = sites.sub;
const served = mkdtempSync(join(tmpdir(), 'mingbang-offline-'));

const ARTICLE = 'news/2026/1119-xiang-gu-chu-gu/';
const LIST = 'columns/revitalization/';
const ABOUT = 'about/';
const NOTICE = 'news/2026/1124-wu-hao-tui-jian-gong-shi/';
const DELETED = 'news/2026/1112-bai-sha-hui-fang/';

let browser: Browser;
let context: BrowserContext;
let page: Page;
let server: StaticServer | undefined;
let port = 0;

/** The network comes and goes as the server does: the worker's own requests fail, too. */
async function online(): Promise<void> {
  server = await serveFolder({ folder: served, base, port });
  ({ port } = server);
}
async function cutOff(): Promise<void> {
  await server?.close();
  server = undefined;
}

const address = (path: string): string => `http://127.0.0.1:${port}${base}${path}`;
const textOf = (): Promise<string> => page.locator('body').innerText();
/** Paths of the kept pages, without the base. */
const kept = (): Promise<string[]> =>
  page.evaluate(async (from) => {
    const name = (await caches.keys()).find((each) => each.startsWith('mingbang-pages '));
    const requests = name === undefined ? [] : await (await caches.open(name)).keys();
    return requests.map(({ url }) => new URL(url).pathname.slice(from.length));
  }, base);
const open = async (path: string): Promise<void> => {
  await page.goto(address(path));
};
/** Copies are made after a page was handed over. */
const untilKept = (path: string, there = true) => expect.poll(async () => (await kept()).includes(path)).toBe(there);

beforeAll(async () => {
  cpSync(sites.sub.folder, served, { recursive: true });
  browser = await launchBrowser();
  context = await browser.newContext();
  page = await context.newPage();
  await online();
});
afterAll(async () => {
  await browser.close();
  await cutOff();
  rmSync(served, { recursive: true, force: true });
});

// One reader's phone from the first visit to the day on which the site gives copies up.
describe('pages that were read', () => {
  it('are kept by the reader’s browser, the first one and those after it; a 公示 is not', async () => {
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('pageerror', (error) => errors.push(error.message));
    await open(ARTICLE);
    await untilKept(ARTICLE);
    for (const path of [LIST, ABOUT, DELETED, ARTICLE]) {
      await open(path);
      await untilKept(path);
    }
    await open(NOTICE);
    expect(readFileSync(join(served, NOTICE, 'index.html'), 'utf8')).toContain('data-ends=');
    await open(ABOUT);
    expect((await kept()).sort()).toEqual([ABOUT, LIST, DELETED, ARTICLE].sort());
    expect(errors).toEqual([]);
  });

  it('are shown without a network, with their pictures and the day on which they were kept', async () => {
    await cutOff();
    await open(ARTICLE);
    const today = new Date();
    expect(await textOf()).toContain(`您现在没有网络，看到的是${today.getMonth() + 1}月${today.getDate()}日存下的页面`);
    expect(await page.locator('h1').innerText()).toContain('头潮秋菇出棚');
    const picture = page.locator('main img').first();
    await picture.scrollIntoViewIfNeeded();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100);
    await open(NOTICE);
    expect(await textOf()).toContain('这个网页没有存下来');
    expect(await page.locator('a').count()).toBe(4);
  });

  it('are as the site has them once there is a network again', async () => {
    await online();
    const file = join(served, ABOUT, 'index.html');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/<h1>/, '<h1>新写的'));
    await open(ABOUT);
    expect(await page.locator('h1').innerText()).toContain('新写的');
    expect(await textOf()).not.toContain('您现在没有网络');
    await cutOff();
    await open(ABOUT);
    expect(await page.locator('h1').innerText()).toContain('新写的');
  });

  it('are gone from the phone after the next visit when they were taken down, and so are pages that lead to them', async () => {
    writeFileSync(join(served, 'offline.json'), JSON.stringify({ gone: [`${base}${ARTICLE}`] }));
    rmSync(join(served, DELETED), { recursive: true });
    await online();
    await open(ABOUT);
    for (const path of [ARTICLE, LIST, DELETED]) await untilKept(path, false);
    const pictures = await page.evaluate(async () => {
      const name = (await caches.keys()).find((each) => each.startsWith('mingbang-files '));
      const requests = name === undefined ? [] : await (await caches.open(name)).keys();
      return requests.map(({ url }) => url).filter((url) => url.endsWith('.webp'));
    });
    expect(pictures).toEqual([]);
    await cutOff();
    await open(ARTICLE);
    expect(await textOf()).toContain('这个网页没有存下来');
    expect(await textOf()).not.toContain('头潮秋菇');
    await open(ABOUT);
    expect(await textOf()).toContain('您现在没有网络');
  });

  it('are all taken back by a site that keeps no copies any more', async () => {
    await writeWorker(projectRoot, 'retired', served, ['chrome66', 'safari12']);
    await online();
    await open(ABOUT);
    await expect
      .poll(() => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('mingbang-'))))
      .toEqual([]);
    await expect
      .poll(async () => {
        await open(ABOUT);
        return page.evaluate(() => navigator.serviceWorker.controller === null);
      })
      .toBe(true);
    await cutOff();
    await expect(page.goto(address(ABOUT))).rejects.toThrow('ERR_CONNECTION_REFUSED');
  });
});
