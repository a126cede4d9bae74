import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { onePerKind, readPages } from '../support/pages.ts';
import { serveDist } from '../support/serve-dist.ts';
import { sites } from '../support/sites.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const ibmSource = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8');
const { base, folder } = sites.root;

const kinds = onePerKind(readPages(folder));

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

/** Everything axe holds against the page as it is drawn now; or only what depends on its colours. */
const axe = (page: Page, rules?: readonly string[]): Promise<string[]> =>
  page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
    const results = await axe.run({ resultTypes: ['violations'], ...(rules && { runOnly: [...rules] }) });
    return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }, rules);

/** Dark colours change tokens and nothing else, so these rules alone can answer otherwise there. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

interface IbmResult {
  ruleId: string;
  value: [string, string];
  snippet: string;
  message: string;
}

/** What a second engine, IBM Equal Access, holds against the page. */
const equalAccess = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { ace } = globalThis as unknown as {
      ace: { Checker: new () => { check: (root: Document, policies: string[]) => Promise<{ results: IbmResult[] }> } };
    };
    const { results } = await new ace.Checker().check(document, ['WCAG_2_1']);
    return results
      .filter(({ value: [kind, outcome] }) => kind === 'VIOLATION' && outcome === 'FAIL')
      .map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet.slice(0, 120)}`);
  });

describe('two engines find nothing, plain and in 长辈版, in light and dark colours', () => {
  it.each([...kinds])('on %s', async (_kind, path) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, colorScheme: 'light' });
    await page.goto(`${site.url}${path.slice(1)}`, { waitUntil: 'load' });
    await page.evaluate(axeSource);
    const plain = await axe(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = await axe(page, COLOUR_RULES);
    await page.evaluate(() => (document.documentElement.dataset['text'] = 'elder'));
    const darkElder = await axe(page, COLOUR_RULES);
    await page.emulateMedia({ colorScheme: 'light' });
    const elder = await axe(page);
    await page.evaluate(() => delete document.documentElement.dataset['text']);
    await page.evaluate(ibmSource);
    const second = await equalAccess(page);
    await page.close();
    expect({ plain, dark, darkElder, elder, second }).toEqual({ plain: [], dark: [], darkElder: [], elder: [], second: [] });
  });
});
