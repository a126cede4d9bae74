import sharp from 'sharp';
import { markSvg } from '../lib/mark.ts';

export const GET = async () => {
  const picture = await sharp(Buffer.from(markSvg()), { density: 720 }).resize(180).png().toBuffer();
  return new Response(new Uint8Array(picture), { headers: { 'content-type': 'image/png' } });
};
