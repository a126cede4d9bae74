import { readFileSync } from 'node:fs';
import type { APIRoute } from 'astro';
import sharp from 'sharp';
import { PICTURE_FILE } from '../../lib/attachment-path.ts';
import { attachmentPaths } from '../../queries/attachments.ts';

export const getStaticPaths = attachmentPaths;

export const GET: APIRoute<{ file: string }> = async ({ props: { file } }) => {
  const bytes = PICTURE_FILE.test(file)
    ? await sharp(file).rotate().resize({ width: 1600, withoutEnlargement: true }).webp({ quality: 80 }).toBuffer()
    : readFileSync(file);
  return new Response(new Uint8Array(bytes));
};
