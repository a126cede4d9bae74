/** Pictures that are published as files: always as a fresh WebP, never the original with what a camera wrote into it. */
export const PICTURE_FILE = /\.(?:jpe?g|png|webp|avif|tiff?)$/i;

/** Where a file of an entry is published: `content/news/2026/0305-x` + `./a.pdf` → `/files/news/2026/0305-x/a.pdf`; pictures end in `.webp`. */
export function attachmentPath(folder: string, file: string): string {
  return `/files/${folder.replace(/^content\//, '')}/${file.replace(/^\.\//, '').replace(PICTURE_FILE, '.webp')}`;
}
