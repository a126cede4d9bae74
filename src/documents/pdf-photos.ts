import { constants, inflateSync } from 'node:zlib';
import type { DocumentFacts } from './facts.ts';
import { isJpeg, silenceJpeg } from './photo-tags.ts';
import { personalMetadata, PLACE_TAKEN } from './photo.ts';
import { Refusal } from './refusal.ts';

/** A photograph that unpacks to more than this is none. */
const MOST_BYTES = 100 * 1024 * 1024;
/** A stream's dictionary stands right before it; the longest hold a table of colours. */
const DICTIONARY = 4096;
const GPS = /\bGPS(?:Latitude|Longitude)\b/;

export const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 4)).toString('latin1') === '%PDF';

interface Stream {
  dictionary: string;
  bytes: Buffer;
}

/** The streams of a PDF as they lie in the file, whatever its table of objects says of them: what a curious reader would dig out. */
function* streamsOf(pdf: Buffer): Generator<Stream> {
  let at = pdf.indexOf('stream');
  while (at !== -1) {
    const before = pdf.subarray(Math.max(0, at - DICTIONARY), at).toString('latin1');
    const start = at + 'stream'.length + (pdf[at + 6] === 0x0d && pdf[at + 7] === 0x0a ? 2 : 1);
    if (!/>>\s*$/.test(before.slice(-20))) at = pdf.indexOf('stream', start);
    else {
      const end = pdf.indexOf('endstream', start);
      yield {
        dictionary: before.slice(before.lastIndexOf(' obj') + 1),
        bytes: pdf.subarray(start, end === -1 ? pdf.length : end),
      };
      at = end === -1 ? -1 : pdf.indexOf('stream', end + 'endstream'.length);
    }
  }
}

const UNPACK: Record<string, (bytes: Buffer) => Buffer> = {
  FlateDecode: (bytes) => inflateSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST_BYTES }),
  ASCIIHexDecode: (bytes) => Buffer.from(bytes.toString('latin1').replace(/[^\da-f]/gi, ''), 'hex'),
};

/** What lies in a stream once its wrappings are off, the picture's own kind of packing left on. */
function unwrapped({ dictionary, bytes }: Stream): Buffer {
  const filters = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1]?.match(/\w+/g) ?? [];
  try {
    return filters.reduce((packed, filter) => UNPACK[filter]?.(packed) ?? packed, bytes);
  } catch {
    return Buffer.alloc(0);
  }
}

const isXmp = (dictionary: string): boolean => /\/Metadata\b/.test(dictionary) && /\/XML\b/.test(dictionary);
const listed = (numbers: readonly number[]): string =>
  numbers.length > 5 ? `第${numbers.slice(0, 5).join('、')}等${String(numbers.length)}张照片` : `第${numbers.join('、')}张照片`;

/**
 * What cameras wrote into the photographs of a PDF, which most programs put into it whole, and what an editor keeps beside them as XMP.
 * Photographs are counted in the order of the file. `problem`, Chinese, where some cannot be read, as behind a lock against printing.
 */
export function pdfPhotos(bytes: Uint8Array): Pick<DocumentFacts, 'pictures' | 'problem'> {
  const tells = new Set<string>();
  const telling: number[] = [];
  let count = 0;
  let unread = 0;
  let placed = false;
  for (const stream of streamsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
    const { dictionary } = stream;
    if (isXmp(dictionary)) placed ||= GPS.test(unwrapped(stream).toString('utf8'));
    if (!isJpeg(stream.bytes) && !dictionary.includes('/DCTDecode')) continue;
    count += 1;
    const photo = isJpeg(stream.bytes) ? stream.bytes : unwrapped(stream);
    const found = personalMetadata(photo);
    for (const what of found) tells.add(what);
    if (found.length > 0) telling.push(count);
    if (!isJpeg(photo)) unread += 1;
  }
  return {
    pictures: [
      ...(telling.length === 0 ? [] : [{ place: listed(telling), tells: [...tells] }]),
      ...(placed ? [{ place: '照片说明', tells: [PLACE_TAKEN] }] : []),
    ],
    ...(unread > 0 && { problem: `里有${String(unread)}张照片读不出来，多半是加了不许打印或修改的限制` }),
  };
}

/** A document with what cameras wrote into its photographs taken out, and what that was: `拍摄地点（定位）`. */
export interface CleanedDocument {
  bytes: Uint8Array;
  removed: string[];
}

/**
 * The same PDF with what cameras wrote into its photographs overwritten; not a byte moves, so that everything else stays whole.
 * Undefined where there was nothing that can be mended so: a photograph packed once more is left, and the gate goes on naming it.
 * Throws a {@link Refusal} where the file carries a signature, which any change would break.
 */
export function withoutPdfTags(bytes: Uint8Array): CleanedDocument | undefined {
  const pdf = Buffer.from(bytes);
  for (const { dictionary, bytes: inside } of streamsOf(pdf)) {
    if (isJpeg(inside) && personalMetadata(inside).length > 0) silenceJpeg(inside);
    if (isXmp(dictionary) && GPS.test(inside.toString('latin1'))) inside.fill(0x20, 0, inside.length - 1);
  }
  if (pdf.equals(bytes)) return undefined;
  if (pdf.includes('/ByteRange'))
    throw new Refusal('有电子签名，改了签名就失效，没有动它 → 把原稿里的照片清理好，重新生成、重新签名');
  return { bytes: pdf, removed: [...new Set(pdfPhotos(bytes).pictures.flatMap(({ tells }) => tells))] };
}
