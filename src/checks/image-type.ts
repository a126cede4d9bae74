import { closeSync, openSync, readSync } from 'node:fs';

/** Pictures that every browser shows. */
export const PICTURE = /\.(jpe?g|png|webp|gif|avif|svg)$/i;

/** The first bytes of a file. */
export function readHead(absolute: string, length = 64): Buffer {
  const file = openSync(absolute, 'r');
  try {
    const head = Buffer.alloc(length);
    return head.subarray(0, readSync(file, head, 0, length, 0));
  } finally {
    closeSync(file);
  }
}

/** What a file really is, by its first bytes; undefined when it is not a picture that browsers show. */
export function imageType(head: Buffer): 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'svg' | undefined {
  const ascii = head.toString('latin1');
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
  if (ascii.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return 'webp';
  if (/^GIF8[79]a/.test(ascii)) return 'gif';
  if (ascii.slice(4, 8) === 'ftyp' && /avi[fs]/.test(ascii.slice(8, 32))) return 'avif';
  return /^(?:\xef\xbb\xbf)?\s*<(?:svg[\s>]|\?xml|!--|!DOCTYPE svg)/i.test(ascii) ? 'svg' : undefined;
}
