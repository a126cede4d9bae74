import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterAll, expect, it } from 'vitest';
import { entryLoader, type LoadedEntry } from './entries.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbang-loader-'));
cpSync(join(import.meta.dirname, '../checks/fixtures/_base'), root, { recursive: true });
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** What the loader hands on, by id. */
async function loaded(name: 'news' | 'branches'): Promise<Map<string, { data: LoadedEntry }>> {
  const entries = new Map<string, { data: LoadedEntry }>();
  const store = {
    keys: () => [...entries.keys()],
    get: (id: string) => entries.get(id),
    set: (entry: { id: string; data: LoadedEntry }) => entries.set(entry.id, entry),
    delete: (id: string) => entries.delete(id),
  };
  const config = { root: pathToFileURL(`${root}/`), srcDir: pathToFileURL(`${join(import.meta.dirname, '..')}/`), base: '/' };
  const context = { store, config, generateDigest: String, parseData: ({ data }: { data: unknown }) => Promise.resolve(data) };
  await entryLoader(name).load(context as unknown as LoaderContext);
  return entries;
}

it('publishes no text that is only linked to: the gate has not read it', async () => {
  const before = [...(await loaded('news')).keys()];
  expect(before).toContain('2026/0312-dang-ke');
  mkdirSync(join(root, 'content/news/2026/0313-lian-jie'));
  symlinkSync('../0312-dang-ke/index.mdx', join(root, 'content/news/2026/0313-lian-jie/index.mdx'));
  expect([...(await loaded('news')).keys()]).toEqual(before);

  expect((await loaded('branches')).get('shiqiao')?.data.companions['meetings']?.length).toBeGreaterThan(0);
  const table = join(root, 'content/branches/shiqiao/meetings.csv');
  renameSync(table, join(root, 'elsewhere.csv'));
  symlinkSync('../../../elsewhere.csv', table);
  expect((await loaded('branches')).get('shiqiao')?.data.companions['meetings'] ?? []).toEqual([]);
});
