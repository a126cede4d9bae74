import sharp from 'sharp';
import { Misuse } from './misuse.ts';

/** Longest side of a picture in content/, in pixels: twice the widest that a page shows. */
const LONGEST = 1920;
const QUALITY = 82;

/** A photograph fit for content/: upright, of a sensible size, as JPEG, without anything that the camera wrote into it. */
export async function cleanPhoto(path: string): Promise<Buffer> {
  try {
    return await sharp(path)
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#fff' })
      .toColourspace('srgb')
      .jpeg({ quality: QUALITY })
      .toBuffer();
  } catch {
    throw new Misuse(`照片“${path}”打不开：找不到文件，或者不是 jpg、png、webp 图片（苹果手机的 HEIC 要先另存为 jpg）`);
  }
}
