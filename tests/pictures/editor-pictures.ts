import type { PagePicture } from './picture.ts';

/** Pictures of `npm run edit` over the sample township: what can be filled in, and one entry as a form. */
export const editorPictures: readonly PagePicture[] = [
  {
    file: 'handbook/pictures/editor-list',
    path: '/#/collections/news',
    width: 1100,
    height: 720,
    before: (page) => page.getByText('白石村头潮秋菇').first().waitFor({ timeout: 60_000 }),
    show: ['.app-shell'],
  },
  {
    file: 'handbook/pictures/editor-form',
    path: '/#/collections/news/entries/2026/1119-xiang-gu-chu-gu/index',
    width: 1100,
    height: 720,
    before: async (page) => {
      await page.getByRole('textbox', { name: '撰稿' }).first().waitFor({ timeout: 60_000 });
      // The form builds itself as it comes into view.
      await page.waitForTimeout(2000);
    },
    show: ['.app-shell'],
  },
];
