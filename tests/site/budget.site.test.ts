import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { byTag, readPages, type BuiltPage } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

const KB = 1024;
const { folder } = sites.root;
const pages = readPages(folder);
const packed = (text: string | Buffer): number => gzipSync(text, { level: 9 }).length;

/** What a page may weigh with its styles inlined: a first visit over 400 kbit/s shows text within two seconds. */
const BUDGETS: [name: string, kind: RegExp, limit: number][] = [
  ['articles, branches, co-ops', /^\/(news\/\d{4}|branches|cooperatives)\/[^/]+\/$/, 12 * KB],
  ['home', /^\/$/, 14 * KB],
  ['reports', /^\/reports\/[^/]+\/$/, 30 * KB],
  ['everything else', /./, 20 * KB],
];

describe('the budget of a page', () => {
  const left = new Set(pages);
  it.each(
    BUDGETS.map(([name, kind, limit]) => {
      const chosen = [...left].filter(({ path }) => kind.test(path));
      for (const page of chosen) left.delete(page);
      return [name, chosen, limit] as const;
    }),
  )('of %s is kept', (_name, chosen, limit) => {
    expect(chosen.length).toBeGreaterThan(0);
    const over = chosen.map((page) => [page.path, packed(page.html)] as const).filter(([, size]) => size > limit);
    expect(over).toEqual([]);
  });

  it('allows 6 KB of scripts, none of which holds the page up', () => {
    const scripts = (page: BuiltPage) =>
      byTag(page, 'script').filter(({ attributes }) => attributes['type'] !== 'application/ld+json');
    for (const page of pages.filter(({ path }) => path !== '/search/')) {
      const size = scripts(page)
        .map(({ attributes, text }) =>
          attributes['src'] === undefined ? text : readFileSync(join(folder, attributes['src']), 'utf8'),
        )
        .reduce((sum, text) => sum + packed(text), 0);
      expect(size, page.path).toBeLessThanOrEqual(6 * KB);
      const blocking = scripts(page).filter(
        ({ attributes }) => attributes['src'] !== undefined && attributes['type'] !== 'module',
      );
      expect(blocking, page.path).toEqual([]);
    }
  });

  it('has no stylesheet to wait for and no web font', () => {
    const sheets = pages.flatMap((page) => byTag(page, 'link').filter(({ attributes }) => attributes['rel'] === 'stylesheet'));
    expect(sheets.filter(({ attributes }) => attributes['media'] !== 'print')).toEqual([]);
    expect(globSync('**/*.{woff,woff2,ttf,otf}', { cwd: folder })).toEqual([]);
  });
});

describe('the styles of every page', () => {
  // What Chromium 66, the oldest WebView that still visits, drops or cannot read.
  const TOO_NEW =
    /@layer|:is\(|:where\(|aspect-ratio|[{;]inset:|[{;](?:row-)?gap:|oklch|@media[^{]*[<>]=|:has\(|[{;,(\s](?:min|max|clamp)\(\d/;
  it('can be read by Chromium 66', () => {
    const found = pages.flatMap((page) =>
      byTag(page, 'style').flatMap(({ text }) => {
        const match = TOO_NEW.exec(text);
        return match === null ? [] : [`${page.path} ${text.slice(match.index, match.index + 40)}`];
      }),
    );
    expect(found).toEqual([]);
  });
});

describe('the policy of every page', () => {
  it('is its own, and only the search page may compile WebAssembly', () => {
    for (const page of pages) {
      const policy = byTag(page, 'meta').find(({ attributes }) => attributes['http-equiv'] === 'content-security-policy');
      const text = policy?.attributes['content'] ?? '';
      expect(text, page.path).toMatch(/^default-src 'none';script-src 'self'/);
      expect(text, page.path).not.toContain('unsafe-inline');
      expect(text.includes("'wasm-unsafe-eval'"), page.path).toBe(page.path === '/search/');
    }
  });
});
