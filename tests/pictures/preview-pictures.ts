import type { PagePicture } from './picture.ts';

const panel: PagePicture['before'] = (page) => page.locator('#mingbang-gate').waitFor();

/** Pictures of `npm run dev` over the project of the preview's tests: a draft, and a broken page. */
export const previewPictures: readonly PagePicture[] = [
  {
    file: 'handbook/pictures/draft',
    path: '/news/2026/1120-cao-gao/',
    width: 760,
    height: 560,
    show: ['body > header', 'h1', 'main article > p'],
    marks: ['h1'],
  },
  {
    file: 'handbook/pictures/fault',
    path: '/subscribe/',
    width: 760,
    height: 560,
    before: panel,
    show: ['body > header', 'h1', '#mingbang-gate'],
    marks: ['#mingbang-gate > div'],
  },
];
