import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkContent } from '../../src/checks/report.ts';
import { atRest, editorPictures } from '../pictures/editor-pictures.ts';
import { staleness } from '../pictures/lock.ts';
import { openWindow, pageShot } from '../pictures/page-shot.ts';
import { launchBrowser } from '../support/browser.ts';
import { startEditor } from '../support/editor-project.ts';
import { projectRoot } from '../support/run-script.ts';

const editor = await startEditor();
const { root, scratch, said } = editor;
const NEWS = 'content/news/2026/1119-xiang-gu-chu-gu/index.mdx';
const WITHOUT_PICTURE = 'content/news/2026/0202-wu-hao-2025';
const FIGURES = 'content/reports/2025/figures.yaml';
const COMMITMENTS = 'content/reports/2025/commitments.yaml';
const BODY = '修渠的账贴出来了。\n\n## 谁出的工\n\n- 石桥组：**四十个工**。\n';

const textOf = (path: string, folder = root): string => readFileSync(join(folder, path), 'utf8');
const before = (path: string): string => textOf(path, projectRoot);

let browser: Browser;
let page: Page;
const outside: string[] = [];

const open = (path: string) => page.goto(`${editor.url}#/collections/${path}`);
/** The editor puts marks of direction around names. */
const group = (name: string): Locator => page.getByRole('group', { name: new RegExp(`「\\P{L}?${name}\\P{L}?」字段`, 'u') });
const box = (name: string): Locator => page.getByRole('textbox', { name }).first();
const panel = (): Locator => page.locator('#mingbang-findings');
const save = () => page.getByRole('button', { name: '保存' }).first().click();
/** Opens one item of a list; the editor remembers what was open in the list before. */
async function openItem(index: number): Promise<void> {
  const fold = page.getByRole('button', { name: '全部折叠' }).first();
  if (await fold.isEnabled()) await fold.click();
  await page.getByRole('button', { name: '展开', exact: true }).nth(index).click();
}
/** The editor goes back to its list by itself when it has saved, from whatever has been opened meanwhile. */
async function saveAndClose(): Promise<void> {
  await save();
  await page.waitForURL(({ hash }) => !/\/(entries|new)\b/.test(hash));
}
/** Scrolls on until a field is there: the form builds itself as it comes into view. */
async function reveal(field: Locator): Promise<void> {
  await atRest(page);
  await page.mouse.move(600, 600);
  for (let step = 0; step < 40 && (await field.count()) === 0; step += 1) {
    await page.mouse.wheel(0, 900);
    await atRest(page);
  }
  await field.first().scrollIntoViewIfNeeded();
  await atRest(page);
}
/** The lines of a text that are not in another one. */
const extra = (text: string, other: string): string[] => {
  const known = new Set(other.split('\n'));
  return text.split('\n').filter((line) => !known.has(line));
};
const errors = async (): Promise<string[]> =>
  (await checkContent({ root, today: '2026-11-25' })).findings
    .filter(({ severity }) => severity === 'error')
    .map(({ file, rule, why }) => `${file} ${rule} ${why}`);

beforeAll(async () => {
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, locale: 'zh-CN' });
  page = await context.newPage();
  page.on('request', (request) => {
    if (!/^(http:\/\/(localhost|127\.0\.0\.1):|blob:|data:)/.test(request.url())) outside.push(request.url());
  });
  await page.goto(editor.url);
  await page.getByText('白石村头潮秋菇').first().waitFor();
});

afterAll(async () => {
  await browser.close();
  await editor.stop();
});

it.each(editorPictures)('$file of the handbook shows what the editor shows today', async (picture) => {
  const own = await openWindow(browser);
  const { seen } = await pageShot(own, editor.url.replace(/\/$/, ''), picture);
  await own.context().close();
  expect(staleness(picture.file, seen)).toBeUndefined();
});

