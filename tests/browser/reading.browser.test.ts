import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { isRedirect, readPages } from '../support/pages.ts';
import { serveDist } from '../support/serve-dist.ts';
import { sites } from '../support/sites.ts';

const { base, folder } = sites.root;
const paths = readPages(folder)
  .filter((page) => !isRedirect(page))
  .map(({ path }) => path);

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

/** Opens a page as a reader of a phone would, does something, and closes it. */
async function onPhone<T>(options: BrowserContextOptions, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  try {
    return await act(await context.newPage());
  } finally {
    await context.close();
  }
}

const address = (path: string): string => `${site.url}${path.slice(1)}`;
const lettersOf = (page: Page): Promise<number> => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));

describe('长辈版', () => {
  it('is switched on by keyboard in the first screen, and kept on the next page and visit without a flash', async () => {
    await onPhone({}, async (page) => {
      await page.goto(address('/'));
      expect(await lettersOf(page)).toBeGreaterThanOrEqual(18);
      const link = page.locator('.elder-on');
      const box = await link.boundingBox();
      expect(box && box.y + box.height).toBeLessThan(200);
      expect(box?.height).toBeGreaterThanOrEqual(44);
      await link.focus();
      await page.keyboard.press('Enter');
      expect(await lettersOf(page)).toBeGreaterThanOrEqual(27);
      expect(await page.evaluate(() => document.activeElement?.className)).toContain('elder-off');
      // The page's own scripts never arrive: what keeps the mode is in the head.
      await page.route('**/*.js', (route) => route.abort());
      await page.goto(address('/branches/'), { waitUntil: 'commit' });
      await page.waitForSelector('h1');
      expect(await lettersOf(page)).toBeGreaterThanOrEqual(27);
    });
  });

  it('reaches 30 px on a wider screen, and ends', async () => {
    await onPhone({ viewport: { width: 768, height: 900 } }, async (page) => {
      await page.goto(`${address('/')}#elder`);
      expect(await lettersOf(page)).toBeCloseTo(30, 0);
      await page.locator('.elder-off').click();
      expect(await lettersOf(page)).toBe(18);
      await page.reload();
      expect(await lettersOf(page)).toBe(18);
    });
  });

  it('works without JavaScript', async () => {
    await onPhone({ javaScriptEnabled: false }, async (page) => {
      await page.goto(address('/'));
      const before = await page.locator('h1').boundingBox();
      await page.locator('.elder-on').click();
      const phone = page.locator('.elder-phone');
      expect(await phone.isVisible()).toBe(true);
      expect((await page.locator('h1').boundingBox())?.height).toBeGreaterThan(before?.height ?? 0);
      await page.locator('.elder-off').click();
      expect(await phone.isVisible()).toBe(false);
    });
  });

  it('gives every control of the header 60 px, keeps the telephone in sight, and fits 360 px', async () => {
    await onPhone({}, async (page) => {
      for (const path of ['/', '/news/', '/branches/shiqiao/', '/cooperatives/qinghe-chuncha/', '/reports/2025/', '/search/']) {
        await page.goto(`${address(path)}#elder`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, path).toBeLessThanOrEqual(360);
        for (const control of await page.locator('.site-header a:visible, .site-header button:visible').all())
          expect((await control.boundingBox())?.height, path).toBeGreaterThanOrEqual(60);
        const phone = await page.locator('.elder-phone').boundingBox();
        expect(phone && phone.y + phone.height, path).toBeLessThanOrEqual(740);
      }
    });
  });
});

describe('the reader’s clock', () => {
  const notice = '/news/2026/1124-wu-hao-tui-jian-gong-shi/';
  const visit = <T>(day: string, path: string, look: (page: Page) => Promise<T>): Promise<T> =>
    onPhone({}, async (page) => {
      await page.clock.setFixedTime(new Date(`${day}T10:00:00+08:00`));
      await page.goto(address(path));
      return look(page);
    });

  it('says how long a notice still runs', async () => {
    const said = await visit('2026-11-29', notice, (page) => page.locator('.notice-state .tag').first().textContent());
    expect(said).toBe('公示中，还剩2天');
  });

  it('takes the body of a notice away when it is over, though nothing was built anew', async () => {
    const [during, after] = [
      await visit('2026-12-01', notice, (page) => page.locator('main').innerText()),
      await visit('2026-12-02', notice, (page) => page.locator('main').innerText()),
    ];
    expect(during).toContain('拟推荐');
    expect(after).not.toContain('拟推荐');
    expect(after).toContain('公示期已满');
  });

  it('calls the home page stale twenty days after its newest entry, and not before', async () => {
    const stale = (page: Page): Promise<boolean> => page.locator('.stale').isVisible();
    expect(await visit('2026-12-13', '/', stale)).toBe(false);
    expect(await visit('2026-12-14', '/', stale)).toBe(true);
  });

  it('counts the days of an overdue promise', async () => {
    const late = (page: Page): Promise<number> => page.locator('[data-due]:visible').count();
    const today = await visit('2026-11-25', '/commitments/', late);
    expect(await visit('2028-01-01', '/commitments/', late)).toBeGreaterThan(today);
  });
});

describe('posters', () => {
  const posters = paths.filter((path) => path.endsWith('/poster/'));

  it('there is one for each branch, co-op and report, and for running notices alone', () => {
    const of = (section: string): number => posters.filter((path) => path.startsWith(section)).length;
    const entries = (section: string): number =>
      paths.filter((path) => path.split('/').length === 4 && path.startsWith(section)).length;
    for (const section of ['/branches/', '/cooperatives/', '/reports/']) expect(of(section)).toBe(entries(section));
    expect(of('/news/')).toBe(2);
  });

  it('are one sheet of A4 each, with a code of at least 3 cm', async () => {
    await onPhone({}, async (page) => {
      for (const path of posters) {
        await page.goto(address(path), { waitUntil: 'load' });
        const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
        expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length, path).toBe(1);
        await page.emulateMedia({ media: 'print' });
        const code = await page.locator('.poster img').boundingBox();
        expect(code?.width, path).toBeGreaterThanOrEqual(114);
        await page.emulateMedia({ media: null });
      }
    });
  });
});
