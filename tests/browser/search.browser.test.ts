import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Converter } from 'opencc-js';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searchRecord, type SearchRecord } from '../../src/build/search-records.ts';
import { withGroups } from '../../src/search/text.ts';
import { launchBrowser } from '../support/browser.ts';
import { readPages } from '../support/pages.ts';
import { serveDist } from '../support/serve-dist.ts';
import { sites } from '../support/sites.ts';

const { base, folder } = sites.root;
/** The truth: what the pages themselves say. */
const records = readPages(folder).flatMap(({ html, path }) => searchRecord(html, path.slice(1), path) ?? []);
const textOf = ({ title, text }: SearchRecord): string => `${title}。\n${text}`.toLowerCase();
/** A number is looked for as a number: 3户 is not in 13户. */
const pattern = (term: string): RegExp =>
  new RegExp(`${/^\d/.test(term) ? '(?<![\\d.])' : ''}${term.replace(/[.]/g, '\\.')}`, 'i');
const pagesWith = (...terms: string[]): Set<string> =>
  new Set(records.filter((record) => terms.every((term) => pattern(term).test(textOf(record)))).map(({ url }) => url));

/** A shuffle that is the same in every run. */
function pick<T>(items: readonly T[], count: number): T[] {
  let seed = 20261125;
  const next = (): number => (seed = (seed * 1103515245 + 12345) % 2147483648);
  return [...new Set(items)]
    .map((item) => ({ item, order: next() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ item }) => item);
}

const runs = records.flatMap(({ text }) => text.match(/\p{Script=Han}{2,}/gu) ?? []);
const grams = (size: number): string[] =>
  runs
    .filter(({ length }) => length >= size)
    .map((run, index) => run.slice(index % (run.length - size + 1), (index % (run.length - size + 1)) + size));
const names = records.filter(({ url }) => /^\/(branches|cooperatives)\/[^/]+\/$/.test(url)).map(({ title }) => title);
const numbers = records.flatMap(({ text }) => text.match(/(?<![\d.])\d+(?:\.\d+)?(?:户|万元|人次|名|件|亩|斤)/g) ?? []);
const traditional = Converter({ from: 'cn', to: 't' });
const fullWidth = (text: string): string => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

interface Query {
  typed: string;
  /** What the pages must contain. */
  terms: string[];
}
const plain = (typed: string): Query => ({ typed, terms: [typed] });

const CLASSES: Record<string, Query[]> = {
  'single characters': pick(grams(1), 8).map(plain),
  'two characters': pick(grams(2), 20).map(plain),
  'three to five': pick([...grams(3), ...grams(4), ...grams(5)], 30).map(plain),
  'phrases of 6–12': pick([...grams(6), ...grams(8), ...grams(12)], 20).map(plain),
  names: pick(names, 14).map(plain),
  'prefixes while typing': pick(names, 14).map((name, index) => plain(name.slice(0, 2 + (index % Math.max(1, name.length - 3))))),
  'numbers with units': pick(numbers, 16).map(plain),
  'decimals with units': pick(
    numbers.filter((number) => number.includes('.')),
    8,
  ).map(plain),
  'parted thousands': pick(
    numbers.filter((number) => /^\d{4}/.test(number)),
    8,
  ).map((number) => ({ typed: withGroups(number), terms: [number] })),
  Latin: pick(
    records.flatMap(({ text }) => text.match(/(?<![A-Za-z])[A-Za-z]{2,}(?![A-Za-z])/g) ?? []),
    6,
  ).map(plain),
  'two terms': pick(records, 14).flatMap(({ text }) => {
    const [a, b] = pick(text.match(/\p{Script=Han}{2}/gu) ?? [], 2);
    return a === undefined || b === undefined ? [] : [{ typed: `${a} ${b}`, terms: [a, b] }];
  }),
  traditional: pick(names, 12).map((name) => ({ typed: traditional(name), terms: [name] })),
  'full width': pick(numbers, 8).map((number) => ({ typed: fullWidth(number), terms: [number] })),
  punctuation: pick(names, 8).map((name) => ({ typed: `《${name}》，`, terms: [name] })),
};

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

