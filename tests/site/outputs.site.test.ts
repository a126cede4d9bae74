import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { describe, expect, it } from 'vitest';
import { byTag, isRedirect, readPages } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

describe.each(Object.entries(sites))('outputs of the site at %s', (_name, { base, folder }) => {
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const pages = new Set(
    readPages(folder)
      .filter((page) => !isRedirect(page))
      .map(({ path }) => path),
  );
  const pathOf = (address: string): string => {
    const url = new URL(address);
    expect(url.origin).toBe('https://qinghe.example.cn');
    expect(url.pathname.startsWith(base)).toBe(true);
    return `/${url.pathname.slice(base.length)}`;
  };

  it('has a site map in XML that names pages only, and every entry', () => {
    const xml = read('sitemap.xml');
    expect(SyntaxValidator.validate(xml)).toBe(true);
    const { urlset } = new XMLParser().parse(xml) as { urlset: { url: { loc: string }[] } };
    const listed = new Set(urlset.url.map(({ loc }) => pathOf(loc)));
    expect([...listed].filter((path) => !pages.has(path))).toEqual([]);
    const missing = [...pages].filter(
      (path) => !listed.has(path) && !/^\/(404\.html|search\/)|\/page\/\d+\/$|\/poster\/$/.test(path),
    );
    expect(missing).toEqual([]);
  });

  it('has a site map page that leads to every entry', () => {
    const page = readPages(folder).find(({ path }) => path === '/sitemap/');
    const links = new Set(page && byTag(page, 'a').map(({ attributes }) => `/${(attributes['href'] ?? '').slice(base.length)}`));
    const missing = [...pages].filter((path) => !links.has(path) && !/^\/404\.html$|\/page\/\d+\/$|\/poster\/$/.test(path));
    expect(missing).toEqual([]);
  });

  it('holds nothing that is for development alone', () => {
    expect(globSync('**/*styleguide*', { cwd: folder })).toEqual([]);
  });

  it('publishes sized pictures and no originals', () => {
    const pictures = globSync('**/*.{jpg,jpeg,png,webp,avif,gif}', { cwd: folder });
    expect(pictures.length).toBeGreaterThan(50);
    expect(pictures.filter((file) => !file.endsWith('.webp'))).toEqual(['icon-180.png']);
    // Two widths; the wide one of a drawn scene stays below the budget of a photo page.
    expect(pictures.filter((file) => statSync(join(folder, file)).size > 170_000)).toEqual([]);
  });

  it('keeps sample data away from search engines', () => {
    expect(read('robots.txt')).toBe('User-agent: *\nDisallow: /\n');
  });
});
