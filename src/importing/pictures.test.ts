import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { PictureSource, Remark } from './document.ts';
import { cleanPictures } from './pictures.ts';

/** Left half red, right half blue. */
async function halves(): Promise<Buffer> {
  const red = await sharp({ create: { width: 100, height: 100, channels: 3, background: '#f00' } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 200, height: 100, channels: 3, background: '#00f' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .png()
    .toBuffer();
}

async function cleaned(pictures: Record<string, PictureSource>) {
  const remarks: Remark[] = [];
  return { ...(await cleanPictures({ pictures: new Map(Object.entries(pictures)), remarks })), remarks };
}

describe('pictures of a document', () => {
  it('lose for good what was cut off on the page', async () => {
    const bytes = await halves();
    const { names, files } = await cleaned({ a: { bytes, name: 'a.png', crop: { left: 0.5, top: 0, right: 0, bottom: 0.5 } } });
    const image = sharp(files.get(names.get('a') ?? ''));
    const { width, height } = await image.metadata();
    const { dominant, channels } = await image.stats();
    expect({ width, height }).toEqual({ width: 100, height: 50 });
    expect(channels[0]?.max).toBeLessThan(40);
    expect(dominant.b).toBeGreaterThan(200);
  });

  it('are named after their content, so that the same picture is there once', async () => {
    const bytes = await halves();
    const { names, files } = await cleaned({ a: { bytes, name: 'a.png' }, b: { bytes, name: 'b.png' } });
    expect(files.size).toBe(1);
    expect(names.get('a')).toBe(names.get('b'));
  });

  it('are named when no browser can show them', async () => {
    const { names, remarks } = await cleaned({ a: { bytes: Buffer.from('EMF'), name: 'image1.emf' } });
    expect(names.size).toBe(0);
    expect(remarks.map(({ kind, text }) => `${kind} ${text.slice(0, 10)}`)).toEqual(['lost image1.emf']);
  });
});
