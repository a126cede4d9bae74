import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { pdfPhotos, withoutPdfTags } from './pdf-photos.ts';
import { readDocument } from './read.ts';
import { makePdf, makeZip } from './testing/make.ts';
import { silentPhoto, tellingPhoto } from './testing/telling-photo.ts';

const BOTH = ['拍摄地点（定位）', '作者'];
const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description exif:GPSLatitude="30,12.00N"/></x:xmpmeta>';
const DCT = '/Subtype /Image /Filter /DCTDecode';
const FLATE_DCT = '/Subtype /Image /Filter [/FlateDecode /DCTDecode]';

let telling: Buffer;
let silent: Buffer;
const pdf = (...streams: [dictionary: string, bytes: Uint8Array][]): Uint8Array =>
  makePdf({ text: 'x', streams: streams.map(([dictionary, bytes]) => ({ dictionary, bytes })) });

/** The first photograph of a PDF, as it is seen. */
const pixels = (file: Buffer): Promise<Buffer> =>
  sharp(file.subarray(file.indexOf(Buffer.from([0xff, 0xd8, 0xff]))), { failOn: 'none' })
    .raw()
    .toBuffer();

beforeAll(async () => {
  [telling, silent] = await Promise.all([tellingPhoto(), silentPhoto()]);
});

describe('the photographs of a PDF', () => {
  it('tell what the camera wrote, by their number', () => {
    const found = pdfPhotos(pdf([DCT, silent], [DCT, telling], [FLATE_DCT, deflateSync(telling)]));
    expect(found).toEqual({ pictures: [{ place: '第2、3张照片', tells: BOTH }] });
  });

  it.each<[what: string, dictionary: string, pack: (photo: Buffer) => Uint8Array]>([
    ['packed', '/Filter [ /FlateDecode /DCTDecode ]', deflateSync],
    ['cut off', '/Filter [/FlateDecode/DCTDecode]', (photo) => deflateSync(photo).subarray(0, -6)],
    ['written in digits', '/Filter [/ASCIIHexDecode /DCTDecode]', (photo) => Buffer.from(`${photo.toString('hex')}>`)],
    ['of a dictionary that does not say so', '/Subtype /Image', (photo) => photo],
  ])('are read when %s', (_what, dictionary, pack) => {
    expect(pdfPhotos(pdf([dictionary, pack(telling)])).pictures).toEqual([{ place: '第1张照片', tells: BOTH }]);
  });

  it('are silent without what a camera writes', () => {
    expect(pdfPhotos(pdf([DCT, silent], [FLATE_DCT, deflateSync(silent)]))).toEqual({ pictures: [] });
    expect(pdfPhotos(pdf(['/Filter /FlateDecode', deflateSync(Buffer.from('Exif\0\0 stream GPSLatitude'))]))).toEqual({
      pictures: [],
    });
  });

  it('are named with an end when there are many', () => {
    const photos = Array.from({ length: 8 }, (): [string, Buffer] => [DCT, telling]);
    expect(pdfPhotos(pdf(...photos)).pictures[0]?.place).toBe('第1、2、3、4、5等8张照片');
  });

  it('are found where an editor keeps their description beside them', () => {
    const place = [{ place: '照片说明', tells: ['拍摄地点（定位）'] }];
    expect(pdfPhotos(pdf(['/Type /Metadata /Subtype /XML', Buffer.from(XMP)])).pictures).toEqual(place);
    const packed: [string, Uint8Array] = ['/Type /Metadata /Subtype /XML /Filter /FlateDecode', deflateSync(XMP)];
    expect(pdfPhotos(pdf(packed)).pictures).toEqual(place);
    expect(pdfPhotos(pdf(['/Type /Metadata /Subtype /XML', Buffer.from('<dc:title>GPS测量</dc:title>')])).pictures).toEqual([]);
  });

  it('are said to be unread behind a lock', () => {
    const locked = Buffer.from(telling.map((byte) => byte ^ 0x5a));
    expect(pdfPhotos(pdf([DCT, silent], [DCT, locked])).problem).toContain('里有1张照片读不出来');
  });

  it('reach the gate from an archive too', async () => {
    const { pictures } = await readDocument(makeZip({ 'a.pdf': pdf([DCT, telling]) }));
    expect(pictures).toEqual([{ place: '嵌在里面的“a.pdf”第1张照片', tells: BOTH }]);
  });

  it('are looked for to the end whatever is broken', () => {
    const whole = Buffer.from(pdf([DCT, telling], [FLATE_DCT, deflateSync(telling)]));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(whole.length),
        (changes, cut) => {
          const broken = Buffer.from(whole.subarray(0, whole.length - cut));
          for (const [at, value] of changes) if (at < broken.length) broken[at] = value;
          expect(pdfPhotos(broken).pictures.length).toBeLessThanOrEqual(1);
          expect(withoutPdfTags(broken)?.bytes.length ?? broken.length).toBe(broken.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are silenced without a byte being moved, and look the same', async () => {
    const file = join(import.meta.dirname, '../checks/fixtures/photo-in-pdf/content/news/2026/0305-chun-geng/biao.pdf');
    for (const before of [
      readFileSync(file),
      Buffer.from(pdf([DCT, telling], ['/Type /Metadata /Subtype /XML', Buffer.from(XMP)])),
    ]) {
      const after = Buffer.from(withoutPdfTags(before)?.bytes ?? []);
      expect(pdfPhotos(after)).toEqual({ pictures: [] });
      expect(after.length).toBe(before.length);
      const [told, kept] = [await readDocument(before), await readDocument(after)];
      const pages = ({ texts }: typeof told) => texts.filter(({ place }) => place.startsWith('第'));
      expect([pages(kept), kept.hidden, kept.persons]).toEqual([pages(told), told.hidden, told.persons]);
      expect(kept).not.toHaveProperty('problem');
      expect(await pixels(after)).toEqual(await pixels(before));
      expect(withoutPdfTags(after)).toBeUndefined();
    }
  });

  it('are left where they are packed once more, or silent', () => {
    expect(withoutPdfTags(pdf([FLATE_DCT, deflateSync(telling)], [DCT, silent]))).toBeUndefined();
  });
});
