import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyProject } from '../support/project-copy.ts';

const copy = copyProject();
afterAll(copy.remove);
const dist = join(copy.folder, 'out');
const read = (path: string): string => readFileSync(join(dist, path), 'utf8');

const ARTICLE = 'news/2025/0318-chun-cha-kai-cai';
const TITLE = 'SECRETPLACE';

beforeAll(async () => {
  writeFileSync(join(copy.folder, 'content', ARTICLE, 'langdu.mp3'), Buffer.from('ID3 a recording'));
  copy.edit(`${ARTICLE}/index.mdx`, (text) =>
    text.replace('disclosure:', 'audio: { file: ./langdu.mp3, seconds: 200, reader: 镇广播站 }\ndisclosure:'),
  );
  // A photo as a phone takes it: turned, with words in it. One with a place or a person's name does not pass the gate (I05).
  const photo = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#6a8f5a' } })
    .jpeg()
    .withExif({ IFD0: { ImageDescription: TITLE, Make: TITLE } })
    .withMetadata({ orientation: 6 })
    .toBuffer();
  writeFileSync(join(copy.folder, 'content/reports/2025/site.jpg'), photo);
  copy.edit('reports/2025/commitments.yaml', (text) =>
    text.replace(
      '- { kind: 报道, news: 2026/0528-shu-ji-dang-ke-qing-shan }',
      '- { kind: 报道, news: 2026/0528-shu-ji-dang-ke-qing-shan }\n        - { kind: 图片, file: ./site.jpg, alt: 厌氧池挖到泉眼的地方 }',
    ),
  );
  await copy.build('out');
}, 180_000);

describe('a recording', () => {
  it('is offered in place of the button, with its length and reader, and is there to be played', () => {
    const html = read(`${ARTICLE}/index.html`);
    const source = /<audio[^>]*src="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(source).toBe(`/files/${ARTICLE}/langdu.mp3`);
    expect(read(source)).toBe('ID3 a recording');
    expect(html).toContain('3分20秒，镇广播站朗读');
    expect(html).not.toContain('data-read');
  });
});

describe('a picture that is evidence', () => {
  it('can be opened from the promise, upright and without what the camera wrote into it', async () => {
    const html = read('commitments/2025-01/index.html');
    const [, source = ''] = /<a href="([^"]+)">图片：厌氧池挖到泉眼的地方<\/a>/.exec(html) ?? [];
    expect(source).toBe('/files/reports/2025/site.webp');
    const { width, height, exif } = await sharp(join(dist, source)).metadata();
    expect([width, height, exif]).toEqual([200, 400, undefined]);
  });

  it('leaves no original and no word of its metadata anywhere', () => {
    expect(globSync('**/site.jpg', { cwd: dist })).toEqual([]);
    const files = globSync('**/*', { cwd: dist }).filter((file) => statSync(join(dist, file)).isFile());
    expect(files.filter((file) => readFileSync(join(dist, file)).includes(TITLE))).toEqual([]);
    expect(existsSync(join(dist, 'files/reports/2025/site.jpg'))).toBe(false);
  });
});
