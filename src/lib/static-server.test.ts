import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFolder } from './static-server.ts';
import type { StaticServer } from './static-server.ts';

let parent: string;
let atRoot: StaticServer;
let underBase: StaticServer;

const files: Record<string, string> = {
  'secret.txt': '外面的文件',
  'site-other/secret.txt': '名字相近的文件夹',
  'site/index.html': '<h1>青禾镇</h1>',
  'site/404.html': '<h1>没有这一页</h1>',
  'site/news/index.html': '<h1>动态</h1>',
  'site/名册/index.html': '<h1>名册</h1>',
  'site/empty/leaf.txt': '叶',
  'site/open.csv': '村,户\n石桥,86\n',
  'site/_astro/a.Bx1.webp': 'RIFF',
  'site/data.json': '{}',
  'site/rss.xml': '<rss/>',
  'site/mark.svg': '<svg/>',
  'site/pagefind/wasm.zh-cn.pagefind': 'pf',
  'site/pagefind/index/zh-cn_1.pf_index': 'pf',
  'site/engine.wasm': 'asm',
};

beforeAll(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'mingbang-static-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(parent, name)), { recursive: true });
    await writeFile(path.join(parent, name), text);
  }
  await symlink(path.join(parent, 'secret.txt'), path.join(parent, 'site/link.txt'));
  const folder = path.join(parent, 'site');
  atRoot = await serveFolder({ folder });
  underBase = await serveFolder({ folder, base: '/sub/path' });
});

afterAll(async () => {
  await Promise.all([atRoot.close(), underBase.close()]);
  await rm(parent, { recursive: true, force: true });
});

interface Reply {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Sends the path as written: `fetch` would resolve `..` before the server ever saw it. */
const ask = ({ port }: StaticServer, rawPath: string, method = 'GET'): Promise<Reply> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path: rawPath, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() });
      });
    })
      .on('error', reject)
      .end();
  });

describe('serveFolder', () => {
  it('gives the address of the site with its base', () => {
    expect(atRoot.url).toBe(`http://127.0.0.1:${atRoot.port}/`);
    expect(underBase.url).toBe(`http://127.0.0.1:${underBase.port}/sub/path/`);
  });

  it('answers a folder with its index, never from a stale cache', async () => {
    const reply = await ask(atRoot, '/news/?page=2');
    expect(reply).toMatchObject({ status: 200, body: '<h1>动态</h1>' });
    expect(reply.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
    expect(reply.headers['content-length']).toBe(String(Buffer.byteLength('<h1>动态</h1>')));
  });

  it('serves the base and nothing beside it', async () => {
    expect(await ask(underBase, '/sub/path/')).toMatchObject({ status: 200, body: '<h1>青禾镇</h1>' });
    expect(await ask(underBase, '/sub/path/news/')).toMatchObject({ status: 200, body: '<h1>动态</h1>' });
    for (const outside of ['/', '/news/', '/sub/', '/sub/pathnews/']) {
      expect(await ask(underBase, outside), outside).toMatchObject({ status: 404, body: '<h1>没有这一页</h1>' });
    }
  });

  it('adds the missing slash and keeps the query', async () => {
    expect(await ask(atRoot, '/news?q=a%20b')).toMatchObject({ status: 301, headers: { location: '/news/?q=a%20b' } });
    expect(await ask(underBase, '/sub/path')).toMatchObject({ status: 301, headers: { location: '/sub/path/' } });
    expect(await ask(atRoot, encodeURI('/名册'))).toMatchObject({ status: 301, headers: { location: encodeURI('/名册/') } });
    expect(await ask(atRoot, encodeURI('/名册/'))).toMatchObject({ status: 200, body: '<h1>名册</h1>' });
  });

  it('says 404 with the site’s own page', async () => {
    for (const missing of ['/nothing/', '/empty/', '/empty', '/data.json/', '/news//', '//news/']) {
      const reply = await ask(atRoot, missing);
      expect(reply, missing).toMatchObject({ status: 404, body: '<h1>没有这一页</h1>' });
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
    }
  });

  it.each([
    ['/open.csv', 'text/csv; charset=utf-8'],
    ['/data.json', 'application/json; charset=utf-8'],
    ['/rss.xml', 'application/xml; charset=utf-8'],
    ['/mark.svg', 'image/svg+xml; charset=utf-8'],
    ['/engine.wasm', 'application/wasm'],
    ['/pagefind/wasm.zh-cn.pagefind', 'application/octet-stream'],
    ['/pagefind/index/zh-cn_1.pf_index', 'application/octet-stream'],
    ['/_astro/a.Bx1.webp', 'image/webp'],
  ])('%s is %s', async (file, type) => {
    expect(await ask(atRoot, file)).toMatchObject({ status: 200, headers: { 'content-type': type } });
  });

  it('lets only files with their hash in their name be kept', async () => {
    expect((await ask(atRoot, '/_astro/a.Bx1.webp')).headers['cache-control']).toContain('immutable');
    expect((await ask(atRoot, '/open.csv')).headers['cache-control']).toBe('no-cache');
  });

  it('answers HEAD with the headers alone and refuses to write', async () => {
    const head = await ask(atRoot, '/', 'HEAD');
    expect(head).toMatchObject({ status: 200, body: '' });
    expect(head.headers['content-length']).toBe(String(Buffer.byteLength('<h1>青禾镇</h1>')));
    expect(await ask(atRoot, '/nothing/', 'HEAD')).toMatchObject({ status: 404, body: '' });
    expect(await ask(atRoot, '/', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/news/../../secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/../site-other/secret.txt',
    '/%00/../../secret.txt',
    '/link.txt',
  ])('never leaves the folder: %s', async (attempt) => {
    expect(await ask(atRoot, attempt)).toMatchObject({ status: 404, body: '<h1>没有这一页</h1>' });
    expect(await ask(underBase, `/sub/path${attempt}`)).toMatchObject({ status: 404, body: '<h1>没有这一页</h1>' });
  });

  it('sends nobody to another host', async () => {
    expect((await ask(atRoot, '//news')).status).toBe(404);
    expect((await ask(atRoot, '/%2fnews')).status).toBe(404);
  });

  it('answers a broken escape with 400 and goes on', async () => {
    expect((await ask(atRoot, '/%E9%9D')).status).toBe(400);
    expect((await ask(atRoot, '/')).status).toBe(200);
  });

  it('refuses to start on a missing folder or a taken port', async () => {
    await expect(serveFolder({ folder: path.join(parent, 'nowhere') })).rejects.toThrow('ENOENT');
    await expect(serveFolder({ folder: parent, port: atRoot.port })).rejects.toThrow('EADDRINUSE');
  });
});