async function searching<T>(act: (page: Page) => Promise<T>, prepare?: string, options: BrowserContextOptions = {}): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  try {
    const page = await context.newPage();
    if (prepare !== undefined) await page.addInitScript(prepare);
    await page.goto(`${site.url}search/`);
    return await act(page);
  } finally {
    await context.close();
  }
}

/** Types a query, presses Enter, and takes every result. */
async function ask(page: Page, query: string): Promise<{ said: string; urls: string[]; titles: string[] }> {
  await page.evaluate(() => {
    const status = document.querySelector('#search-status');
    if (status !== null) status.textContent = '正在查找…';
  });
  await page.fill('#q', query);
  await page.press('#q', 'Enter');
  await page.waitForFunction(() => {
    const said = document.querySelector('#search-status')?.textContent ?? '';
    const shown = document.querySelectorAll('#search-results > li').length;
    return said.startsWith('没有找到') || (said.startsWith('找到') && shown > 0);
  });
  const said = (await page.textContent('#search-status')) ?? '';
  const total = Number(/找到 (\d+) 条/.exec(said)?.[1] ?? 0);
  await page.waitForFunction(
    (all) => {
      const isAll = document.querySelectorAll('#search-results > li').length >= all;
      if (!isAll) document.querySelector<HTMLButtonElement>('#search-more:not([hidden])')?.click();
      return isAll;
    },
    total,
    { polling: 50 },
  );
  const found = await page.$$eval('#search-results > li > a', (links) =>
    links.map((link) => [new URL((link as HTMLAnchorElement).href).pathname, link.textContent] as const),
  );
  return { said, urls: found.map(([url]) => url), titles: found.map(([, title]) => title) };
}

/** Recall and precision of a class of queries, and whether pages with the words in their title come first. */
async function measure(page: Page, queries: readonly Query[]) {
  let [wanted, got, right, titled, first] = [0, 0, 0, 0, 0];
  const misses: string[] = [];
  for (const { typed, terms } of queries) {
    const truth = pagesWith(...terms);
    const { urls, titles } = await ask(page, typed);
    const hits = urls.filter((url) => truth.has(url)).length;
    wanted += truth.size;
    got += urls.length;
    right += hits;
    if (hits < truth.size || hits < urls.length)
      misses.push(`${typed}: ${String(hits)} of ${String(truth.size)}, ${String(urls.length)} shown`);
    const inTitle = (title: string): boolean => terms.every((term) => title.includes(term));
    if (records.some(({ title }) => inTitle(title))) {
      titled += 1;
      if (inTitle(titles[0] ?? '')) first += 1;
      else misses.push(`${typed}: ${titles[0] ?? 'nothing'} comes first`);
    }
  }
  return {
    queries: queries.length,
    recall: right / Math.max(1, wanted),
    precision: right / Math.max(1, got),
    titled,
    first,
    misses,
  };
}

describe('search finds what the pages say', () => {
  const table: Record<string, object> = {};
  let [titled, first] = [0, 0];
  const behind: string[] = [];
  afterAll(() => {
    console.table(table);
  });

  it.each(Object.entries(CLASSES))('%s', async (name, queries) => {
    const { misses, ...result } = await searching((page) => measure(page, queries));
    table[name] = { ...result, recall: result.recall.toFixed(3), precision: result.precision.toFixed(3) };
    titled += result.titled;
    first += result.first;
    behind.push(...misses);
    expect(queries.length).toBeGreaterThan(0);
    expect(result.recall, misses.join('; ')).toBeGreaterThanOrEqual(0.99);
    expect(result.precision, misses.join('; ')).toBeGreaterThanOrEqual(0.95);
  });

  it('and puts pages that have it in their title first', () => {
    expect(titled).toBeGreaterThan(40);
    expect(first / titled, behind.join('; ')).toBeGreaterThanOrEqual(0.98);
  });

  it('and says so when a string is nowhere', async () => {
    const absent = pick(grams(2), 40)
      .map((gram, index, all) => gram + (all[(index + 7) % all.length] ?? ''))
      .filter((text) => pagesWith(text).size === 0)
      .slice(0, 12);
    expect(absent.length).toBe(12);
    await searching(async (page) => {
      for (const text of absent) expect((await ask(page, text)).urls, text).toEqual([]);
    });
  });

  it('without Intl.Segmenter too', async () => {
    const result = await searching(
      (page) => measure(page, [...(CLASSES['names'] ?? []), ...(CLASSES['phrases of 6–12'] ?? []).slice(0, 8)]),
      'delete Intl.Segmenter',
    );
    expect(result.recall, result.misses.join('; ')).toBeGreaterThanOrEqual(0.99);
    expect(result.precision).toBeGreaterThanOrEqual(0.95);
  });
});

