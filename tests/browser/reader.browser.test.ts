import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import jsQR from 'jsqr';
import sharp from 'sharp';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { isRedirect, readPages } from '../support/pages.ts';
import { serveDist } from '../support/serve-dist.ts';
import { sites } from '../support/sites.ts';

const { base, folder } = sites.root;
const pages = readPages(folder).filter((page) => !isRedirect(page));
const paths = pages.map(({ path }) => path);

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

const address = (path: string): string => `${site.url}${path.slice(1)}`;

async function reading<T>(options: BrowserContextOptions, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, ...options });
  try {
    return await act(await context.newPage());
  } finally {
    await context.close();
  }
}

/** One of each kind of page. */
const KINDS = [
  '/',
  '/news/',
  '/news/2025/',
  '/news/2026/0828-wang-ge-ban-fa/',
  '/columns/notices/',
  '/villages/longtan/',
  '/branches/',
  '/branches/longtan/',
  '/branches/longtan/records/',
  '/cooperatives/',
  '/cooperatives/qinghe-chuncha/',
  '/reports/2025/',
  '/results/',
  '/results/2025/',
  '/results/households-led/2025/',
  '/commitments/',
  '/search/',
  '/about/',
  '/guide/',
  '/sitemap/',
  '/accessibility/',
  '/404.html',
];

it('looks at pages that are there', () => {
  expect(KINDS.filter((path) => !paths.includes(path))).toEqual([]);
});

describe('the code on a poster', () => {
  it('leads to the page of the poster, which answers', async () => {
    await reading({ viewport: { width: 800, height: 1100 } }, async (page) => {
      const posters = paths.filter((path) => path.endsWith('/poster/'));
      expect(posters.length).toBeGreaterThan(20);
      for (const path of posters) {
        await page.goto(address(path));
        await page.emulateMedia({ media: 'print' });
        const shot = await page.locator('.poster img').screenshot();
        const { data, info } = await sharp(shot).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
        const code = jsQR(new Uint8ClampedArray(data), info.width, info.height);
        const expected = path.replace(/poster\/$/, '');
        expect(code?.data, path).toBe(`https://qinghe.example.cn${expected}`);
        expect(await page.locator('.url').textContent()).toContain(code?.data);
        expect((await fetch(address(expected))).status).toBe(200);
      }
    });
  });
});

describe('the keyboard', () => {
  it('jumps over the menu, reaches every link of it in order, and opens search', async () => {
    await reading({ viewport: { width: 1280, height: 800 } }, async (page) => {
      await page.goto(address('/news/'));
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('跳到正文');
      const box = await page.locator('.skip-link').boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
      await page.goto(address('/news/'));
      const seen: string[] = [];
      for (let i = 0; i < 14; i++) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() => {
          const element = document.activeElement as HTMLElement;
          const { width, height } = element.getBoundingClientRect();
          const { outlineStyle, outlineWidth } = getComputedStyle(element);
          return {
            text: element.innerText || element.id,
            visible: width > 0 && height > 0,
            outline: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
          };
        });
        expect(focus.visible, focus.text).toBe(true);
        expect(focus.outline, focus.text).toBe(true);
        seen.push(focus.text.trim());
      }
      for (const word of ['长辈版', 'site-q', '搜索', '首页', '动态', '党支部', '产业', '成果', '承诺', '报告'])
        expect(seen).toContain(word);
      await page.locator('#site-q').focus();
      await page.keyboard.type('春茶');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search\/\?q=/);
    });
  });

  it('opens and closes what is folded', async () => {
    await reading({}, async (page) => {
      await page.goto(address('/commitments/'));
      const summary = page.locator('details:not([open]) summary').first();
      await summary.focus();
      await page.keyboard.press('Enter');
      expect(await page.locator('details').nth(1).getAttribute('open')).not.toBeNull();
    });
  });
});

describe('without JavaScript', () => {
  it('every kind of page shows its text, its links work, and nothing waits for a script', async () => {
    await reading({ javaScriptEnabled: false }, async (page) => {
      for (const path of KINDS) {
        await page.goto(address(path));
        const main = await page.locator('main').innerText();
        expect(main.length, path).toBeGreaterThan(30);
        const hidden = await page
          .locator('button[data-read]:visible, button[data-copy]:visible, [data-due]:visible, .age:visible')
          .count();
        expect(hidden, path).toBe(0);
      }
    });
  });
});

