import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { byTag, isRedirect, readPages, type BuiltPage } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

const KINDS =
  /^\/(news\/\d{4}\/[^/]+|branches\/(?!kind\/)[^/]+|cooperatives\/(?!kind\/|industry\/)[^/]+|reports\/\d{4}|commitments\/\d{4}-\d{2}|results\/[^/]+\/\d{4})\/$/;

const tight = (text: string): string => text.replace(/\s+/g, '');

describe.each(Object.entries(sites))('JSON beside the pages of the site at %s', (_name, { base, folder }) => {
  const pages = readPages(folder).filter((page) => !isRedirect(page));
  const files = globSync('**/index.json', { cwd: folder }).map((file) => file.split(sep).join('/'));
  const json = (page: BuiltPage): Record<string, unknown> =>
    JSON.parse(readFileSync(join(folder, page.path, 'index.json'), 'utf8')) as Record<string, unknown>;
  const withJson = pages.filter(({ path }) => KINDS.test(path));

  it('stands beside every page of an entry, a promise or a measure, and nowhere else', () => {
    expect(withJson.length).toBeGreaterThan(150);
    expect(files.map((file) => `/${dirname(file)}/`).sort()).toEqual(withJson.map(({ path }) => path).sort());
  });

  it('has the title and the address of its page', () => {
    for (const page of withJson) {
      const { title, url } = json(page);
      expect(byTag(page, 'title')[0]?.text, page.path).toContain(title);
      expect(url).toBe(`https://qinghe.example.cn${base.slice(0, -1)}${page.path}`);
    }
  });

  it('says nothing that its page does not say', () => {
    // What only names the form of the file.
    const OWN = new Set(['format', 'type', 'kind', 'title', 'from', 'id', 'state']);
    const missing = withJson.flatMap((page) => {
      const attributes = page.elements.flatMap((element) => Object.values(element.attributes));
      const said = tight(`${byTag(page, 'main')[0]?.text ?? ''}\n${attributes.join('\n')}`);
      return wordsOf(json(page))
        .filter(({ key, text }) => !OWN.has(key) && !said.includes(tight(text.replace('https://qinghe.example.cn', ''))))
        .map(({ key, text }) => `${page.path} ${key}: ${text}`);
    });
    expect(missing).toEqual([]);
  });

  it('is plain data: no HTML, no marks of Markdown or MDX, no path of the build', () => {
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text, file).not.toMatch(
        /<\/?[a-z]|\*\*|\]\(|__ASTRO|&(amp|lt|gt|quot|nbsp);|_astro\/|content\/|undefined|\[object|NaN/,
      );
    }
  });

  it('names only addresses that are there', () => {
    const known = new Set(pages.map(({ path }) => path));
    const urls = new Set(
      withJson.flatMap((page) => wordsOf(json(page)).flatMap(({ text }) => (/^https?:/.test(text) ? [text] : []))),
    );
    expect(urls.size).toBeGreaterThan(150);
    for (const url of urls) {
      const { origin, pathname } = new URL(url);
      expect(origin).toBe('https://qinghe.example.cn');
      const path = `/${pathname.slice(base.length)}`;
      expect(known.has(path) || existsSync(join(folder, path)), url).toBe(true);
    }
  });
});

interface Word {
  key: string;
  text: string;
}

/** Every text in a value with the key under which it stands. */
function wordsOf(value: unknown, key = ''): Word[] {
  if (typeof value === 'string') return value === '' ? [] : [{ key, text: value }];
  if (Array.isArray(value)) return value.flatMap((item) => wordsOf(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => wordsOf(part, name));
}
