import sharp from 'sharp';
import { fitted, JPEG_QUALITY } from '../lib/content-picture.ts';
import { Misuse } from './misuse.ts';

/** A photograph fit for content/: upright, of a sensible size, as JPEG, without anything that the camera wrote into it. */
export async function cleanPhoto(path: string): Promise<Buffer> {
  try {
    return await fitted(sharp(path)).flatten({ background: '#fff' }).jpeg({ quality: JPEG_QUALITY }).toBuffer();
  } catch {
    throw new Misuse(`照片“${path}”打不开：找不到文件，或者不是 jpg、png、webp 图片（苹果手机的 HEIC 要先另存为 jpg）`);
  }
}