describe('a narrow or magnified page', () => {
  it.each([
    ['320 px wide', 320, false],
    ['at 400 % of 1280 px in 长辈版', 320, true],
  ])('%s needs no sideways scroll', async (_name, width, elder) => {
    await reading({ viewport: { width, height: 640 } }, async (page) => {
      const wide: string[] = [];
      for (const path of KINDS) {
        await page.goto(address(path) + (elder ? '#elder' : ''));
        const content = await page.evaluate(() => document.documentElement.scrollWidth);
        if (content > width) wide.push(`${path} ${String(content)}`);
      }
      expect(wide).toEqual([]);
    });
  });
});

describe('reading aloud', () => {
  const article = '/news/2025/0318-chun-cha-kai-cai/';
  const button = (page: Page) => page.locator('button[data-read]');

  it('is not offered where the browser cannot speak, or has no Chinese voice', async () => {
    await reading({}, async (page) => {
      await page.addInitScript(() => {
        delete (window as { speechSynthesis?: unknown }).speechSynthesis;
        Object.defineProperty(window, 'speechSynthesis', { value: undefined });
      });
      await page.goto(address(article));
      expect(await button(page).isVisible()).toBe(false);
    });
    await reading({}, async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, 'speechSynthesis', {
          value: { getVoices: () => [{ lang: 'en-US' }], cancel: () => undefined },
        });
      });
      await page.goto(address(article));
      expect(await button(page).isVisible()).toBe(false);
    });
  });

  it('starts when a Chinese voice arrives, reads title and text, and stops', async () => {
    await reading({}, async (page) => {
      await page.addInitScript(() => {
        const spoken: string[] = [];
        const speech = {
          voices: [] as object[],
          getVoices: () => speech.voices,
          cancel: () => spoken.push('(stop)'),
          speak: (words: { text: string }) => spoken.push(words.text),
          onvoiceschanged: undefined as (() => void) | undefined,
        };
        Object.defineProperty(window, 'speechSynthesis', { value: speech });
        Object.assign(window, {
          spoken,
          SpeechSynthesisUtterance: class {
            text: string;
            constructor(text: string) {
              this.text = text;
            }
          },
          arrive: () => {
            speech.voices = [{ lang: 'zh-CN', name: 'voice' }];
            speech.onvoiceschanged?.();
          },
        });
      });
      await page.goto(address(article));
      expect(await button(page).isVisible()).toBe(false);
      await page.evaluate('arrive()');
      expect(await button(page).textContent()).toContain('读给我听');
      await button(page).click();
      const spoken = await page.evaluate<string[]>('spoken');
      expect(spoken[0]).toContain('春茶');
      expect(spoken.length).toBeGreaterThan(4);
      expect(await button(page).textContent()).toBe('停止朗读');
      await button(page).click();
      expect((await page.evaluate<string[]>('spoken')).at(-1)).toBe('(stop)');
      expect(await button(page).textContent()).toBe('读给我听');
    });
  });
});

describe('the style sheet for paper', () => {
  it('prints a report with the number of each page and the address as a code, and cuts no row in two', async () => {
    await reading({}, async (page) => {
      await page.goto(address('/reports/2025/'));
      const css = readFileSync(join(folder, (await page.locator('link[media=print]').getAttribute('href')) ?? ''), 'utf8');
      expect(css).toMatch(/counter\(page\)/);
      // Nobody scrolls to the end before printing.
      expect(await page.locator('.share img').evaluate((code) => (code as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.share .soft').isVisible()).toBe(true);
      expect(await page.locator('.site-nav').isVisible()).toBe(false);
      expect(
        await page
          .locator('.figures > li')
          .first()
          .evaluate((row) => getComputedStyle(row).breakInside),
      ).toBe('avoid');
      const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
      const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
      expect(sheets).toBeGreaterThan(4);
      expect(sheets).toBeLessThan(14);
    });
  });
});
