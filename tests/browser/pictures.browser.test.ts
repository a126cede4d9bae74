import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staleness } from '../pictures/lock.ts';
import { openWindow, pageShot } from '../pictures/page-shot.ts';
import { sitePictures } from '../pictures/site-pictures.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveDist } from '../support/serve-dist.ts';
import { sites } from '../support/sites.ts';

let server: Awaited<ReturnType<typeof serveDist>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await serveDist(sites.root.folder);
  browser = await launchBrowser();
  page = await openWindow(browser);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

describe('the pictures of the site', () => {
  it.each(sitePictures)('$file shows what is on the page today', async (picture) => {
    const { seen } = await pageShot(page, `http://localhost:${server.port}`, picture);
    expect(staleness(picture.file, seen)).toBeUndefined();
  });
});
