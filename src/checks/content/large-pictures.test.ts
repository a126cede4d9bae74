import { cpSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkContent } from '../report.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbang-large-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

it('names a picture of more than 8 MB, as a warning', async () => {
  cpSync(join(import.meta.dirname, '../fixtures/_base'), root, { recursive: true });
  const file = 'content/news/2026/0305-chun-geng/tian.png';
  truncateSync(join(root, file), 8 * 1024 * 1024);
  expect((await checkContent({ root, today: '2026-03-31' })).findings).toEqual([]);
  truncateSync(join(root, file), 9 * 1024 * 1024);
  expect((await checkContent({ root, today: '2026-03-31' })).findings).toMatchObject([
    { rule: 'F08', severity: 'warning', file, why: '图片有 9.0 MB，超过 8 MB', fix: expect.stringContaining('2000 像素') as string },
  ]);
  // The whole gate runs twice, on a machine that may be busy.
}, 60_000);
