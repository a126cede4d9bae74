import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { OWN_PAGES } from './own-pages.ts';

const PAGES = join(import.meta.dirname, '../pages');

it('knows every address that a route takes at the top of the site', () => {
  const names = ['.', '[...path]'].flatMap((folder) => readdirSync(join(PAGES, folder)));
  const routes = names.flatMap((name) => /^([a-z0-9-]+)(?:\.astro|\.mdx)?$/.exec(name)?.[1] ?? []);
  expect(routes.length).toBeGreaterThan(15);
  expect(routes.filter((name) => !OWN_PAGES.has(name) && name !== 'index')).toEqual([]);
});
