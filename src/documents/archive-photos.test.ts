import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { withoutArchiveTags } from './archive-photos.ts';
import { photoWithoutTags } from './photo-tags.ts';
import { personalMetadata } from './photo.ts';
import { readDocument } from './read.ts';
import { Refusal } from './refusal.ts';
import { makePdf, makeZip } from './testing/make.ts';
import { silentPhoto, tellingPhoto } from './testing/telling-photo.ts';

const BOTH = ['拍摄地点（定位）', '作者'];
const DOCUMENT = '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>冬修水利</w:t></w:r></w:p></w:body></w:document>';
let telling: Buffer;
let silent: Buffer;

beforeAll(async () => {
  [telling, silent] = await Promise.all([tellingPhoto(), silentPhoto()]);
});

const pixels = (photo: Uint8Array): Promise<Buffer> => sharp(photo).rotate().raw().toBuffer();
const told = async (bytes: Uint8Array): Promise<string[]> => (await readDocument(bytes)).pictures.flatMap(({ tells }) => tells);
const word = (parts: Record<string, string | Uint8Array> = {}): Uint8Array =>
  makeZip({ 'word/document.xml': DOCUMENT, 'word/media/image1.jpeg': telling, 'word/media/image2.jpeg': silent, ...parts });

describe('a photograph without what a camera wrote', () => {
  it.each([1, 3, 6, 8])('is seen the same way up (%i)', async (orientation) => {
    const photo = await sharp(telling).keepMetadata().withMetadata({ orientation }).jpeg().toBuffer();
    const cleaned = photoWithoutTags(photo) ?? Buffer.alloc(0);
    expect(personalMetadata(photo)).toEqual(BOTH);
    expect(personalMetadata(cleaned)).toEqual([]);
    expect(cleaned.includes('Zhang')).toBe(false);
    expect((await sharp(cleaned).metadata()).orientation ?? 1).toBe(orientation);
    expect(await pixels(cleaned)).toEqual(await pixels(photo));
  });

  it('is looked for in a TIFF, which is Exif from its first byte on', () => {
    const exif = telling.subarray(telling.indexOf('Exif\0\0') + 6);
    expect(personalMetadata(exif)).toEqual(BOTH);
  });

  it('is the same to the pixel as PNG', async () => {
    const photo = await sharp(telling).keepMetadata().png().toBuffer();
    const cleaned = photoWithoutTags(photo) ?? Buffer.alloc(0);
    expect(personalMetadata(photo)).toEqual(BOTH);
    expect(personalMetadata(cleaned)).toEqual([]);
    expect(await pixels(cleaned)).toEqual(await pixels(photo));
  });
});

describe('the photographs of an Office file', () => {
  it('are silenced, and all else stays', async () => {
    const before = word();
    const { bytes, removed } = withoutArchiveTags(before) ?? { bytes: new Uint8Array(), removed: [] };
    expect(await told(before)).toEqual(BOTH);
    expect(await told(bytes)).toEqual([]);
    expect(removed).toEqual(BOTH);
    const [was, now] = [unzipSync(before), unzipSync(bytes)];
    expect(Object.keys(now)).toEqual(Object.keys(was));
    for (const name of Object.keys(was).filter((each) => each !== 'word/media/image1.jpeg')) expect(now[name]).toEqual(was[name]);
    expect(await pixels(now['word/media/image1.jpeg'] ?? bytes)).toEqual(await pixels(telling));
    expect(withoutArchiveTags(bytes)).toBeUndefined();
  });

  it('are found in documents that are packed into another', async () => {
    const pdf = makePdf({ text: 'x', streams: [{ dictionary: '/Subtype /Image /Filter /DCTDecode', bytes: telling }] });
    const packed = makeZip({ 'a.docx': word(), 'b.pdf': pdf });
    const { bytes } = withoutArchiveTags(packed) ?? { bytes: new Uint8Array() };
    expect((await told(packed)).length).toBeGreaterThan(2);
    expect(await told(bytes)).toEqual([]);
  });

  it('keep the type of OpenDocument where others look for it', () => {
    const { bytes } = withoutArchiveTags(
      makeZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>', 'Pictures/1.jpg': telling }),
    ) ?? { bytes: new Uint8Array() };
    expect(Buffer.from(bytes).includes('application/vnd.oasis.opendocument.text')).toBe(true);
  });

  it.each([
    ['is signed', { '_xmlsignatures/sig1.xml': '<x/>' }, '电子签名'],
    ['has names in Chinese', { '照片.txt': 'x' }, '中文文件名'],
  ])('are left where the file %s', (_why, parts, said) => {
    expect(() => withoutArchiveTags(word(parts))).toThrow(said);
    expect(() => withoutArchiveTags(word(parts))).toThrow(Refusal);
  });

  it('are left where they have nothing to tell, whatever the file is', () => {
    expect(withoutArchiveTags(makeZip({ 'word/media/a.jpg': silent, '照片.txt': 'x' }))).toBeUndefined();
    const fixture = readFileSync(join(import.meta.dirname, '../../tests/fixtures/import/libreoffice.docx'));
    expect(withoutArchiveTags(fixture)).toBeUndefined();
  });
});
