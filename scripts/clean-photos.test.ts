import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pdfPhotos } from '../src/documents/pdf-photos.ts';
import { personalMetadata } from '../src/documents/photo.ts';
import { readDocument } from '../src/documents/read.ts';
import { makePdf, makeZip } from '../src/documents/testing/make.ts';
import { id3, SOUND, wideText } from '../src/documents/testing/make-recording.ts';
import { tellingPhoto } from '../src/documents/testing/telling-photo.ts';

const folder = mkdtempSync(join(tmpdir(), 'mingbang-photos-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const run = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(import.meta.dirname, 'clean-photos.ts'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
};
const plain = sharp({ create: { width: 300, height: 200, channels: 3, background: '#486' } });

beforeAll(async () => {
  const photo = sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#486' } })
    .withExif({ IFD0: { Artist: 'Zhang' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 12/1 0/1' } })
    .withMetadata({ orientation: 6 });
  writeFileSync(
    join(folder, 'photo.jpg'),
    await photo
      .withExifMerge({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 12/1 0/1' } })
      .jpeg()
      .toBuffer(),
  );
  writeFileSync(join(folder, 'clean.png'), await plain.png().toBuffer());
});

it('cleans what needs it, in place, and leaves the rest to the byte', async () => {
  const before = readFileSync(join(folder, 'clean.png'));
  expect(personalMetadata(readFileSync(join(folder, 'photo.jpg')))).toContain('拍摄地点（定位）');
  const { status, said } = run('.');
  expect(status, said).toBe(0);
  expect(said).toMatch(/已清理 photo\.jpg：.*去掉了拍摄地点（定位）/);
  expect(said).toContain('看了 2 个照片、录音和附件，清理了 1 个。');
  const { width, height, exif, orientation, format } = await sharp(join(folder, 'photo.jpg')).metadata();
  expect([width, height, exif, orientation, format]).toEqual([1280, 1920, undefined, undefined, 'jpeg']);
  expect(readFileSync(join(folder, 'clean.png')).equals(before)).toBe(true);
  expect(run('.').said).toContain('清理了 0 个');
});

it.each(['avif', 'webp'] as const)('cleans what is %s, in its own format', async (format) => {
  const file = join(folder, `photo.${format}`);
  const photo = sharp(await tellingPhoto()).keepMetadata();
  writeFileSync(file, await photo.toFormat(format).toBuffer());
  expect(personalMetadata(readFileSync(file))).toEqual(['拍摄地点（定位）', '作者']);
  expect(run(`photo.${format}`)).toMatchObject({ status: 0 });
  expect(personalMetadata(readFileSync(file))).toEqual([]);
  expect((await sharp(file).metadata()).format).toBe(format === 'avif' ? 'heif' : format);
  rmSync(file);
});

it('takes the names out of recordings, and leaves their sound to the byte', () => {
  writeFileSync(join(folder, 'langdu.mp3'), Buffer.concat([id3(3, { TPE1: wideText('某某') }), SOUND]));
  writeFileSync(join(folder, 'plain.mp3'), Buffer.concat([id3(3, { TIT2: wideText('春耕') }), SOUND]));
  const before = readFileSync(join(folder, 'plain.mp3'));
  expect(run('langdu.mp3', 'plain.mp3').said).toMatch(/已清理 langdu\.mp3：.*去掉了表演者\n.*清理了 1 个/);
  expect(readFileSync(join(folder, 'langdu.mp3')).equals(SOUND)).toBe(true);
  expect(readFileSync(join(folder, 'plain.mp3')).equals(before)).toBe(true);
  writeFileSync(join(folder, 'broken.m4a'), 'no sound');
  expect(run('broken.m4a')).toMatchObject({ status: 1 });
  rmSync(join(folder, 'broken.m4a'));
});

it('silences the photos of a PDF, and leaves a signed one alone', async () => {
  const stream = { dictionary: '/Subtype /Image /Filter /DCTDecode', bytes: await tellingPhoto() };
  writeFileSync(join(folder, 'biao.pdf'), makePdf({ text: 'x', streams: [stream] }));
  writeFileSync(join(folder, 'signed.pdf'), makePdf({ text: 'x', mark: '/ByteRange [0 1 2 3]', streams: [stream] }));
  const signed = readFileSync(join(folder, 'signed.pdf'));
  const { status, said } = run('biao.pdf', 'signed.pdf');
  expect(status).toBe(1);
  expect(said).toMatch(/已清理 biao\.pdf：.*去掉了拍摄地点（定位）、作者/);
  expect(said).toContain('signed.pdf：有电子签名');
  expect(pdfPhotos(readFileSync(join(folder, 'biao.pdf'))).pictures).toEqual([]);
  expect(readFileSync(join(folder, 'signed.pdf')).equals(signed)).toBe(true);
  rmSync(join(folder, 'signed.pdf'));
});

it('silences the photos of a Word file, and leaves old formats to the gate', async () => {
  writeFileSync(join(folder, 'ji-yao.docx'), makeZip({ 'word/document.xml': '<x/>', 'word/media/a.jpeg': await tellingPhoto() }));
  writeFileSync(join(folder, 'old.doc'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
  writeFileSync(join(folder, 'broken.xlsx'), 'PK, and no more');
  const { status, said } = run('ji-yao.docx', 'old.doc', 'broken.xlsx');
  expect(status).toBe(1);
  expect(said).toMatch(/已清理 ji-yao\.docx：.*去掉了拍摄地点（定位）、作者/);
  expect(said).toContain('broken.xlsx：这个文件打不开');
  expect(said).not.toContain('old.doc');
  expect((await readDocument(readFileSync(join(folder, 'ji-yao.docx')))).pictures).toEqual([]);
  for (const name of ['ji-yao.docx', 'old.doc', 'broken.xlsx']) rmSync(join(folder, name));
});

it('says which file is no picture and leaves it alone', () => {
  writeFileSync(join(folder, 'broken.jpg'), 'no picture');
  const { status, said } = run('broken.jpg', 'missing.jpg');
  expect(status).toBe(1);
  expect(said).toContain('打不开 broken.jpg');
  expect(said).toContain('找不到“missing.jpg”');
  expect(readFileSync(join(folder, 'broken.jpg'), 'utf8')).toBe('no picture');
});
