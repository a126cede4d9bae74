/** A few frames of an MP3, which no player would mind. */
export const SOUND = Buffer.from('fffb900400000000000000000000000000000000deadbeef', 'hex');

const syncSafe = (size: number): Buffer => Buffer.from([21, 14, 7, 0].map((shift) => (size >> shift) & 0x7f));
const uint32 = (size: number): Buffer => Buffer.from([24, 16, 8, 0].map((shift) => (size >> shift) & 0xff));

/** An ID3 tag of version 2.2, 2.3 or 2.4. */
export function id3(version: 2 | 3 | 4, frames: Record<string, Buffer>): Buffer {
  const body = Buffer.concat(
    Object.entries(frames).map(([name, data]) =>
      version === 2
        ? Buffer.concat([Buffer.from(name), uint32(data.length).subarray(1), data])
        : Buffer.concat([Buffer.from(name), version === 4 ? syncSafe(data.length) : uint32(data.length), Buffer.alloc(2), data]),
    ),
  );
  return Buffer.concat([Buffer.from('ID3'), Buffer.from([version, 0, 0]), syncSafe(body.length + 20), body, Buffer.alloc(20)]);
}

/** Text as a frame holds it, in UTF-16 or UTF-8. */
export const wideText = (text: string): Buffer => Buffer.concat([Buffer.from([1, 0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
export const plainText = (text: string): Buffer => Buffer.concat([Buffer.from([3]), Buffer.from(text)]);

/** The old tag of fixed length behind the sound; its fields as bytes, for Chinese programs write GBK. */
export function id3v1(title: Buffer, artist: Buffer): Buffer {
  const tag = Buffer.alloc(128);
  tag.write('TAG');
  title.copy(tag, 3);
  artist.copy(tag, 33);
  return tag;
}

/** A box of an MP4 file. */
export const box = (type: string, ...content: Buffer[]): Buffer => {
  const inside = Buffer.concat(content);
  return Buffer.concat([uint32(inside.length + 8), Buffer.from(type, 'latin1'), inside]);
};

/** A field of iTunes' list: kind and language, then the value. */
export const item = (type: string, value: Buffer | string, kind = 1): Buffer =>
  box(type, box('data', uint32(kind), uint32(0), Buffer.from(value as string)));

/** An M4A file with fields, and others beside them in `udta`. */
export function m4a(items: Buffer[], beside: Buffer[] = []): Buffer {
  const list = box('meta', Buffer.alloc(4), box('hdlr', Buffer.alloc(25)), box('ilst', ...items));
  return Buffer.concat([
    box('ftyp', Buffer.from('M4A \0\0\0\0')),
    box('moov', box('mvhd', Buffer.alloc(20)), box('trak', box('tkhd', Buffer.alloc(8))), box('udta', ...beside, list)),
    box('mdat', SOUND),
  ]);
}
