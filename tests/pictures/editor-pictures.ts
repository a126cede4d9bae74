import type { Page } from 'playwright-core';
import type { PagePicture } from './picture.ts';

/** The editor builds itself bit by bit, as its parts come into view: waits until nothing has been added for a second in which it could draw. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let [size, since, frames] = [0, performance.now(), 0];
    while (performance.now() - since < 1000 || frames < 10) {
      await new Promise((drawn) => requestAnimationFrame(drawn));
      const now = document.querySelectorAll('*').length;
      if (now === size) frames += 1;
      else [size, since, frames] = [now, performance.now(), 0];
    }
  });
}

/** Pictures of `npm run edit` over the sample township: what can be filled in, and one entry as a form. */
export const editorPictures: readonly PagePicture[] = [
  {
    file: 'handbook/pictures/editor-list',
    path: '/#/collections/news',
    width: 1100,
    height: 720,
    before: async (page) => {
      await page.getByText('白石村头潮秋菇').first().waitFor();
      // How many rows the editor makes below the window depends on how quick the machine is.
      await page.evaluate(() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('[role="row"]:nth-child(n + 16) { display: none; }');
        document.adoptedStyleSheets.push(sheet);
      });
      await atRest(page);
    },
    show: ['.app-shell'],
  },
  {
    file: 'handbook/pictures/editor-form',
    path: '/#/collections/news/entries/2026/1119-xiang-gu-chu-gu/index',
    width: 1100,
    height: 720,
    before: async (page) => {
      await page.getByRole('textbox', { name: '撰稿' }).first().waitFor();
      await atRest(page);
    },
    show: ['.app-shell'],
  },
];
