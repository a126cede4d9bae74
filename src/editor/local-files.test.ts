import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cleanInPlace } from '../authoring/clean-photos.ts';
import { serveFolder, type StaticServer } from '../lib/static-server.ts';
import { asBefore, localFiles } from './local-files.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbang-files-'));
let server: StaticServer;
const ask = (path: string, init: RequestInit = {}) =>
  fetch(server.url + path, { ...init, headers: { 'X-Mingbang-Editor': '1', ...(init.headers as Record<string, string>) } });
const put = (path: string, body: BodyInit, version = '') =>
  ask(`files/${path}`, { method: 'PUT', body, headers: { 'If-Match': version } });

beforeAll(async () => {
  mkdirSync(join(root, 'content/pages'), { recursive: true });
  mkdirSync(join(root, 'page'));
  writeFileSync(join(root, 'page/index.html'), 'editor');
  writeFileSync(join(root, 'content/a.yaml'), 'a: 1\n');
  writeFileSync(join(root, 'secret'), 'secret');
  symlinkSync(root, join(root, 'content/out'));
  server = await serveFolder({
    folder: join(root, 'page'),
    before: localFiles({
      root,
      cleanPicture: async (file) => {
        await cleanInPlace(file);
      },
      check: (path) => Promise.resolve([path]),
    }),
  });
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

describe('the files of the form editor', () => {
  it('are listed, read, written and removed', async () => {
    expect(await (await ask('')).text()).toBe('editor');
    expect(await (await ask('files/')).json()).toEqual([{ name: 'content', kind: 'directory' }]);
    expect(await (await ask('files/content/')).json()).toContainEqual({ name: 'a.yaml', kind: 'file' });
    expect((await put('content/pages/new/index.mdx', '---\n---\n')).status).toBe(204);
    expect(readFileSync(join(root, 'content/pages/new/index.mdx'), 'utf8')).toBe('---\n---\n');
    expect((await ask('files/content/pages/new/index.mdx', { method: 'DELETE' })).status).toBe(204);
    expect((await ask('files/content/pages/new', { method: 'DELETE' })).status).toBe(204);
    expect((await ask('files/content/pages/new/index.mdx')).status).toBe(404);
    expect(await (await ask('findings/content/a.yaml')).json()).toEqual(['content/a.yaml']);
  });

  it('are not written over when they changed meanwhile', async () => {
    const version = (await ask('files/content/a.yaml')).headers.get('ETag') ?? '';
    writeFileSync(join(root, 'content/a.yaml'), 'a: 2\n');
    const refused = await put('content/a.yaml', 'a: 3\n', version);
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('刷新页面')]);
    expect(readFileSync(join(root, 'content/a.yaml'), 'utf8')).toBe('a: 2\n');
    const now = (await ask('files/content/a.yaml')).headers.get('ETag') ?? '';
    const next = await put('content/a.yaml', 'a: 3\n', now);
    expect(next.status).toBe(204);
    expect((await put('content/a.yaml', 'a: 4\n', next.headers.get('ETag') ?? '')).status).toBe(204);
  });

  it.each(['secret', 'content/../secret', 'content/%2e%2e/secret', 'content/out/secret', 'content/.git', 'content//a.yaml'])(
    'are only those of content/: %s',
    async (path) => {
      expect((await ask(`files/${path}`)).ok).toBe(false);
      expect((await put(path, 'x')).ok).toBe(false);
      expect(readFileSync(join(root, 'secret'), 'utf8')).toBe('secret');
    },
  );

  it('are kept from the pages of other sites', async () => {
    expect((await fetch(`${server.url}files/content/a.yaml`)).status).toBe(403);
  });

  it('come to the disk without what the camera wrote', async () => {
    const photo = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#7a9' } })
      .jpeg()
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 1/1 0/1' } })
      .toBuffer();
    expect((await put('content/pages/photo.jpg', new Uint8Array(photo))).status).toBe(204);
    const { width, exif } = await sharp(join(root, 'content/pages/photo.jpg')).metadata();
    expect({ width, exif }).toEqual({ width: 1920, exif: undefined });
  });
});

it.each([
  ['a\r\nb\r\n', 'a\nc\n', 'a\r\nc\r\n'],
  ['\uFEFFa\n', 'b\n', '\uFEFFb\n'],
  ['a', 'b\n', 'b'],
  ['a\n\n\n', 'b\n', 'b\n\n\n'],
])('%j stays as it was but for %j', (was, now, wanted) => {
  expect(asBefore(was, now)).toBe(wanted);
});
