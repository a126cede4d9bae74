import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { fitted, JPEG_QUALITY } from '../lib/content-picture.ts';
import type { PictureSource, SourceDocument } from './document.ts';

export interface CleanPictures {
  /** File names beside the entry, by the key of the picture. */
  names: Map<string, string>;
  files: Map<string, Buffer>;
}

/**
 * The pictures of a document, fit for content/: upright, cut as on the page (what was cut off is gone), of a sensible size, without
 * anything that a camera wrote into them, and named after their content. What cannot be read is remarked.
 */
export async function cleanPictures({ pictures, remarks }: Pick<SourceDocument, 'pictures' | 'remarks'>): Promise<CleanPictures> {
  const names = new Map<string, string>();
  const files = new Map<string, Buffer>();
  for (const [key, source] of pictures) {
    const cleaned = await clean(source).catch(() => undefined);
    if (cleaned === undefined) {
      remarks.push({
        kind: 'lost',
        what: '这种格式的图片网页上显示不了',
        ...(source.place !== undefined && { place: source.place }),
        text: `${source.name}：在 Word 里右键“另存为图片”，存成 png 再放进来`,
      });
      continue;
    }
    const hash = createHash('sha256').update(cleaned.bytes).digest('hex').slice(0, 10);
    const name = `tu-${hash}.${cleaned.extension}`;
    names.set(key, name);
    files.set(name, cleaned.bytes);
  }
  return { names, files };
}

async function clean({ bytes, crop }: PictureSource): Promise<{ bytes: Buffer; extension: string }> {
  const upright = await sharp(bytes)
    .rotate()
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer();
  const sized = fitted(await cropped(sharp(upright), crop));
  const [jpeg, png] = await Promise.all([
    sized.clone().jpeg({ quality: JPEG_QUALITY }).toBuffer(),
    sized.clone().png({ compressionLevel: 9 }).toBuffer(),
  ]);
  // Charts and screenshots are smaller and sharper as PNG, photographs as JPEG.
  return png.length <= jpeg.length ? { bytes: png, extension: 'png' } : { bytes: jpeg, extension: 'jpg' };
}

async function cropped(image: Sharp, crop: PictureSource['crop']): Promise<Sharp> {
  if (crop === undefined) return image;
  const { width, height } = await image.metadata();
  const left = Math.round(width * crop.left);
  const top = Math.round(height * crop.top);
  return image.extract({
    left,
    top,
    width: Math.max(1, Math.round(width * (1 - crop.right)) - left),
    height: Math.max(1, Math.round(height * (1 - crop.bottom)) - top),
  });
}
