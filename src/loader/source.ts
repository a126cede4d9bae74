/**
 * How the bytes of a text file were read. Only UTF-8 is accepted; the others are named so that the author knows what to change.
 * `damaged` is UTF-8 with some bytes that are not, which stand as U+FFFD in the text.
 */
export type Encoding = 'utf-8' | 'damaged' | 'gb18030' | 'utf-16' | 'binary';

export interface SourceText {
  /** The text with the byte order mark removed and line ends as `\n`: lines and columns stay those of the file. */
  text: string;
  encoding: Encoding;
}

const decode = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const normalise = (text: string): string => text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');

function looksUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 200);
  const zeros = [0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // A few Han characters have a zero byte of their own.
  if (odd > 4 && odd > 4 * even) return 'utf-16le';
  return even > 4 && even > 4 * odd ? 'utf-16be' : undefined;
}

/** Reads the bytes of a text file; never throws. A file in another encoding is still decoded, so that it can be talked about. */
export function readText(bytes: Uint8Array): SourceText {
  const wide = looksUtf16(bytes);
  if (wide !== undefined) return { text: normalise(new TextDecoder(wide).decode(bytes)), encoding: 'utf-16' };
  const utf8 = decode('utf-8', bytes);
  if (utf8 !== undefined) return { text: normalise(utf8), encoding: utf8.includes('\0') ? 'binary' : 'utf-8' };
  const lossy = new TextDecoder().decode(bytes);
  if (lossy.includes('\0')) return { text: '', encoding: 'binary' };
  const damaged: SourceText = { text: normalise(lossy), encoding: 'damaged' };
  const lost = lossy.split('\ufffd').length - 1;
  const whole = lossy.match(/[\u3000-\u9fff\uff01-\uff5e]/g)?.length ?? 0;
  // Text in GBK that is read as UTF-8 loses nearly every character.
  if (whole > 4 * lost) return damaged;
  const gb = decode('gb18030', bytes);
  if (gb !== undefined) return { text: normalise(gb), encoding: 'gb18030' };
  return whole > 0 ? damaged : { text: '', encoding: 'binary' };
}
