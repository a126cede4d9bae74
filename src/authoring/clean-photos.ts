import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { personalMetadata } from '../documents/photo.ts';
import { fitted, JPEG_QUALITY, LONGEST_SIDE } from '../lib/content-picture.ts';
import { replaceFile } from '../lib/replace-file.ts';

export interface Cleaned {
  before: number;
  after: number;
  /** What was in it: `拍摄地点（定位）`. */
  removed: string[];
}

/**
 * Makes a photograph fit for content/, in place: upright, of a sensible size, in its own format, without what the camera wrote into it.
 * Undefined where there was nothing to do. Throws where the file is no picture; the file is then as it was.
 */
export async function cleanInPlace(path: string): Promise<Cleaned | undefined> {
  const bytes = readFileSync(path);
  const { width, height, exif, xmp, iptc, format } = await sharp(bytes).metadata();
  if (Math.max(width, height) <= LONGEST_SIDE && [exif, xmp, iptc].every((part) => part === undefined)) return undefined;
  const picture = fitted(sharp(bytes));
  const cleaned = await (
    format === 'jpeg' ? picture.jpeg({ quality: JPEG_QUALITY }) : picture.toFormat(format === 'heif' ? 'avif' : format)
  ).toBuffer();
  replaceFile(path, cleaned);
  return { before: bytes.length, after: cleaned.length, removed: personalMetadata(bytes) };
}
