import ExifReader from 'exifreader';

/** Fields that say who, and on which camera: a camera's number ties all pictures of its owner together. */
const PERSONAL: Record<string, string> = {
  Artist: '作者',
  XPAuthor: '作者',
  CameraOwnerName: '相机主人',
  OwnerName: '相机主人',
  BodySerialNumber: '相机序列号',
  SerialNumber: '相机序列号',
  LensSerialNumber: '镜头序列号',
  'By-line': '作者',
  creator: '作者',
  Creator: '作者',
};
export const PLACE_TAKEN = '拍摄地点（定位）';

const MARKS = ['Exif\0\0', 'eXIf', 'ns.adobe.com/xap', 'Photoshop 3.0', 'EXIF', 'XMP ', 'iTXtXML', 'ftyp'].map((mark) =>
  Buffer.from(mark, 'latin1'),
);
/** A TIFF is Exif from its first byte on. */
const isTiff = (bytes: Buffer): boolean => ['II*\0', 'MM\0*'].includes(bytes.toString('latin1', 0, 4));

interface Tag {
  description?: unknown;
  value?: unknown;
}

/** What a camera or a program wrote into a picture that tells a place or a person: `定位（北纬…）`, `作者“…”`. Empty where there is nothing. */
export function personalMetadata(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isTiff(buffer) && !MARKS.some((mark) => buffer.includes(mark))) return [];
  let tags: Record<string, Record<string, Tag> | undefined>;
  try {
    tags = ExifReader.load(buffer, { expanded: true }) as unknown as typeof tags;
  } catch {
    return [];
  }
  const found = new Set<string>();
  const gps = Object.keys(tags['exif'] ?? {}).some((name) => /^GPS(?:Lat|Long|Dest|Area|Processing)/.test(name));
  const xmpGps = Object.keys(tags['xmp'] ?? {}).some((name) => /^GPS(?:Lat|Long)/.test(name));
  if (gps || xmpGps) found.add(PLACE_TAKEN);
  for (const group of ['exif', 'iptc', 'xmp'])
    for (const [name, tag] of Object.entries(tags[group] ?? {})) {
      const title = PERSONAL[name];
      const written = typeof tag.description === 'string' ? tag.description.trim() : '';
      if (title !== undefined && written !== '') found.add(title);
    }
  return [...found];
}
