import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { personalMetadata } from '../documents/photo.ts';

/** Longest side of a picture in content/, in pixels: twice the widest that a page shows. */
const LONGEST = 1920;

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
  if (Math.max(width, height) <= LONGEST && [exif, xmp, iptc].every((part) => part === undefined)) return undefined;
  const picture = sharp(bytes)
    .rotate()
    .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
  const cleaned = await (format === 'jpeg' ? picture.jpeg({ quality: 88 }) : picture.toFormat(format)).toBuffer();
  // Written beside and moved over: a full disk must not leave half a picture.
  writeFileSync(`${path}.new`, cleaned);
  renameSync(`${path}.new`, path);
  return { before: bytes.length, after: cleaned.length, removed: personalMetadata(bytes) };
}
