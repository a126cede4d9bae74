import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFeed } from '@rowanmanning/feed-parser';
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/lib/static-server.ts';
import { byTag, isRedirect, readPages } from '../support/pages.ts';
import { serveDist } from '../support/serve-dist.ts';
import { sites } from '../support/sites.ts';

const ORIGIN = 'https://qinghe.example.cn';
const FEED = /(^|\/)feed(\/\d+)?\.(xml|json)$/;
const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;
const RFC_3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/;

interface Rss {
  rss: {
    channel: {
      title: string;
      link: string;
      description: string;
      language: string;
      lastBuildDate?: string;
      'fh:archive'?: string;
      'atom:link': { href: string; rel: string }[];
      item?: { title: string; link: string; guid: { '#text': string; isPermaLink: string }; pubDate: string }[];
    };
  };
}

interface JsonFeed {
  version: string;
  title: string;
  home_page_url: string;
  feed_url: string;
  next_url?: string;
  items: {
    id: string;
    url: string;
    title: string;
    content_html: string;
    summary: string;
    date_published: string;
    date_modified: string;
  }[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  isArray: (name) => name === 'item' || name === 'atom:link',
});

/** Every address and every attribute of a piece of HTML. */
function attributesOf(html: string): { tag: string; name: string; value: string }[] {
  const walk = (node: Tree.Node): { tag: string; name: string; value: string }[] => [
    ...('tagName' in node ? node.attrs.map(({ name, value }) => ({ tag: node.tagName, name, value })) : []),
    ...('childNodes' in node ? node.childNodes.flatMap(walk) : []),
  ];
  return walk(parseFragment(html));
}

