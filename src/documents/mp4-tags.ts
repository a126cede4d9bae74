import type { Tag } from './id3.ts';

interface Box {
  type: string;
  from: number;
  /** Where its content begins. */
  inside: number;
  until: number;
}

/** The boxes of a stretch of an MP4 file; what does not fit its frame ends the list. */
function boxes(bytes: Buffer, from: number, until: number): Box[] {
  const found: Box[] = [];
  let at = from;
  while (at + 8 <= until) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const short = bytes.readUInt32BE(at);
    const long = short === 1 && at + 16 <= until ? Number(bytes.readBigUInt64BE(at + 8)) : undefined;
    const size = short === 0 ? until - at : (long ?? short);
    if (size < 8 || at + size > until) break;
    found.push({ type, from: at, inside: at + (long === undefined ? 8 : 16), until: at + size });
    at += size;
  }
  return found;
}

/** Boxes that only describe: to a player they are nothing. */
const DESCRIBING = new Set(['udta', 'meta', 'uuid']);

/** The boxes of a file that hold descriptions: of the whole, of its tracks, and beside them. */
function describing(bytes: Buffer): Box[] {
  const inside = (list: Box[]): Box[] =>
    list.flatMap((box) => {
      if (DESCRIBING.has(box.type)) return [box];
      return box.type === 'moov' || box.type === 'trak' || box.type === 'moof' ? inside(boxes(bytes, box.inside, box.until)) : [];
    });
  return inside(boxes(bytes, 0, bytes.length));
}

/** Everything in the descriptions of an M4A or MP4 file. */
export function mp4Tags(file: Uint8Array): Tag[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return describing(bytes).flatMap((box) => fields(bytes, box));
}

/** Boxes without anything to read: how the others are named, and empty room. */
const SILENT = new Set(['hdlr', 'keys', 'free', 'skip']);

function fields(bytes: Buffer, box: Box): Tag[] {
  if (box.type === 'uuid') return [{ name: 'uuid', text: textIn(bytes, box.inside + 16, box.until) }];
  // `meta` has four bytes of version before its boxes, but not in files of QuickTime.
  const version = box.type === 'meta' && box.until - box.inside >= 4 && bytes.readUInt32BE(box.inside) === 0 ? 4 : 0;
  return boxes(bytes, box.inside + version, box.until).flatMap((child) => {
    if (SILENT.has(child.type)) return [];
    if (child.type === 'meta' || child.type === 'ilst') return fields(bytes, child);
    return [field(bytes, child)];
  });
}

/** A field: its own text, or a box `data` with eight bytes of kind and language before it. */
function field(bytes: Buffer, box: Box): Tag {
  const data = boxes(bytes, box.inside, box.until).find(({ type }) => type === 'data');
  const name = box.type.replace('\xa9', '©');
  const from = data === undefined ? box.inside : Math.min(data.inside + 8, data.until);
  const until = data?.until ?? box.until;
  if (name === 'covr') return { name, picture: bytes.subarray(from, until) };
  // The name of a field of one's own stands beside its text.
  return { name, text: name === '----' ? textIn(bytes, box.inside, box.until) : textIn(bytes, from, until) };
}

const textIn = (bytes: Buffer, from: number, until: number): string =>
  new TextDecoder()
    .decode(bytes.subarray(from, until))
    .replace(/[^\p{L}\p{N}\p{P}\p{S}\p{Zs}]+/gu, ' ')
    .trim();

/** The file without its descriptions, at the same length: where the sound lies is written in it, and must stay right. */
export function withoutMp4Tags(file: Uint8Array): Uint8Array {
  const bytes = Buffer.from(file);
  for (const { from, inside, until } of describing(bytes)) {
    bytes.write('free', from + 4, 'latin1');
    bytes.fill(0, inside, until);
  }
  return bytes;
}
