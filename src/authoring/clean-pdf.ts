import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { pdfPhotos, withoutPhotoTags } from '../documents/pdf-photos.ts';
import { Refusal } from '../documents/refusal.ts';
import type { Cleaned } from './clean-photos.ts';

/**
 * Takes what cameras wrote out of the photographs of a PDF, in place; it looks the same. Undefined where there was nothing to do. Throws
 * a {@link Refusal} where the file carries a signature, which any change would break.
 */
export function cleanPdf(path: string): Cleaned | undefined {
  const bytes = readFileSync(path);
  const cleaned = withoutPhotoTags(bytes);
  if (cleaned === undefined) return undefined;
  if (bytes.includes('/ByteRange'))
    throw new Refusal('有电子签名，改了签名就失效，没有动它 → 把原稿里的照片清理好，重新生成、重新签名');
  writeFileSync(`${path}.new`, cleaned);
  renameSync(`${path}.new`, path);
  const removed = [...new Set(pdfPhotos(bytes).pictures.flatMap(({ tells }) => tells))];
  return { before: bytes.length, after: cleaned.length, removed };
}
