import { getImage } from 'astro:assets';
import { metadataOf } from '../../lib/image-metadata.ts';
import type { Pictures } from '../../outputs/feeds/article-html.ts';
import type { PictureView } from '../views/body.ts';

type Image = PictureView['image'];

const WIDTH = 960;

/** The files of pictures, in the width that their pages show. */
export async function pictureFiles(images: readonly Image[]): Promise<Pictures> {
  const files = await Promise.all(
    [...new Set(images)].map(async (image) => {
      const { width, height } = metadataOf(image);
      const shown = Math.min(WIDTH, width);
      // As the pages ask for it, so that it is the same file.
      const made = await getImage({ src: image, width: shown, format: 'webp', fit: 'cover', position: 'center' });
      return [image, { src: made.src, width: shown, height: Math.round((height * shown) / width) }] as const;
    }),
  );
  return new Map(files);
}