describe('the form editor', () => {
  it('is ready at once, in Chinese, with the newest first', async () => {
    await atRest(page);
    const text = await page.innerText('body');
    for (const name of ['动态', '党支部', '产业', '年度报告', '报告里的数字', '承诺账本', '“五好”标准', '网站设置'])
      expect(text).toContain(name);
    expect(text.indexOf('白石村头潮秋菇')).toBeLessThan(text.indexOf('六名党员的支部怎么过组织生活'));
    await open('branches');
    await page.getByText('meetings.csv').first().waitFor();
    await open('settings');
    for (const name of ['人员表', '用词表', '例外表']) await page.getByText(name).first().waitFor();
  });

  it('changes a field, and not one other character', async () => {
    await open('news');
    await page.getByText('白石村头潮秋菇').first().click();
    await box('标题').fill('白石村头潮秋菇出棚，每箱比去年便宜9元');
    await saveAndClose();
    await panel().getByText('已保存').waitFor();
    expect(textOf(NEWS)).toBe(before(NEWS).replace(/^title: .*$/m, 'title: 白石村头潮秋菇出棚，每箱比去年便宜9元'));
    expect(said.join('\n')).toContain(`保存了 ${NEWS}`);
  });

  it('changes a figure beside a report', async () => {
    await open('figures/entries/2025/figures');
    await page.getByRole('button', { name: '全部折叠' }).first().waitFor();
    await openItem(0);
    await reveal(group('核对指标').first());
    expect(await group('核对指标').first().innerText()).toContain('党支部（个）');
    await group('负责岗位').first().getByRole('combobox').click();
    await page.getByRole('option', { name: '镇纪委书记' }).click();
    await box('口径').fill('镇党委下设的党支部和联合党支部，不含镇党委');
    await saveAndClose();
    const after = before(FIGURES)
      .replace('，不含镇党委本身', '，不含镇党委')
      .replace(/owner: .*/, 'owner: 镇纪委书记');
    await expect.poll(() => textOf(FIGURES)).toBe(after);
  });

  it('carries the history of a commitment on, with evidence chosen by its title', async () => {
    await open('commitments/entries/2025/commitments');
    await page.getByText('6 承诺账本').first().waitFor();
    await openItem(1);
    const history = group('经过').first();
    await reveal(history);
    await history.getByRole('button', { name: /添加/ }).last().click();
    await history.getByRole('textbox', { name: '日期' }).last().fill('2026-11-24');
    await group('状态').last().getByRole('combobox').click();
    await page.getByRole('option', { name: '进行中' }).click();
    await history.getByRole('textbox', { name: '经过' }).last().fill('三季度没有联系上的2人已经补打电话');
    await group('登记岗位').last().getByRole('textbox').fill('镇党建办主任');
    await group('佐证').last().getByRole('button', { name: /添加/ }).click();
    await page.getByRole('menuitem', { name: '报道' }).click();
    await group('报道').last().getByRole('combobox').first().click();
    await page.getByRole('option', { name: /考核组每处都问五句话/ }).click();
    await saveAndClose();
    await expect.poll(() => textOf(COMMITMENTS)).toContain('补打电话');
    expect(extra(before(COMMITMENTS), textOf(COMMITMENTS))).toEqual([]);
    expect(extra(textOf(COMMITMENTS), before(COMMITMENTS)).map((line) => line.trim())).toEqual(
      expect.arrayContaining(['- on: 2026-11-24', '- kind: 报道', 'news: 2026/1118-wu-hao-chu-ping']),
    );
  });

  it('names the promise that a report answers', async () => {
    await open('reports/entries/2025/index');
    await reveal(page.getByRole('group', { name: /上年承诺答复/u }));
    const answers = page.getByRole('group', { name: /上年承诺答复/u }).first();
    await answers.getByRole('button', { name: '展开', exact: true }).first().press('Enter');
    await answers.getByText('2023-02 龙潭村龙潭口、瓦窑通上自来水').first().waitFor();
  });

  it('takes a picture in without what the camera wrote', async () => {
    const photo = join(scratch, 'IMG 0012.JPG');
    const noise = { type: 'gaussian', mean: 120, sigma: 30 } as const;
    await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#7a9', noise } })
      .jpeg()
      .withExif({ IFD0: { Make: 'Telephone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 1/1 0/1' } })
      .toFile(photo);
    await open(`news/entries/${WITHOUT_PICTURE.replace('content/news/', '')}/index`);
    const wanted = page.getByRole('checkbox', { name: /添加.*题图/ });
    await reveal(wanted);
    await wanted.press('Space');
    await group('图片文件').first().getByRole('button', { name: '浏览' }).click();
    const dialog = page.getByRole('dialog', { name: '选择图片' });
    await dialog.locator('input[type=file]').first().setInputFiles(photo);
    await dialog.getByRole('option', { name: /img-0012/, selected: true }).waitFor();
    await dialog.getByRole('button', { name: '插入' }).click();
    await dialog.waitFor({ state: 'hidden' });
    // 正在处理文件: the picture is drawn anew; the form cannot be saved before.
    await group('图片文件').first().getByText('./img-0012.webp').waitFor();
    await box('替代文字').fill('村民在棚里采菇的样子');
    await saveAndClose();
    await expect.poll(() => readdirSync(join(root, WITHOUT_PICTURE)).sort()).toEqual(['img-0012.webp', 'index.mdx']);
    const { width, height, exif, xmp } = await sharp(join(root, WITHOUT_PICTURE, 'img-0012.webp')).metadata();
    expect({ longest: Math.max(width, height), exif, xmp }).toEqual({ longest: 1920, exif: undefined, xmp: undefined });
    await expect.poll(() => textOf(`${WITHOUT_PICTURE}/index.mdx`)).toContain('cover:\n  src: ./img-0012.webp\n  alt: 村民');
  });

  it('says what is missing, offers columns by name, and makes an entry that the gate passes', async () => {
    await open('news/new');
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
    await saveAndClose();
    const path = 'content/news/2026/1120-xiu-qu-de-zhang/index.mdx';
    await expect.poll(() => existsSync(join(root, path))).toBe(true);
    expect(textOf(path)).toContain('column: governance');
    expect(textOf(path).endsWith(`---\n\n${BODY}`)).toBe(true);
    expect(await errors()).toEqual([]);
  });

  it('shows what the gate finds, and does not write over what somebody else changed', async () => {
    await open(`news/entries/${NEWS.replace(/^content\/news\/|\.mdx$/g, '')}`);
    await box('来源').fill('电话13812345678');
    await saveAndClose();
    await panel().getByText('手机号').first().waitFor();
    expect(await panel().innerText()).toMatch(/错误，改完才能发布/);
    await open(`news/entries/${NEWS.replace(/^content\/news\/|\.mdx$/g, '')}`);
    await box('来源').fill('白石村党支部');
    writeFileSync(join(root, NEWS), before(NEWS));
    await save();
    await page.getByText('刚才在别处改过').first().waitFor();
    expect(textOf(NEWS)).toBe(before(NEWS));
  });

  it('asks nobody outside', () => {
    expect(outside).toEqual([]);
  });
});
