import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { readContent } from '../loader/read-content.ts';
import { scanBuiltSite } from './built-site.ts';
import { contextOf } from './context.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbang-built-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});
let count = 0;
function site(files: Record<string, string | Buffer>): string {
  const folder = join(root, String((count += 1)));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** What the gate knows of a fixture's content. */
const contextOfCase = (name: string) => contextOf(readContent(join(import.meta.dirname, 'fixtures', name)), '2026-03-31');
const strict = contextOfCase('_base');

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** A resident id of anybody born in a month and on a day that every month has. */
const residentId = fc
  .tuple(
    fc.constantFrom('110105', '430102', '522627', '650102'),
    fc.integer({ min: 1920, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([place, year, month, day, order]) => {
    const body = `${place}${String(year)}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}${String(order).padStart(3, '0')}`;
    return body + '10X98765432'.charAt(WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11);
  });

describe('the finished site', () => {
  it('is clean where nothing of a person is in it', () => {
    const folder = site({
      'index.html': '<p>2026年3月5日，1486亩，电话<a href="tel:0000-8765432">0000-8765432</a></p><img width="960" height="540">',
      'data/a.csv': '\uFEFF户数,收入\r\n138,1234,5678\r\n',
    });
    expect(scanBuiltSite(folder, strict)).toEqual([]);
  });

  it('is searched for ids hidden anywhere: across tags, in attributes, data, feeds, packed search index', () => {
    const wrap: [string, (id: string) => string | Buffer][] = [
      ['page/index.html', (id) => `<table><tr><td>${id.slice(0, 6)}</td><td>${id.slice(6)}</td></tr></table>`],
      ['page/index.html', (id) => `<p>证件<b>${id.slice(0, 9)}</b><i>${id.slice(9)}</i>。</p>`],
      ['page/index.html', (id) => `<img alt="${id}" src="a.webp">`],
      ['data/a.json', (id) => JSON.stringify([{ text: `证件${id}` }])],
      ['data/a.csv', (id) => `甲,${id}\r\n`],
      ['feed.xml', (id) => `<description>&lt;p&gt;${id}&lt;/p&gt;</description>`],
      ['calendar.ics', (id) => `SUMMARY:${id}\r\n`],
      ['pagefind/fragment/a.pf_fragment', (id) => gzipSync(`pagefind_dcd{"content":"春茶 ${id} 开采"}`)],
    ];
    fc.assert(
      fc.property(residentId, fc.constantFrom(...wrap), (id, [name, write]) => {
        expect(scanBuiltSite(site({ [name]: write(id) }), strict)).toMatchObject([{ file: name, what: '有一个身份证号' }]);
      }),
      { numRuns: 200 },
    );
  });

  it('lets pass what an exception names, and mobiles where the site does not look for them', () => {
    const folder = site({ 'index.html': '<p>约机电话13812345678</p>' });
    expect(scanBuiltSite(folder, strict)).toEqual([{ file: 'index.html', what: '有一个手机号', value: '138******78' }]);
    expect(scanBuiltSite(folder, contextOfCase('exception-holds'))).toEqual([]);
    expect(scanBuiltSite(folder, contextOfCase('exception-over'))).toHaveLength(1);
    expect(scanBuiltSite(folder, contextOfCase('mobiles-unasked'))).toEqual([]);
  });

  it('is searched for the place where a picture was taken', async () => {
    const photo = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#486' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 1/1 0/1' } })
      .webp()
      .toBuffer();
    expect(scanBuiltSite(site({ '_astro/a.webp': photo }), strict)).toEqual([
      { file: '_astro/a.webp', what: '图片里有拍摄地点（定位）' },
    ]);
  });
});
