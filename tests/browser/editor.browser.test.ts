import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editorConfig } from '../../scripts/cms-content.ts';
import { checkContent } from '../../src/checks/report.ts';
import { writeEditor } from '../../src/editor/bundle.ts';
import { serveFolder, type StaticServer } from '../../src/lib/static-server.ts';
import { splitFrontmatter } from '../../src/loader/frontmatter.ts';
import { launchBrowser } from '../support/browser.ts';
import { projectRoot } from '../support/run-script.ts';

const scratch = mkdtempSync(join(tmpdir(), 'mingbang-editor-'));
const content = globSync('content/**/*.{mdx,yaml,csv}', { cwd: projectRoot }).map((path): [string, string] => [
  path.replaceAll('\\', '/'),
  // The browser's file system gives texts without their byte order mark.
  readFileSync(join(projectRoot, path), 'utf8').replace(/^\uFEFF/, ''),
]);
const MUSHROOMS = 'content/news/2026/1119-xiang-gu-chu-gu/index.mdx';
const textOf = (path: string): string => content.find(([name]) => name === path)?.[1] ?? '';
const bodyOf = (text: string): string => {
  const front = splitFrontmatter(text);
  return 'body' in front ? front.body : '';
};

const BODY = '修渠的账贴出来了。\n\n## 谁出的工\n\n- 石桥组：**四十个工**。\n';

let server: StaticServer;
let browser: Browser;
let page: Page;
const outside: string[] = [];

/** The clerk's folder is the browser's own file system here: a picker cannot be operated by a test. */
async function fill(files: [string, string][]): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await root.getDirectoryHandle('.git', { create: true });
  for (const [path, text] of files) {
    const names = path.split('/');
    let folder = root;
    for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
    const writable = await (await folder.getFileHandle(names.at(-1) ?? '', { create: true })).createWritable();
    await writable.write(text);
    await writable.close();
  }
}

/** Everything that stands in the clerk's folder now. */
const saved = (): Promise<[string, string][]> =>
  page.evaluate(async () => {
    const found: [string, string][] = [];
    const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      const entries = (folder as unknown as { values: () => AsyncIterable<FileSystemHandle> }).values();
      for await (const handle of entries) {
        const name = `${path}${handle.name}`;
        if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${name}/`);
        else if (/\.(mdx|yaml|csv)$/.test(name))
          found.push([name, await (await (handle as FileSystemFileHandle).getFile()).text()]);
      }
    };
    await walk(await navigator.storage.getDirectory(), '');
    return found;
  });
const savedText = async (path: string): Promise<string> => (await saved()).find(([name]) => name === path)?.[1] ?? '';
const box = (name: string) => page.getByRole('textbox', { name }).first();
/** Scrolls on until a field is there: the form builds itself as it comes into view. */
async function reveal(field: Locator): Promise<void> {
  await page.mouse.move(600, 600);
  for (let step = 0; step < 40 && (await field.count()) === 0; step += 1) {
    await page.mouse.wheel(0, 900);
    await page.waitForTimeout(200);
  }
}
const save = () => page.getByRole('button', { name: '保存' }).first().click();

/** The errors of the gate in what was saved, beside the pictures of the sample. */
async function errors(files: [string, string][], path: string): Promise<string[]> {
  const root = mkdtempSync(join(scratch, 'gate-'));
  for (const [name, text] of files) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const { findings } = await checkContent({ root, today: '2026-11-25', paths: [dirname(path)] });
  // The pictures were not copied into the browser.
  return findings.filter(({ severity, rule }) => severity === 'error' && rule !== 'F05').map(({ rule, why }) => `${rule} ${why}`);
}

beforeAll(async () => {
  await writeEditor(projectRoot, join(scratch, 'site'), editorConfig({ name: 'gitea', repo: 'local/site' }), []);
  server = await serveFolder({ folder: join(scratch, 'site'), host: '127.0.0.1' });
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: 'zh-CN' });
  page = await context.newPage();
  page.on('request', (request) => {
    if (!/^(http:\/\/localhost:|blob:|data:)/.test(request.url())) outside.push(request.url());
  });
  await page.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
    Object.assign(FileSystemHandle.prototype, { requestPermission: () => Promise.resolve('granted') });
  });
  const address = `http://localhost:${server.port}/`;
  await page.goto(`${address}config.json`);
  await page.evaluate(fill, content);
  await page.goto(address);
  await page.getByRole('button', { name: '本地' }).first().click();
  await page.getByText('白石村头潮秋菇').first().waitFor({ timeout: 60_000 });
});

afterAll(async () => {
  await browser.close();
  await server.close();
  rmSync(scratch, { recursive: true });
});

describe('the form editor', () => {
  it('speaks Chinese and lists the collections', async () => {
    const text = await page.innerText('body');
    for (const name of ['动态', '党支部', '产业', '年度报告', '常设页', '网站设置', '新建']) expect(text).toContain(name);
  });

  it('changes a field, and not one character of the body', async () => {
    await page.getByText('白石村头潮秋菇').first().click();
    await box('标题').fill('白石村头潮秋菇出棚，每箱比去年便宜9元');
    await save();
    await expect.poll(() => savedText(MUSHROOMS), { timeout: 20_000 }).toContain('title: 白石村头潮秋菇出棚，每箱比去年便宜9元');
    const after = await saved();
    const text = after.find(([name]) => name === MUSHROOMS)?.[1] ?? '';
    expect(text).toBe(textOf(MUSHROOMS).replace(/^title: .*$/m, 'title: 白石村头潮秋菇出棚，每箱比去年便宜9元'));
    expect(await errors(after, MUSHROOMS)).toEqual([]);
    // Nothing else was touched.
    expect(after.filter(([name, now]) => now !== textOf(name)).map(([name]) => name)).toEqual([MUSHROOMS]);
  });

  it('says what is missing, offers columns by name, and makes an entry that the gate passes', async () => {
    await page.goto(`http://localhost:${server.port}/#/collections/news/new`);
    await box('标题').fill('修渠');
    await save();
    await page.getByText('至少输入 6 个字符').first().waitFor();
    await box('标题').fill('石桥村把修渠的账贴出来了');
    await box('发布时间').fill('2026-11-20 09:30');
    await box('来源').fill('石桥村党支部');
    await box('审核').fill('镇党建办主任');
    await box('摘要').fill('石桥村把修渠的账贴在公开栏，谁出工、出了几天、领了多少，一笔一笔写明白。');
    await page.getByRole('combobox', { name: '栏目' }).first().click();
    await page.getByRole('option', { name: '基层治理' }).first().click();
    await reveal(page.getByRole('radio', { name: '向社会' }));
    await page.getByRole('radio', { name: '向社会' }).first().click();
    await reveal(box('正文'));
    await box('正文').fill(BODY);
    await page.getByRole('radio', { name: 'Slug' }).click();
    await page.getByRole('button', { name: '编辑别名' }).click();
    await page.locator('input[id$="-value"]').last().fill('xiu-qu-de-zhang');
    await page.keyboard.press('Enter');
    await save();
    const path = 'content/news/2026/1120-xiu-qu-de-zhang/index.mdx';
    await expect.poll(() => savedText(path), { timeout: 20_000 }).toContain('column: governance');
    const after = await saved();
    const text = after.find(([name]) => name === path)?.[1] ?? '';
    expect(bodyOf(text).trim()).toBe(BODY.trim());
    expect(await errors(after, path)).toEqual([]);
  });

  it('asks nobody outside', () => {
    expect(outside).toEqual([]);
  });
});