describe.each(Object.entries(sites))('feeds of the site at %s', (_name, { base, folder }) => {
  const pages = readPages(folder).filter((page) => !isRedirect(page));
  const paths = new Set(pages.map(({ path }) => path));
  const files = globSync('**/feed{,/*}.{xml,json}', { cwd: folder })
    .filter((file) => FEED.test(file))
    .sort();
  const rssFiles = files.filter((file) => file.endsWith('.xml'));
  const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
  const address = (file: string): string => `${ORIGIN}${base}${file}`;
  const pathOf = (url: string): string => {
    expect(url.startsWith(`${ORIGIN}${base}`), url).toBe(true);
    return `/${url.slice(ORIGIN.length + base.length)}`;
  };
  const channelOf = (file: string): Rss['rss']['channel'] => (parser.parse(read(file)) as Rss).rss.channel;
  const linkOf = (file: string, rel: string): string | undefined =>
    channelOf(file)['atom:link'].find((link) => link.rel === rel)?.href;
  const jsonOf = (file: string): JsonFeed => JSON.parse(read(file.replace(/\.xml$/, '.json'))) as JsonFeed;

  let server: StaticServer;
  beforeAll(async () => {
    server = await serveDist(folder, base);
  });
  afterAll(() => server.close());

  it('are there for everything, the columns, the branches, reports, promises and corrections', () => {
    const lists = [...paths].filter((path) =>
      /^\/(columns\/[^/]+|branches\/(?!kind)[^/]+|reports|commitments|corrections)?\/?$/.test(path),
    );
    const expected = lists.filter((path) => path !== '/branches/').map((path) => `${path.slice(1)}feed.xml`);
    expect(expected.length).toBeGreaterThan(20);
    expect(rssFiles.filter((file) => !file.includes('feed/')).sort()).toEqual(expected.sort());
    expect(files.filter((file) => file.endsWith('.json'))).toEqual(rssFiles.map((file) => file.replace(/xml$/, 'json')).sort());
  });

  it.each(rssFiles)('%s keeps the rules of RSS', (file) => {
    const xml = read(file);
    expect(SyntaxValidator.validate(xml)).toBe(true);
    const channel = channelOf(file);
    expect(linkOf(file, 'self')).toBe(address(file));
    expect(paths.has(pathOf(channel.link))).toBe(true);
    expect(channel.title).toContain('：');
    expect(channel.description.length).toBeGreaterThan(5);
    const items = channel.item ?? [];
    expect(items.length).toBeLessThanOrEqual(50);
    expect(new Set(items.map(({ guid }) => guid['#text'])).size).toBe(items.length);
    for (const { guid, link, pubDate } of items) {
      expect(guid.isPermaLink).toBe('false');
      // Neither the domain nor the base is in it: moving the site posts nothing anew.
      expect(guid['#text']).toMatch(/^mingbang-[\w-]{8}\/(news|reports|commitments|corrections)\/[a-z0-9/-]+$/);
      expect(pubDate).toMatch(RFC_822);
      expect(paths.has(pathOf(link)), link).toBe(true);
    }
    const days = items.map(({ pubDate }) => Date.parse(pubDate));
    expect(days).toEqual([...days].sort((a, b) => b - a));
    if (items.length > 0) {
      expect(channel.lastBuildDate).toMatch(RFC_822);
      expect(Date.parse(channel.lastBuildDate ?? '')).toBeGreaterThanOrEqual(days[0] ?? Infinity);
    }
  });

  it.each(rssFiles)('%s is read by a program over HTTP, and its JSON says the same', async (file) => {
    const xml = await (await fetch(`${server.url}${file}`)).text();
    const feed = parseFeed(xml);
    const json = (await (await fetch(`${server.url}${file.replace(/xml$/, 'json')}`)).json()) as JsonFeed;
    expect(json.version).toBe('https://jsonfeed.org/version/1.1');
    expect(json.feed_url).toBe(address(file.replace(/xml$/, 'json')));
    expect(json.title).toBe(feed.title);
    expect(json.home_page_url).toBe(feed.url);
    expect(json.next_url).toBe(linkOf(file, 'prev-archive')?.replace(/xml$/, 'json'));
    const said = feed.items.map(({ id, url, title, description, content }) => ({ id, url, title, description, content }));
    expect(said).toEqual(
      json.items.map(({ id, url, title, summary, content_html }) => ({
        id,
        url,
        title,
        description: summary,
        content: content_html,
      })),
    );
    for (const item of json.items) {
      expect(item.date_published).toMatch(RFC_3339);
      expect(item.date_modified >= item.date_published).toBe(true);
      expect(item.summary.length).toBeGreaterThan(1);
      expect(item.content_html.length).toBeGreaterThan(10);
    }
    expect(feed.items.map(({ published }) => published?.getTime())).toEqual(
      json.items.map(({ date_published }) => Date.parse(date_published)),
    );
  });

  it.each(rssFiles)('%s holds HTML that stands alone', (file) => {
    for (const { content_html: html, url } of jsonOf(file).items) {
      expect(html, url).not.toMatch(/\*\*|\]\(|__ASTRO_IMAGE_|undefined|\[object|NaN|\uE000|<(script|style|iframe|div|span|svg)/);
      for (const { tag, name, value } of attributesOf(html)) {
        expect(['href', 'src', 'alt', 'width', 'height', 'start', 'colspan', 'rowspan', 'datetime'], `${url} ${name}`).toContain(
          name,
        );
        if (name !== 'href' && name !== 'src') continue;
        expect(value, url).toMatch(tag === 'a' ? /^(https?|tel|mailto):/ : /^https:/);
        if (!value.startsWith(ORIGIN)) continue;
        const path = decodeURI(pathOf(value).replace(/#.*$/, ''));
        expect(paths.has(path) || globSync(path.slice(1), { cwd: folder }).length === 1, `${url}: ${value}`).toBe(true);
      }
    }
  });

  it('carry the whole text of every article', () => {
    const items = [...jsonOf('feed.xml').items, ...jsonOf('feed/1.xml').items];
    const text = (html: string): string => {
      const walk = (node: Tree.Node): string =>
        node.nodeName === '#text'
          ? (node as Tree.TextNode).value
          : 'childNodes' in node
            ? node.childNodes.map(walk).join('')
            : '';
      return walk(parseFragment(html)).replace(/\s+/g, '');
    };
    const long = items.filter(({ id, content_html }) => id.includes('/news/') && !content_html.includes('公示内容'));
    expect(long.length).toBeGreaterThan(60);
    for (const { url, content_html } of long) {
      const page = pages.find(({ path }) => path === pathOf(url));
      const prose = /<div class="prose"[^>]*>([\s\S]*?)<\/div>/.exec(page?.html ?? '')?.[1] ?? '';
      expect(text(content_html), url).toContain(text(prose.replace(/<figure[\s\S]*/, '')));
    }
  });

  it('lead to everything through archives of fifty that are linked both ways', () => {
    const chain = ['feed.xml'];
    for (let next = linkOf('feed.xml', 'prev-archive'); next !== undefined; next = linkOf(chain.at(-1) ?? '', 'prev-archive'))
      chain.push(pathOf(next).slice(1));
    expect(chain.length).toBeGreaterThan(1);
    for (const file of chain.slice(1)) {
      expect(channelOf(file)['fh:archive']).toBe('');
      expect(linkOf(file, 'current')).toBe(address('feed.xml'));
    }
    expect(channelOf('feed.xml')['fh:archive']).toBeUndefined();
    chain.slice(2).forEach((file, index) => {
      expect(linkOf(file, 'next-archive')).toBe(address(chain[index + 1] ?? ''));
    });
    const listed = new Set(chain.flatMap((file) => (channelOf(file).item ?? []).map(({ link }) => pathOf(link))));
    const entries = [...paths].filter((path) => /^\/(news\/\d{4}\/[^/]+|reports\/\d{4})\/$/.test(path));
    const gone = entries.filter((path) => pages.find((page) => page.path === path)?.html.includes('<h1>信息已撤下</h1>'));
    expect([...listed].sort()).toEqual(entries.filter((path) => !gone.includes(path)).sort());
  });

  it('hold what their pages list', () => {
    for (const column of globSync('columns/*/feed.xml', { cwd: folder })) {
      const page = pages.find(({ path }) => `${path.slice(1)}feed.xml` === column.split('\\').join('/'));
      const main = page && /<ol class="[^"]*news-list[\s\S]*?<\/ol>/.exec(page.html)?.[0];
      const shown = [...(main ?? '').matchAll(/href="([^"]+)"/g)]
        .map(([, href]) => `/${(href ?? '').slice(base.length)}`)
        .filter((path) => path.startsWith('/news/'));
      const items = (channelOf(column).item ?? []).map(({ link }) => pathOf(link));
      expect(items.slice(0, shown.length), column).toEqual([...new Set(shown)]);
    }
    const corrections = pages.find(({ path }) => path === '/corrections/');
    const rows = corrections?.html.match(/<li>\s*<time/g) ?? [];
    expect(channelOf('corrections/feed.xml').item).toHaveLength(rows.length);
  });

  it('keep the first address of a renamed article as its id', () => {
    const items = [...jsonOf('feed.xml').items, ...jsonOf('feed/1.xml').items];
    const renamed = items.find(({ url }) => url.endsWith('/news/2025/0318-chun-cha-kai-cai/'));
    expect(renamed?.id).toMatch(/^mingbang-[\w-]{8}\/news\/2025\/0318-chun-cha$/);
  });

  it('say of a 公示 when and where, and leave its text to the page', () => {
    const items = [...jsonOf('feed.xml').items, ...jsonOf('feed/1.xml').items];
    // The archive holds some of the newest, too.
    const notices = [...new Map(items.map((item) => [item.id, item])).values()].filter(({ content_html }) =>
      content_html.includes('公示单位：'),
    );
    expect(notices).toHaveLength(5);
    for (const { url, content_html, summary } of notices) {
      expect(content_html).not.toContain('<img');
      const page = pages.find(({ path }) => path === pathOf(url));
      const lead = page && /<p class="intro"[^>]*>([\s\S]*?)<\/p>/.exec(page.html)?.[1];
      if (lead !== undefined) expect(content_html + summary).not.toContain(lead.trim());
      expect(content_html).toContain(lead === undefined ? '公示内容不再显示' : '公示内容请到网页上看');
    }
    expect(notices.filter(({ content_html }) => content_html.includes('请到网页上看'))).toHaveLength(2);
  });

  it('are announced by every page, and by their own page', () => {
    for (const page of readPages(folder)) {
      const announced = byTag(page, 'link')
        .filter(({ attributes }) => attributes['type'] === 'application/rss+xml')
        .map(({ attributes }) => attributes['href'] ?? '');
      const own =
        rssFiles.includes(`${page.path.slice(1)}feed.xml`) && page.path !== '/' ? [`${base}${page.path.slice(1)}feed.xml`] : [];
      expect(announced.slice(0, 1), page.path).toEqual([`${base}feed.xml`]);
      expect(announced, page.path).toEqual(expect.arrayContaining(own));
      for (const href of announced) expect(rssFiles, page.path).toContain(href.slice(base.length));
      const json = byTag(page, 'link').filter(({ attributes }) => attributes['type'] === 'application/feed+json');
      expect(
        json.map(({ attributes }) => attributes['href']),
        page.path,
      ).toEqual(announced.map((href) => href.replace(/xml$/, 'json')));
    }
  });

  it('are all listed in the OPML file and on the page 订阅', () => {
    const xml = read('feeds.opml');
    expect(SyntaxValidator.validate(xml)).toBe(true);
    const newest = rssFiles.filter((file) => !file.includes('feed/')).map(address);
    const listed = [...xml.matchAll(/xmlUrl="([^"]+)"/g)].map(([, url]) => url ?? '');
    expect(listed.sort()).toEqual([...newest].sort());
    const page = pages.find(({ path }) => path === '/subscribe/');
    const links = (page ? byTag(page, 'a') : []).map(({ attributes }) => `${ORIGIN}${attributes['href'] ?? ''}`);
    expect(newest.filter((url) => !links.includes(url))).toEqual([]);
    expect(newest.map((url) => url.replace(/xml$/, 'json')).filter((url) => !links.includes(url))).toEqual([]);
  });
});
