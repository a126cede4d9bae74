import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byTag, readPages } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

const REPEALED = 'news/2025/0220-wang-ge-ban-fa-shi-xing/';
const SUCCESSOR = 'news/2026/0828-wang-ge-ban-fa/';

describe.each(Object.entries(sites))('corrections of the site at %s', (_name, { base, folder }) => {
  const html = (path: string): string => readFileSync(join(folder, path, 'index.html'), 'utf8');

  it('are listed newest first, each with its page, its day and what was changed', () => {
    const page = readPages(folder).find(({ path }) => path === '/corrections/');
    const text = html('corrections/');
    const days = (page === undefined ? [] : byTag(page, 'time')).map(({ attributes }) => attributes['datetime'] ?? '');
    expect(days.length).toBeGreaterThan(5);
    expect(days).toEqual([...days].sort().reverse());
    expect(text).toContain('栽下256亩');
    expect(text).toContain(`href="${base}news/2026/0422-guo-yuan-geng-xin/"`);
    expect(html('news/2026/0422-guo-yuan-geng-xin/')).toContain('栽下256亩');
  });

  it('a repealed document and its successor lead to each other', () => {
    expect(html(REPEALED)).toContain('本文件已废止');
    expect(html(REPEALED)).toContain(`href="${base}${SUCCESSOR}"`);
    expect(html(SUCCESSOR)).toContain('替代已废止的文件');
    expect(html(SUCCESSOR)).toContain(`href="${base}${REPEALED}"`);
    expect(html('corrections/')).toContain('已废止');
  });
});
