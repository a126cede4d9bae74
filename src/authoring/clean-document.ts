import { readFileSync } from 'node:fs';
import { isArchive, withoutArchiveTags } from '../documents/archive-photos.ts';
import { isPdf, withoutPdfTags } from '../documents/pdf-photos.ts';
import { replaceFile } from '../lib/replace-file.ts';
import type { Cleaned } from './clean-photos.ts';

/**
 * Takes what cameras wrote out of the photographs of a PDF, of a Word, Excel, PowerPoint, OFD or OpenDocument file or an archive, in
 * place; it looks the same. Undefined where there was nothing to do, and for the old formats, which the gate names. Throws a Refusal
 * where it must stay as it is.
 */
export function cleanDocument(path: string): Cleaned | undefined {
  const bytes = readFileSync(path);
  const cleaned = isPdf(bytes) ? withoutPdfTags(bytes) : isArchive(bytes) ? withoutArchiveTags(bytes) : undefined;
  if (cleaned === undefined) return undefined;
  replaceFile(path, cleaned.bytes);
  return { before: bytes.length, after: cleaned.bytes.length, removed: cleaned.removed };
}
