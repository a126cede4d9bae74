import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { staleness } from '../pictures/lock.ts';
import { openWindow, pageShot } from '../pictures/page-shot.ts';
import { previewPictures } from '../pictures/preview-pictures.ts';
import { launchBrowser } from '../support/browser.ts';
import { BROKEN, startPreview } from '../support/preview-project.ts';
import { projectRoot } from '../support/run-script.ts';

const PORT = 4791;
const good = readFileSync(join(projectRoot, BROKEN), 'utf8');
const preview = startPreview(PORT);
const { folder, server, output } = preview;
const at = (path: string): string => join(folder, path);

let browser: Browser;
let page: Page;
const url = (path: string): string => `http://localhost:${PORT}${path}`;
/** Until the page, loaded anew each time, says what is expected. */
const eventually = (text: () => Promise<string | null>): ReturnType<typeof expect.poll> => expect.poll(text, { interval: 500 });
const panel = (): Promise<string | null> => page.evaluate(() => document.getElementById('mingbang-gate')?.textContent ?? '');

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  await preview.stop();
});

describe('npm run dev', () => {
  it('starts over a bad file, names it, and prints a code for the phone', async () => {
    await expect.poll(output, { interval: 500 }).toContain('按 Ctrl+C 停止');
    await expect.poll(output).toMatch(/content\/pages\/about\/index\.mdx:1:1 错误 \[Y01\]/);
    expect(output()).toContain(`http://localhost:${PORT}/`);
    // The address of the network and its code are there only where there is a network.
    if (output().includes('手机打开')) expect(output()).toContain('▄▄▄▄▄▄▄');
  });

  it('shows what the gate found on the page', async () => {
    await page.goto(url('/'));
    await eventually(panel).toContain('content/pages/about/index.mdx:1:1');
  });

  it('marks drafts and scheduled entries, and shows nobody what is not for everybody', async () => {
    await page.goto(url('/news/'));
    const list = (await page.textContent('main')) ?? '';
    expect(list).toContain('〔草稿〕石桥村修渠的账贴出来了');
    expect(list).toContain('〔2026-12-01 08:00 发布〕修渠第二期的工什么时候派');
    expect(list).not.toContain('修渠的党内通报');
    expect(list).not.toContain('还没有批准');
    await page.goto(url('/news/2026/1120-cao-gao/'));
    expect(await page.textContent('h1')).toContain('〔草稿〕');
    for (const hidden of ['1120-dang-nei', '1120-wei-pi'])
      expect((await page.goto(url(`/news/2026/${hidden}/`)))?.status()).toBe(404);
  });

  it.each(previewPictures)('$file of the handbook shows what it shows today', async (picture) => {
    const own = await openWindow(browser);
    const { seen } = await pageShot(own, url(''), picture);
    await own.context().close();
    expect(staleness(picture.file, seen)).toBeUndefined();
  });

  it('hands out no file of the content but the pictures of its pages', async () => {
    const status = async (path: string): Promise<number> => (await fetch(url(path))).status;
    expect(await status('/content/news/2026/1120-dang-nei/index.mdx')).toBe(404);
    expect(await status(`/@fs${folder}/content/site.yaml`)).toBe(404);
    expect(await status('/.astro/data-store.json')).toBe(404);
    await page.goto(url('/branches/baishi/'));
    const shown = await page.evaluate(() =>
      [...document.images].map(({ complete, naturalWidth }) => complete && naturalWidth > 0),
    );
    expect(shown[0]).toBe(true);
  });

  it('recovers on the open page when the file is mended, and again when another breaks', async () => {
    await page.goto(url('/'));
    await eventually(panel).toContain('about');
    writeFileSync(at(BROKEN), good);
    await eventually(panel).toBe('');
    await eventually(async () => (await page.goto(url('/about/'))) && page.textContent('h1')).toContain('关于本站');
    const site = readFileSync(at('content/site.yaml'), 'utf8');
    writeFileSync(at('content/site.yaml'), site.replace('name: 青禾镇党建与发展公开网', 'name：青禾镇党建与发展公开网'));
    await eventually(panel).toContain('content/site.yaml:');
    expect((await page.goto(url('/')))?.status()).toBe(200);
    writeFileSync(at('content/site.yaml'), site.replace('shortName: 青禾公开', 'shortName: 青禾新公开'));
    await eventually(panel).toBe('');
    await eventually(async () => (await page.goto(url('/'))) && page.textContent('body')).toContain('青禾新公开');
    expect(server.exitCode).toBeNull();
  });

  it('forgets an entry whose folder is gone', async () => {
    rmSync(at('content/news/2026/1120-cao-gao'), { recursive: true });
    await eventually(async () => (await page.goto(url('/news/'))) && page.textContent('main')).not.toContain('〔草稿〕');
  });
});
