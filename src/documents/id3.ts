/** One thing that a recording's tags hold. */
export interface Tag {
  /** The tag's own short name: `TPE1`, `©ART`. */
  name: string;
  /** What is written, where it is text. */
  text?: string;
  /** A picture, where it is one. */
  picture?: Uint8Array;
}

const latin = (bytes: Uint8Array, from: number, until: number): string =>
  Buffer.from(bytes.subarray(from, until)).toString('latin1');
/** Four bytes of seven bits. */
const syncSafe = (bytes: Uint8Array, at: number): number =>
  [0, 1, 2, 3].reduce((size, index) => size * 128 + ((bytes[at + index] ?? 0) & 0x7f), 0);
const uint = (bytes: Uint8Array, at: number, length: number): number =>
  Array.from({ length }, (_, index) => bytes[at + index] ?? 0).reduce((size, byte) => size * 256 + byte, 0);

/** Where the sound of an MP3 begins and ends: tags stand before it and behind it, several of them at times. */
export function soundOf(bytes: Uint8Array): { from: number; until: number } {
  let from = 0;
  while (latin(bytes, from, from + 3) === 'ID3' && from + 10 <= bytes.length) from += sizeAt(bytes, from);
  let until = bytes.length;
  for (let before = -1; before !== until;) {
    before = until;
    if (latin(bytes, until - 128, until - 125) === 'TAG') until -= 128;
    const ape = latin(bytes, until - 32, until - 24) === 'APETAGEX' ? until - 32 : undefined;
    // The size counts the footer and not the header; whether there is one stands in the flags.
    if (ape !== undefined) {
      const size = Buffer.from(bytes.subarray(ape + 12, ape + 16)).readUInt32LE();
      until -= size + ((bytes[ape + 23] ?? 0) & 0x80 ? 32 : 0);
    }
    if (latin(bytes, until - 10, until - 7) === '3DI') until -= syncSafe(bytes, until - 4) + 20;
    if (until <= from) return { from, until: bytes.length };
  }
  return { from: Math.min(from, until), until };
}

/** Header, frames and, where the flags say so, a footer. */
const sizeAt = (bytes: Uint8Array, at: number): number => 10 + syncSafe(bytes, at + 6) + ((bytes[at + 5] ?? 0) & 0x10 ? 10 : 0);

/** Everything in the tags of an MP3: ID3 of all versions, before and behind the sound, and APE. */
export function mp3Tags(bytes: Uint8Array): Tag[] {
  const tags: Tag[] = [];
  for (let at = 0; latin(bytes, at, at + 3) === 'ID3' && at + 10 <= bytes.length; at += sizeAt(bytes, at))
    tags.push(...frames(bytes.subarray(at, at + sizeAt(bytes, at))));
  const { until } = soundOf(bytes);
  const behind = bytes.subarray(until);
  if (behind.length > 0) tags.push(...textsBehind(behind));
  return tags;
}

function frames(tag: Uint8Array): Tag[] {
  const version = tag[3] ?? 3;
  const flags = tag[5] ?? 0;
  // FF 00 stands for FF where the tag says so, lest a player take it for sound.
  const body =
    flags & 0x80
      ? Uint8Array.from(tag.subarray(10).filter((byte, i, all) => !(byte === 0 && all[i - 1] === 0xff)))
      : tag.subarray(10);
  const [idLength, head] = version === 2 ? [3, 6] : [4, 10];
  const found: Tag[] = [];
  let at = flags & 0x40 ? (version === 4 ? syncSafe(body, 0) : uint(body, 0, 4) + 4) : 0;
  while (at + head < body.length && (body[at] ?? 0) !== 0) {
    const name = latin(body, at, at + idLength);
    const size = version === 2 ? uint(body, at + 3, 3) : version === 4 ? syncSafe(body, at + 4) : uint(body, at + 4, 4);
    found.push(frame(name, body.subarray(at + head, at + head + size)));
    at += head + size;
  }
  return found;
}

function frame(name: string, data: Uint8Array): Tag {
  if (name === 'APIC' || name === 'PIC') return { name, picture: data.subarray(pictureStart(data)) };
  const encoding = data[0] ?? 0;
  if (/^[TW]/.test(name) && encoding <= 3) return { name, text: decode(encoding, data.subarray(1)) };
  // Language and short description stand before the text.
  if (/^(?:COMM|USLT|COM|ULT)$/.test(name) && encoding <= 3) return { name, text: decode(encoding, data.subarray(4)) };
  return { name, text: new TextDecoder('gb18030').decode(data) };
}

/** A picture begins with its own mark, behind its kind and description. */
function pictureStart(data: Uint8Array): number {
  const buffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const starts = ['\xff\xd8\xff', '\x89PNG', 'RIFF', 'GIF8'].map((mark) => buffer.indexOf(Buffer.from(mark, 'latin1')));
  return Math.min(...starts.filter((index) => index >= 0), data.length);
}

/** Chinese programs write GBK where the standard says Latin. */
function decode(encoding: number, data: Uint8Array): string {
  const bigEndian = encoding === 2 || (encoding === 1 && data[0] === 0xfe);
  const label = encoding === 0 ? 'gb18030' : encoding === 3 ? 'utf-8' : bigEndian ? 'utf-16be' : 'utf-16le';
  return new TextDecoder(label)
    .decode(data)
    .replace(/[\0\ufeff]+/g, ' ')
    .trim();
}

/** ID3v1 has fields of fixed length; what else stands behind the sound is read as one text. */
function textsBehind(bytes: Uint8Array): Tag[] {
  const text = (from: number, until: number): string => decode(0, bytes.subarray(from, until));
  const at = bytes.length - 128;
  if (latin(bytes, at, at + 3) !== 'TAG') return [{ name: 'APE', text: text(0, bytes.length) }];
  const fixed = [
    { name: 'TIT2', text: text(at + 3, at + 33) },
    { name: 'TPE1', text: text(at + 33, at + 63) },
    { name: 'TALB', text: text(at + 63, at + 93) },
    { name: 'COMM', text: text(at + 97, at + 127) },
  ].filter((tag) => tag.text !== '');
  return at > 0 ? [...fixed, { name: 'APE', text: text(0, at) }] : fixed;
}