describe('the search page', () => {
  it('asks for 140 KB at most the first time, and for 60 KB the next', async () => {
    const queries = [...pick(grams(2), 2), ...pick(grams(3), 2), ...pick(grams(4), 3)];
    const [first, next]: [number[], number[]] = [[], []];
    for (const [index, query] of queries.entries())
      await searching(async (page) => {
        let bytes = 0;
        const pending: Promise<void>[] = [];
        page.on('response', (response) => {
          const { pathname } = new URL(response.url());
          if (!/\/(pagefind|search)\//.test(pathname)) return;
          const packed = /\.(js|json|html)$/.test(pathname);
          pending.push(response.body().then((body) => void (bytes += packed ? gzipSync(body).length : body.length)));
        });
        const cost = async (typed: string): Promise<number> => {
          const before = bytes;
          await page.fill('#q', typed);
          await page.press('#q', 'Enter');
          await page.waitForSelector(`#search-results > li mark:text-is("${typed}")`);
          await page.waitForLoadState('networkidle');
          await Promise.all(pending);
          return bytes - before;
        };
        first.push(await cost(query));
        next.push(await cost(queries[(index + 3) % queries.length] ?? ''));
      });
    const kilobytes = (all: number[]): string => all.map((bytes) => (bytes / 1000).toFixed(0)).join(' ');
    console.log(`first search, KB: ${kilobytes(first)}; the next: ${kilobytes(next)}`);
    expect(Math.min(...first)).toBeGreaterThan(10_000);
    expect(Math.max(...first)).toBeLessThanOrEqual(140 * 1024);
    expect(Math.max(...next)).toBeLessThanOrEqual(60 * 1024);
  });

  it('fetches ten results where the reader goes on to them, and more when asked', async () => {
    await searching(async (page) => {
      const count = (): Promise<number> => page.locator('#search-results > li').count();
      await page.fill('#q', '党员');
      await page.press('#q', 'Enter');
      await expect.poll(count).toBe(5);
      await page.waitForLoadState('networkidle');
      expect(await count()).toBe(5);
      await page.locator('#search-results > li').last().locator('a').focus();
      await page.locator('#search-more').scrollIntoViewIfNeeded();
      await expect.poll(count).toBe(10);
      expect(
        await page.evaluate(() =>
          [...document.querySelectorAll('#search-results a')].findIndex((link) => link === document.activeElement),
        ),
      ).toBe(4);
      await page.click('#search-more');
      await expect.poll(count).toBe(20);
      expect(
        await page.evaluate(() =>
          [...document.querySelectorAll('#search-results a')].findIndex((link) => link === document.activeElement),
        ),
      ).toBe(10);
    });
  });

  it('loads nothing before it is used, and keeps query and choices in its address', async () => {
    await searching(async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      await page.waitForTimeout(300);
      expect(asked.filter((url) => /pagefind|\.json/.test(url))).toEqual([]);
      await page.selectOption('select[name=village]', '龙潭村');
      await page.selectOption('select[name=order]', 'date');
      const { urls } = await ask(page, '龙潭');
      const inVillage = records.filter(({ villages }) => villages?.includes('龙潭村')).map(({ url }) => url);
      expect(urls.length).toBeGreaterThan(2);
      expect(urls.filter((url) => !inVillage.includes(url))).toEqual([]);
      const days = urls.map((url) => records.find((record) => record.url === url)?.date ?? '0000');
      expect(days).toEqual([...days].sort().reverse());
      const address = page.url();
      await page.goto(address);
      await page.waitForSelector('#search-results > li');
      expect(await page.inputValue('#q')).toBe('龙潭');
      expect(await page.inputValue('select[name=village]')).toBe('龙潭村');
    });
  });

  it('keeps still while pinyin is being composed, and lets the last question win', async () => {
    await searching(async (page) => {
      await page.focus('#q');
      await page.dispatchEvent('#q', 'compositionstart');
      await page.fill('#q', "chun'cha");
      await page.waitForTimeout(500);
      expect(await page.textContent('#search-status')).toBe('');
      await page.fill('#q', '春茶');
      await page.dispatchEvent('#q', 'compositionend');
      await page.waitForSelector('#search-results > li');
      expect(page.url()).toContain(encodeURIComponent('春茶'));
      await page.fill('#q', '水');
      await page.press('#q', 'Enter');
      await page.fill('#q', '龙潭生态渔业家庭农场');
      await page.press('#q', 'Enter');
      await page.waitForTimeout(1500);
      expect(await page.textContent('#search-results > li > a')).toBe('龙潭生态渔业家庭农场');
    });
  });

  it('finds names by pinyin and by initials, and marks whole hits', async () => {
    await searching(async (page) => {
      for (const letters of ['longtan', 'ltc']) {
        await ask(page, letters);
        expect(await page.textContent('#search-hints')).toContain('龙潭村党支部');
        expect(await page.getAttribute('#search-hints a', 'href')).toBe(`${base}villages/longtan/`);
      }
      for (const [typed, name] of [
        ['tianyuan', '青禾田园'],
        ['zuzhi', '基层组织建设'],
        ['龙潭村', '龙潭村'],
        ['基层组织学', '基层组织建设'],
      ] as const) {
        await ask(page, typed);
        expect(await page.textContent('#search-hints')).toContain(name);
      }
      await ask(page, '春茶');
      expect(new Set(await page.$$eval('#search-results mark', (marks) => marks.map(({ textContent }) => textContent)))).toEqual(
        new Set(['春茶']),
      );
    });
  });

  it.each([
    ['without WebAssembly', 'delete WebAssembly'],
    [
      'where it is refused',
      'WebAssembly.instantiate = WebAssembly.instantiateStreaming = WebAssembly.compile = () => Promise.reject(new Error("no"))',
    ],
  ])('answers from titles and summaries %s, and says so', async (_name, prepare) => {
    await searching(async (page) => {
      const { said, titles } = await ask(page, '春茶');
      expect(said).toContain('只查了标题和摘要');
      expect(titles[0]).toContain('春茶');
      expect((await ask(page, names[0] ?? '')).titles[0]).toBe(names[0]);
    }, prepare);
  });

  it('is an index by column, village and year without JavaScript', async () => {
    await searching(
      async (page) => {
        expect(await page.locator('#search-before a[href*="/villages/"]').count()).toBe(9);
        expect(await page.locator('#search-before a[href*="/columns/"]').count()).toBeGreaterThan(4);
        expect(await page.locator('#search-before a[href*="/news/2025/"]').first().isVisible()).toBe(true);
        expect(await page.locator('#search-choices').isVisible()).toBe(false);
      },
      undefined,
      { javaScriptEnabled: false },
    );
  });

  it('works below a base path', async () => {
    const sub = await serveDist(sites.sub.folder, sites.sub.base);
    const page = await browser.newPage();
    await page.goto(`${sub.url}search/?q=${encodeURIComponent('龙潭生态渔业家庭农场')}`);
    await page.locator('#search-results a').first().click();
    await page.waitForURL(/\/sub\/path\/cooperatives\/longtan-yuye\/$/);
    expect(await page.textContent('h1')).toBe('龙潭生态渔业家庭农场');
    await page.close();
    await sub.close();
  });

  it('has an index that holds the text of the pages, and nothing of its neighbours', () => {
    const article = records.find(({ url }) => url === '/news/2025/0318-chun-cha-kai-cai/');
    const [, html = ''] = readFileSync(join(folder, 'news/2025/0318-chun-cha-kai-cai/index.html'), 'utf8').split(
      /<main|<\/main>/,
    );
    const body = html.match(/<p>([^<]{20,})<\/p>/g) ?? [];
    expect(body.length).toBeGreaterThan(2);
    for (const paragraph of body) expect(article?.text).toContain(paragraph.replace(/<\/?p>/g, ''));
    expect(article?.text).not.toContain('前一篇');
    // What an excerpt begins with: what happened, and not the day and who wrote it, which are found all the same.
    expect(article?.text.slice(article.title.length)).toMatch(/^。 3月16日茶岭村春茶开采/);
    expect(article?.text).toContain('来源：青禾春茶专业合作社党支部');
  });
});
