import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { copyProject } from '../support/project-copy.ts';

const PORT = 4791;
const copy = copyProject();
const at = (path: string): string => join(copy.folder, path);
const about = 'content/pages/about/index.mdx';
const good = readFileSync(at(about), 'utf8');
const APPROVED = `disclosure:
  scope: 向社会
  proposed: { on: 2026-11-20, by: 镇党建办主任 }
  reviewed: { on: 2026-11-20, by: 镇党建办主任 }
  approved: { on: 2026-11-20, by: 镇党委组织委员 }`;

function write(slug: string, title: string, more: string): void {
  const folder = at(`content/news/2026/1120-${slug}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'index.mdx'),
    `---\ntitle: ${title}\ncolumn: governance\ndate: 2026-11-20\nsource: 镇党建办\nreviewer: 镇党建办主任\nsummary: 石桥村把修渠的账贴在公开栏，谁出工、出了几天、领了多少，一笔一笔写明白。\n${more}\n---\n\n修渠的账贴出来了。\n`,
  );
}

let server: ChildProcess;
let output = '';
let browser: Browser;
let page: Page;
const url = (path: string): string => `http://localhost:${PORT}${path}`;
/** Until the page, loaded anew each time, says what is expected. */
const eventually = (text: () => Promise<string | null>): ReturnType<typeof expect.poll> =>
  expect.poll(text, { timeout: 40_000, interval: 500 });
const panel = (): Promise<string | null> => page.evaluate(() => document.getElementById('mingbang-gate')?.textContent ?? '');

beforeAll(async () => {
  write('cao-gao', '石桥村修渠的账贴出来了', `draft: true\n${APPROVED}`);
  write('ding-shi', '修渠第二期的工什么时候派', `publishOn: 2026-12-01 08:00\n${APPROVED}`);
  write('dang-nei', '修渠的党内通报在会上念', `draft: true\n${APPROVED.replace('向社会', '党内')}`);
  write('wei-pi', '修渠的账还没有批准公开', 'draft: true\ndisclosure:\n  scope: 向社会');
  writeFileSync(at(about), 'title：坏了');
  server = spawn(process.execPath, ['scripts/dev.ts'], {
    cwd: copy.folder,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], SITE_DATE: '2026-11-25', PORT: String(PORT), NO_COLOR: '1' },
  });
  server.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  server.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  browser = await launchBrowser();
  page = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  const ended = new Promise((done) => server.once('exit', done));
  server.kill();
  await ended;
  copy.remove();
});

describe('npm run dev', () => {
  it('starts over a bad file, names it, and prints a code for the phone', async () => {
    await expect.poll(() => output, { timeout: 100_000, interval: 500 }).toContain('按 Ctrl+C 停止');
    await expect.poll(() => output, { timeout: 20_000 }).toMatch(/content\/pages\/about\/index\.mdx:1:1 错误 \[Y01\]/);
    expect(output).toContain(`http://localhost:${PORT}/`);
    // The address of the network and its code are there only where there is a network.
    if (output.includes('手机打开')) expect(output).toContain('▄▄▄▄▄▄▄');
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

  it('hands out no file of the content but the pictures of its pages', async () => {
    const status = async (path: string): Promise<number> => (await fetch(url(path))).status;
    expect(await status('/content/news/2026/1120-dang-nei/index.mdx')).toBe(404);
    expect(await status(`/@fs${copy.folder}/content/site.yaml`)).toBe(404);
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
    writeFileSync(at(about), good);
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
