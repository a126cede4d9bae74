import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchBrowser } from '../support/browser.ts';
import { fromEnv, fromSystem, systemPaths } from '../support/chromium-system.ts';

describe('launchBrowser', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.goto(
      `data:text/html;charset=utf-8,${encodeURIComponent('<!doctype html><title>青禾镇</title><h1 style="font-size:32px">党务<b>公开</b></h1>')}`,
    );
  }, 900_000);

  afterAll(async () => {
    await browser.close();
  });

  it('reads Chinese text', async () => {
    expect(await page.title()).toBe('青禾镇');
    expect(await page.textContent('h1')).toBe('党务公开');
  });

  it('sets Chinese in full squares', async () => {
    const width = await page.evaluate(() => document.querySelector('b')?.getBoundingClientRect().width ?? 0);
    expect(width).toBeCloseTo(64, 0);
  });

  it('draws each character by its own shape, not as a box, and bold as bold', async () => {
    const drawn = await page.evaluate(() => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      if (context === null) throw new Error('no canvas');
      return ['青', '禾', '镇', '榜', '\u3000', '\u{10FFFD}'].map((character) =>
        [400, 700].map((weight) => {
          context.clearRect(0, 0, 48, 48);
          context.font = `${weight.toString()} 40px sans-serif`;
          context.fillText(character, 4, 40);
          return context.getImageData(0, 0, 48, 48).data.join();
        }),
      );
    });
    expect(new Set(drawn.map(([regular]) => regular)).size).toBe(drawn.length);
    for (const [regular, bold] of drawn.slice(0, 4)) expect(bold).not.toBe(regular);
  });

  it('survives closed contexts and keeps the web’s own rules', async () => {
    for (let round = 0; round < 3; round += 1) {
      const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
      const other = await context.newPage();
      await other.setContent(
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><p>有策略</p><script>document.title = 'ran'</script>`,
      );
      expect(await other.title()).toBe('');
      await context.close();
    }
  });
});

describe('findChromium', () => {
  it('says in both languages what to install, and why nothing served', async () => {
    const search = findChromium([() => Promise.resolve('nothing on PATH'), () => Promise.resolve('wrong platform')]);
    await expect(search).rejects.toThrow(
      /请安装 Chrome[^]*install Chrome[^]*MINGBANG_CHROMIUM[^]*nothing on PATH[^]*wrong platform/,
    );
  });

  it('asks the sources in order and stops at the first browser', async () => {
    const browser = { executablePath: '/somewhere/chrome', args: [], env: {}, from: 'npm' as const };
    const sources = [
      () => Promise.resolve('none'),
      () => Promise.resolve(browser),
      () => Promise.reject(new Error('asked too far')),
    ];
    expect(await findChromium(sources)).toBe(browser);
  });

  it('does not fall back when MINGBANG_CHROMIUM names no browser', async () => {
    await expect(fromEnv('/nowhere/chrome')).rejects.toThrow('/nowhere/chrome');
    await expect(fromEnv(import.meta.filename)).rejects.toThrow('does not start');
    expect(await fromEnv('')).toBe('MINGBANG_CHROMIUM is not set');
  });

  // Windows is not asked to start it: there `--version` opens a window.
  it.skipIf(process.platform === 'win32')('passes over a file that only bears a browser’s name', async () => {
    expect(await fromSystem([import.meta.filename])).toContain('EACCES');
    expect(await fromSystem([])).toBe('no Chrome, Chromium or Edge on this machine');
  });

  it('knows where browsers live', () => {
    expect(systemPaths('win32', { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' })).toContain(
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    );
    expect(systemPaths('darwin', { HOME: '/Users/li' })).toContain(
      '/Users/li/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    expect(systemPaths('linux', { PATH: '/usr/local/bin:/usr/bin' })).toContain('/usr/bin/google-chrome-stable');
  });
});
