import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { contextOf } from '../src/checks/context.ts';
import { readContent } from '../src/loader/read-content.ts';
import { passesSecondLook } from './second-look.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbang-second-look-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});
const context = contextOf(readContent(resolve(import.meta.dirname, '../src/checks/fixtures/_base')), '2026-03-31');

it('leaves nothing of a site that must not go out, and says why', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const site = join(root, 'site');
  mkdirSync(join(site, 'about'), { recursive: true });
  writeFileSync(join(site, 'about/index.html'), '<p>春耕</p>');
  expect(passesSecondLook(site, context)).toBe(true);
  expect(existsSync(site)).toBe(true);
  // Over a link, where the text of the page as it was written does not show it.
  writeFileSync(join(site, 'about/index.html'), '<p>110105<a href="/about/">19491231</a>002X</p>');
  expect(passesSecondLook(site, context)).toBe(false);
  expect(existsSync(site)).toBe(false);
  const words = said.mock.calls.flat().join('\n');
  expect(words).toContain('about/index.html：有一个身份证号');
  expect(words).not.toContain('19491231');
});
