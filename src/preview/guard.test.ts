import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isPrivate } from './guard.ts';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'mingbang-guard-')));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const entry = (scope: string): string =>
  `---\ntitle: 标题\ndisclosure:\n  scope: ${scope}\n${['proposed', 'reviewed', 'approved'].map((step) => `  ${step}: { on: 2026-01-01, by: 岗位 }\n`).join('')}---\n`;
function file(path: string, text = ''): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}
file('content/site.yaml');
file('content/emblem.png');
file('content/news/2026/0101-open/index.mdx', entry('向社会'));
file('content/news/2026/0101-open/photo.jpg');
file('content/news/2026/0102-party/index.mdx', entry('党内'));
file('content/news/2026/0102-party/photo.jpg');
file('content/news/2026/0102-party/list.pdf');
file('.astro/data-store.json');
file('.cache/sheet.html');
file('.cache/vite/deps/react.js');
file('src/styles/index.css');
symlinkSync(join(root, 'content'), join(root, 'public'));

describe('the preview', () => {
  it.each([
    '/content/site.yaml',
    '/content/news/2026/0101-open/index.mdx',
    '/content/news/2026/0102-party/index.mdx?raw',
    '/content/news/2026/0102-party/index.mdx?import&url',
    '/con%74ent/news/2026/0102-party/list.pdf',
    '/src/../content/site.yaml',
    '/src/%2e%2e/content/site.yaml',
    `/@fs${root}/content/site.yaml`,
    `/@id/${root}/content/site.yaml`,
    `/@id/@fs${root}/content/site.yaml`.replace('/@id/@fs', '/@fs'),
    '/public/site.yaml',
    '/content/news/2026/0102-party/photo.jpg',
    `/_image?href=${encodeURIComponent(`/@fs${root}/content/news/2026/0102-party/photo.jpg?origWidth=9`)}&w=480`,
    '/.astro/data-store.json',
    `/@fs${root}/%2eastro/data-store.json`,
    '/.cache/sheet.html',
  ])('keeps back %s', (url) => {
    expect(isPrivate(root, url)).toBe(true);
  });

  it.each([
    '/',
    '/news/2026/0101-open/',
    '/content/news/2026/0101-open/photo.jpg',
    `/_image?href=${encodeURIComponent(`/@fs${root}/content/news/2026/0101-open/photo.jpg?origWidth=9`)}&w=480`,
    '/content/emblem.png',
    '/.cache/vite/deps/react.js',
    '/src/styles/index.css',
    '/@id/astro:scripts/page.js',
    '/__gate.json',
  ])('gives %s', (url) => {
    expect(isPrivate(root, url)).toBe(false);
  });
});
