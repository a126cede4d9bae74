import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { parseFeed } from '@rowanmanning/feed-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../src/lib/static-server.ts';
import { findNewsboat, type Newsboat } from '../support/newsboat.ts';
import { serveDist } from '../support/serve-dist.ts';
import { sites } from '../support/sites.ts';

const ORIGIN = 'https://qinghe.example.cn';

interface Kept {
  guid: string;
  title: string;
  url: string;
  day: number;
  content: string;
}

/** What newsboat keeps of one feed: it holds one item for each id, so every feed gets a newsboat of its own. */
async function readWith({ command, env }: Newsboat, address: string): Promise<{ title: string; url: string; items: Kept[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbang-reader-'));
  const [urls, config, cache] = ['urls', 'config', 'cache.db'].map((name) => join(folder, name)) as [string, string, string];
  try {
    writeFileSync(urls, `${address}\n`);
    writeFileSync(config, 'download-retries 1\n');
    await promisify(execFile)(command, ['-u', urls, '-C', config, '-c', cache, '-x', 'reload'], {
      env: { ...process.env, HOME: folder, no_proxy: '127.0.0.1', ...env },
      timeout: 60_000,
    });
    const database = new DatabaseSync(cache, { readOnly: true });
    const feed = database.prepare('SELECT title, url FROM rss_feed').get() as { title: string; url: string };
    const items = database
      .prepare('SELECT guid, title, url, pubDate AS day, content FROM rss_item WHERE deleted = 0 ORDER BY id')
      .all() as unknown as Kept[];
    database.close();
    return { ...feed, items };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.each(Object.entries(sites))('programs that read the site at %s', (_name, { base, folder }) => {
  let server: StaticServer;
  let newsboat: Newsboat | string;
  beforeAll(async () => {
    [server, newsboat] = await Promise.all([serveDist(folder, base), findNewsboat()]);
  });
  afterAll(() => server.close());

  const here = (address: string): string => address.replace(`${ORIGIN}${base}`, server.url);
  const listed = (): string[] =>
    [...readFileSync(join(folder, 'feeds.opml'), 'utf8').matchAll(/xmlUrl="([^"]+)"/g)].map(([, url]) => url ?? '');

  it('newsboat reads every feed of the OPML file: each entry, its title, text, day and full address', async (context) => {
    // Where Debian's packages do not fit, the library below reads the feeds all the same; on Linux this must run.
    if (typeof newsboat === 'string' && process.platform !== 'linux') {
      console.warn(newsboat);
      return context.skip(newsboat);
    }
    if (typeof newsboat === 'string') throw new Error(newsboat);
    const feeds = [...listed(), ...globSync('**/feed/*.xml', { cwd: folder }).map((file) => `${ORIGIN}${base}${file}`)];
    expect(feeds.length).toBeGreaterThan(20);
    let entries = 0;
    for (const address of feeds) {
      const kept = await readWith(newsboat, here(address));
      const said = JSON.parse(
        readFileSync(join(folder, address.slice(ORIGIN.length + base.length).replace(/xml$/, 'json')), 'utf8'),
      ) as {
        title: string;
        home_page_url: string;
        items: { id: string; title: string; url: string; content_html: string; date_published: string }[];
      };
      expect({ title: kept.title, url: kept.url }, address).toEqual({ title: said.title, url: said.home_page_url });
      const byId = <T extends { guid: string }>(items: T[]): T[] => items.toSorted((a, b) => (a.guid < b.guid ? -1 : 1));
      expect(byId(kept.items), address).toEqual(
        byId(
          said.items.map(({ id, title, url, content_html, date_published }) => ({
            guid: id,
            title,
            url,
            day: Date.parse(date_published) / 1000,
            content: content_html,
          })),
        ),
      );
      for (const { url } of kept.items) expect(url, address).toMatch(/^https:\/\/qinghe\.example\.cn\//);
      entries += kept.items.length;
    }
    expect(entries).toBeGreaterThan(200);
  });

  it('a program that follows the archives to their end has every entry once', async () => {
    const held: string[] = [];
    const chain: string[] = [];
    for (let address: string | undefined = `${ORIGIN}${base}feed.xml`; address !== undefined;) {
      chain.push(address);
      const response: Response = await fetch(here(address));
      expect(response.status, address).toBe(200);
      const xml = await response.text();
      held.push(...parseFeed(xml).items.map(({ id }) => id ?? ''));
      address = /<atom:link href="([^"]+)" rel="prev-archive"/.exec(xml)?.[1];
    }
    expect(new Set(chain).size).toBe(chain.length);
    // The newest fifty stand in the archives as well; a subscriber who follows the chain tells them by their id.
    const ids = new Set(held);
    const addresses = globSync('{news/*/*,reports/*}/index.html', { cwd: folder }).filter((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      return !/<meta http-equiv="refresh"|<h1>信息已撤下<\/h1>/.test(html);
    });
    expect(ids.size).toBe(addresses.filter((file) => /^(news\/\d{4}\/\d{4}-|reports\/\d{4}\/)/.test(file)).length);
    const archived = held.slice(50);
    expect(new Set(archived).size).toBe(archived.length);
  });
});
