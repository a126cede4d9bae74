import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { chineseFonts } from './chinese-fonts.ts';
import { fromApt } from './chromium-apt.ts';
import { fromNpm } from './chromium-npm.ts';
import { fromEnv, fromSystem } from './chromium-system.ts';
import type { Chromium, ChromiumSource } from './chromium.ts';

/**
 * The browser for the tests: `MINGBANG_CHROMIUM`, else one installed here, else the one npm brought, else Debian's where root. Throws where
 * none starts, with what to install: a browser test is never skipped.
 */
export async function findChromium(
  sources: ChromiumSource[] = [() => fromEnv(), () => fromSystem(), fromNpm, fromApt],
): Promise<Chromium> {
  const reasons: string[] = [];
  for (const source of sources) {
    const found = await source(reasons);
    if (typeof found !== 'string') return found;
    reasons.push(found);
  }
  throw new Error(
    [
      '没有找到可用的浏览器：请安装 Chrome、Chromium 或 Edge，或把 MINGBANG_CHROMIUM 设为浏览器程序的完整路径，再运行 npm test。',
      'No browser for the tests: install Chrome, Chromium or Edge (Debian: apt-get install chromium), or set MINGBANG_CHROMIUM to its full path.',
      ...reasons.map((reason) => `  - ${reason}`),
    ].join('\n'),
  );
}

const PATIENCE = 120_000;

let found: Promise<Chromium> | undefined;

/** Starts a headless browser of its own for the caller, who closes it. */
export async function launchBrowser(): Promise<Browser> {
  found ??= findChromium();
  const { executablePath, args, env } = await found;
  const browser = await chromium.launch({
    executablePath,
    args,
    headless: true,
    env: { ...process.env, ...env, ...chineseFonts() },
  });
  // A machine with other work is slow, not wrong: what does not come at all still fails.
  browser.on('context', (context) => {
    context.setDefaultTimeout(PATIENCE);
  });
  return browser;
}
