import ExifReader from 'exifreader';

const SCAN = 0xda;
const EXIF_AND_XMP = 0xe1;
/** What Photoshop writes; the parts that are not named say how the colours are meant. */
const PHOTOSHOP = 0xed;
const PNG_TELLING = /^(?:eXIf|iTXt|tEXt|zTXt)$/;
const PNG_START = 8;

export const isJpeg = (bytes: Uint8Array): boolean => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
const isPng = (bytes: Buffer): boolean => bytes.toString('latin1', 1, 4) === 'PNG';

/** Which way up the picture is shown, 1 to 8 as Exif counts; 1 where nothing is said. */
function orientationOf(jpeg: Buffer): number {
  try {
    const value: unknown = ExifReader.load(jpeg, { expanded: true }).exif?.Orientation?.value;
    return typeof value === 'number' ? value : 1;
  } catch {
    return 1;
  }
}

/** Exif that says which way up, and no more. */
function turned(orientation: number): Buffer {
  const exif = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0', 'latin1');
  exif.writeUInt16BE(orientation, 24);
  return exif;
}

/** Fills the parts of a JPEG that tell of place and person with zeros, in place. It is as long as before, and looks the same. */
export function silenceJpeg(jpeg: Buffer): void {
  const exif = turned(orientationOf(jpeg));
  for (let at = 2; at + 4 <= jpeg.length && jpeg[at] === 0xff && jpeg[at + 1] !== SCAN;) {
    const end = Math.min(jpeg.length, at + 2 + jpeg.readUInt16BE(at + 2));
    const part = jpeg.subarray(Math.min(at + 4, end), end);
    if (jpeg[at + 1] === PHOTOSHOP) part.fill(0);
    if (jpeg[at + 1] === EXIF_AND_XMP) {
      const fits = part.toString('latin1', 0, 4) === 'Exif' && part.length >= exif.length;
      part.fill(0);
      if (fits) exif.copy(part);
    }
    at = end;
  }
}

/** A PNG without its parts of text: a length, a name, what it holds, a checksum, and the next. */
function silentPng(png: Buffer): Buffer {
  const kept = [png.subarray(0, PNG_START)];
  for (let at = PNG_START; at + 12 <= png.length;) {
    const end = at + 12 + png.readUInt32BE(at);
    if (!PNG_TELLING.test(png.toString('latin1', at + 4, at + 8))) kept.push(png.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

/** The same picture without what a camera or a program wrote into it, to the pixel; undefined for what is neither JPEG nor PNG. */
export function photoWithoutTags(photo: Uint8Array): Buffer | undefined {
  const copy = Buffer.from(photo);
  if (isPng(copy)) return silentPng(copy);
  if (!isJpeg(copy)) return undefined;
  silenceJpeg(copy);
  return copy;
}
