import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRedirect, readPages, type BuiltPage } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

const ADDRESSES = ['href', 'src', 'action', 'poster'];

/** Every address that a page names: attributes, `srcset`, and `url()` in its styles. */
function addressesOf(page: BuiltPage): string[] {
  return page.elements
    .flatMap(({ tag, attributes, text }) => [
      ...ADDRESSES.flatMap((name) => attributes[name] ?? []),
      ...(attributes['srcset'] ?? '').split(',').flatMap((part) => part.trim().split(/\s+/)[0] ?? []),
      ...(tag === 'style' ? [...text.matchAll(/url\(["']?([^"')]+)/g)].flatMap((match) => match[1] ?? []) : []),
    ])
    .filter((address) => address !== '');
}

describe.each(Object.entries(sites))('links of the site at %s', (_name, { base, folder }) => {
  const pages = readPages(folder);
  const anchors = new Map(
    pages.map((page) => [page.path, new Set(page.elements.flatMap(({ attributes }) => attributes['id'] ?? []))]),
  );

  function problem(page: BuiltPage, address: string): string | undefined {
    if (/^(tel|mailto|data):/.test(address)) return undefined;
    const url = new URL(address, `http://site.test${base}${page.path.slice(1)}`);
    if (url.host !== 'site.test') return `leads off the site: ${address}`;
    if (!url.pathname.startsWith(base)) return `leaves the base: ${address}`;
    const path = decodeURI(`/${url.pathname.slice(base.length)}`);
    const file = join(folder, path);
    if (!existsSync(file)) return `is broken: ${address}`;
    if (statSync(file).isDirectory() && (!path.endsWith('/') || !existsSync(join(file, 'index.html'))))
      return `needs a slash: ${address}`;
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (anchor !== '' && anchors.get(path)?.has(anchor) !== true) return `has no such anchor: ${address}`;
    return undefined;
  }

  it('has pages to look at', () => {
    expect(pages.length).toBeGreaterThan(100);
  });

  it('finds everything that it points at, on the site itself', () => {
    const problems = pages.flatMap((page) => {
      // These name the public address of the site.
      const canonical = new Set(
        page.elements
          .filter(({ tag, attributes }) => tag === 'link' && attributes['rel'] === 'canonical')
          .map(({ attributes }) => attributes['href']),
      );
      return addressesOf(page)
        .filter((address) => !canonical.has(address))
        .flatMap((address) => problem(page, address) ?? [])
        .map((text) => `${page.path} ${text}`);
    });
    expect(problems).toEqual([]);
  });

  it('reaches every page from home in at most three clicks', () => {
    const graph = new Map(pages.map((page) => [page.path, linksOf(page, base)]));
    const distance = new Map([['/', 0]]);
    const queue = ['/'];
    for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
      for (const next of graph.get(path) ?? []) {
        if (!graph.has(next) || distance.has(next)) continue;
        distance.set(next, (distance.get(path) ?? 0) + 1);
        queue.push(next);
      }
    }
    const far = pages
      .filter((page) => !isRedirect(page))
      .map(({ path }) => path)
      .filter((path) => path !== '/404.html' && (distance.get(path) ?? Infinity) > 3);
    expect(far).toEqual([]);
  });
});

function linksOf(page: BuiltPage, base: string): string[] {
  return page.elements
    .filter(({ tag }) => tag === 'a')
    .flatMap(({ attributes }) => attributes['href'] ?? [])
    .filter((link) => link.startsWith(base))
    .map((link) => `/${link.slice(base.length)}`.replace(/#.*$/, ''));
}
