import type { Browser, Page } from 'playwright-core';
import { draw } from './draw.ts';
import type { PagePicture, Shot } from './picture.ts';

/** Noon of the day for which the tests' sites are built: what is new or overdue is so in every picture. */
const NOON = new Date('2026-11-25T12:00:00+08:00');

/** A window as on a clerk's desk, or as wide as a phone. */
export async function openWindow(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.clock.setFixedTime(NOON);
  return page;
}

/** Goes to the page of a picture and reads what is to be seen of it. */
export async function pageShot(page: Page, origin: string, picture: PagePicture): Promise<Shot> {
  const { file, path, width, height = 900, show, before, marks = [], margin = 0, frame } = picture;
  await page.setViewportSize({ width, height });
  await page.goto(`${origin}${path}`, { waitUntil: 'load' });
  await before?.(page);
  const seen: string[] = [];
  for (const selector of [...show, ...marks]) {
    const found = page.locator(selector).first();
    // The preview draws a page again when it has read the content.
    await found.waitFor({ state: 'attached' }).catch(() => {
      throw new Error(`docs/${file}.webp: ${path} has no ${selector} any more`);
    });
    if (show.includes(selector)) seen.push(...(await found.innerText()).split('\n'));
  }
  return { seen, draw: () => draw(page, { show: frame === undefined ? show : [frame], marks, margin }) };
}
