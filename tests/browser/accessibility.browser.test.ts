import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { readPages } from '../support/pages.ts';
import { serveDist } from '../support/serve-dist.ts';
import { sites } from '../support/sites.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { base, folder } = sites.root;

/** One page of each kind: the first entry of each folder stands for the others, which share its layout. */
const kinds = new Map<string, string>();
for (const { path } of readPages(folder)) {
  const kind = path
    .replace(/^.*\/poster\/$/, '<poster>')
    .replace(/^\/news\/\d{4}\/[^/]+\/$/, '/news/<entry>/')
    .replace(/^\/news\/page\/\d+\/$/, '/news/page/<n>/')
    .replace(/^\/commitments\/\d{4}-\d{2}\/$/, '/commitments/<promise>/')
    .replace(/^\/(branches|cooperatives|reports|columns|results|commitments)\/[^/<]+\/.*/, '/$1/<entry>/');
  if (!kinds.has(kind)) kinds.set(kind, path);
}

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

describe.each(['light', 'dark'] as const)('axe finds nothing in %s colours', (colorScheme) => {
  it.each([...kinds])('on %s', async (_kind, path) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 }, colorScheme });
    await page.goto(`${site.url}${path.slice(1)}`, { waitUntil: 'load' });
    await page.evaluate(axeSource);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } };
      const results = await axe.run({ resultTypes: ['violations'] });
      return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    });
    await page.close();
    expect(violations).toEqual([]);
  });
});
