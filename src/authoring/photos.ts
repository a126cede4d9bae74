import { pinyinSlug } from '../lib/pinyin-slug.ts';
import { cleanPhoto } from './clean-photo.ts';

export interface NewPhoto {
  /** As it is written in the fields: `./cha-shan.jpg`. */
  src: string;
  alt: string;
  name: string;
  bytes: Buffer;
}

/** Photographs ready for an entry, each named after what can be seen on it. */
export async function preparePhotos(
  paths: readonly string[],
  alts: readonly string[],
  without: readonly string[],
): Promise<NewPhoto[]> {
  const used = new Set<string>();
  const photos: NewPhoto[] = [];
  for (const [index, path] of paths.entries()) {
    const alt = alts[index] ?? '';
    const base = pinyinSlug(alt, { without }) || 'photo';
    let name = `${base}.jpg`;
    for (let number = 2; used.has(name); number += 1) name = `${base}-${number}.jpg`;
    used.add(name);
    photos.push({ src: `./${name}`, alt, name, bytes: await cleanPhoto(path) });
  }
  return photos;
}
