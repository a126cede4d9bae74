import type { Page } from 'playwright-core';
import sharp from 'sharp';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const union = (boxes: readonly Box[]): Box => {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
};

async function boxOf(page: Page, selector: string): Promise<Box> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`nothing to be seen at ${selector} of ${page.url()}`);
  return box;
}

/** A numbered red ring around a part of the page, drawn by the page itself. */
function ring({ box: { x, y, width, height }, text, right }: { box: Box; text: string; right: number }): void {
  const place = (style: Record<string, string>, words = ''): void => {
    const element = document.createElement('div');
    element.className = 'picture-ring';
    element.textContent = words;
    Object.assign(
      element.style,
      { position: 'fixed', zIndex: '2147483647', boxSizing: 'border-box', pointerEvents: 'none' },
      style,
    );
    document.body.append(element);
  };
  const px = (value: number): string => `${value}px`;
  const size = 26;
  const around: Record<string, string> = { left: px(x - 5), top: px(y - 3), width: px(width + 10), height: px(height + 6) };
  place({ ...around, border: '3px solid #e5141e', borderRadius: '8px' });
  // Beside the ring where there is room, else on its corner.
  const beside = x + width + 8 + size <= right;
  place(
    {
      ...{
        left: px(beside ? x + width + 8 : right - size - 2),
        top: px(beside ? y + Math.min(height, 40) / 2 - size / 2 : y - size / 2),
      },
      ...{ width: px(size), height: px(size), borderRadius: '50%', background: '#e5141e', color: '#fff' },
      ...{ font: `700 16px/${size}px sans-serif`, textAlign: 'center' },
    },
    text,
  );
}

/** Takes a part of the open page, with rings, as a small WebP. */
export async function draw(
  page: Page,
  { show, marks = [], margin = 0 }: { show: readonly string[]; marks?: readonly string[]; margin?: number },
): Promise<Buffer> {
  const seen = union(await Promise.all(show.map((selector) => boxOf(page, selector))));
  const viewport = page.viewportSize() ?? { width: 900, height: 900 };
  const top = Math.max(0, seen.y - margin);
  const left = Math.max(0, seen.x - margin);
  const clip = {
    x: left,
    y: top,
    width: Math.min(seen.width + 2 * margin, viewport.width - left),
    height: seen.height + 2 * margin,
  };
  // All of it in the window at once, so that what is fixed stays where it is.
  if (clip.y + clip.height > viewport.height) {
    await page.setViewportSize({ width: viewport.width, height: Math.ceil(clip.y + clip.height) });
  }
  for (const [index, mark] of marks.entries())
    await page.evaluate(ring, { box: await boxOf(page, mark), text: String(index + 1), right: clip.x + clip.width });
  const png = await page.screenshot({ clip, animations: 'disabled' });
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('.picture-ring')) element.remove();
  });
  return sharp(png).webp({ quality: 82, effort: 6, smartSubsample: true }).toBuffer();
}
