import { zipSync, type Zippable } from 'fflate';
import { OfficePackage } from './office-package.ts';
import { isPdf, withoutPdfTags, type CleanedDocument } from './pdf-photos.ts';
import { photoWithoutTags } from './photo-tags.ts';
import { personalMetadata } from './photo.ts';
import { Refusal } from './refusal.ts';

/** Like the reader's: an archive in an archive in an archive is left. */
const DEEPEST = 2;
const SIGNATURES = /^_xmlsignatures\/|^META-INF\/documentsignatures|\/Signs\//i;
/** The first part of OpenDocument, by which others know it, lies in it unpacked. */
const UNPACKED = 'mimetype';
/** An archive keeps a day for each part; Office writes this one. */
const DAY = new Date(1980, 0, 1);

export const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** A part of an archive cleaned; undefined where there was nothing to do, or nothing that can be done. */
function cleaned(part: Uint8Array, depth: number): CleanedDocument | undefined {
  if (isArchive(part)) return depth < DEEPEST ? withoutArchiveTags(part, depth + 1) : undefined;
  if (isPdf(part)) return withoutPdfTags(part);
  const removed = personalMetadata(part);
  const bytes = removed.length === 0 ? undefined : photoWithoutTags(part);
  return bytes && { bytes, removed };
}

/**
 * The same Word, Excel, PowerPoint, OFD or OpenDocument file, or archive, with what cameras wrote into its photographs taken out; every
 * other part is as it was. Undefined where there was nothing to do. Throws a {@link Refusal} where it is broken, where it or a document in it
 * carries a signature, which any change would break, or where it has names that another program would read otherwise.
 */
export function withoutArchiveTags(bytes: Uint8Array, depth = 0): CleanedDocument | undefined {
  const archive = new OfficePackage(bytes);
  const removed = new Set<string>();
  const parts: Zippable = {};
  for (const name of archive.names()) {
    const part = archive.bytes(name) ?? new Uint8Array();
    const done = cleaned(part, depth);
    for (const what of done?.removed ?? []) removed.add(what);
    parts[name] = [done?.bytes ?? part, { level: name === UNPACKED ? 0 : 6, mtime: DAY }];
  }
  if (removed.size === 0) return undefined;
  if (archive.names().some((name) => SIGNATURES.test(name)))
    throw new Refusal('有电子签名，改了签名就失效，没有动它 → 把原稿里的照片清理好，重新签名');
  if (archive.names().some((name) => /[^\x20-\x7e]/.test(name)))
    throw new Refusal('压缩包里有中文文件名，重新压缩会变成乱码，没有动它 → 解开，把里面的照片清理好，再压缩');
  return { bytes: zipSync(parts), removed: [...removed] };
}
