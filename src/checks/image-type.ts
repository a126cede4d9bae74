/** Pictures that every browser shows. */
export const PICTURE = /\.(jpe?g|png|webp|gif|avif|svg)$/i;

/** How many bytes at the start of a file say what it is. */
export const HEAD = 64;

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
