import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loaderFingerprint } from './fingerprint.ts';

const src = mkdtempSync(join(tmpdir(), 'mingbang-src-'));

afterAll(() => {
  rmSync(src, { recursive: true });
});

/** The fingerprint after a file was written. */
function after(file: string, text: string): string {
  mkdirSync(dirname(join(src, file)), { recursive: true });
  writeFileSync(join(src, file), text);
  return loaderFingerprint(src);
}

it('changes with every file that reads or checks an entry, and with no other', () => {
  mkdirSync(join(src, 'loader'));
  const first = after('schemas/news.ts', 'a');
  expect(after('schemas/news.ts', 'a')).toBe(first);
  expect(after('schemas/news.test.ts', 'a')).toBe(first);
  expect(after('checks/run.ts', 'a')).toBe(first);
  const marks = [first, after('schemas/news.ts', 'b'), after('loader/source.ts', 'b'), after('schemas/blank.ts', 'b')];
  expect(new Set(marks).size).toBe(4);
});
