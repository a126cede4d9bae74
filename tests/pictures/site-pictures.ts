import type { PagePicture } from './picture.ts';

const DESK = 760;
const PHONE = 390;

/** The header of every page, as far as a picture needs it. */
const HEADER = 'body > header';

/** Pictures of the finished site of the sample township, as the tests build it. */
export const sitePictures: readonly PagePicture[] = [
  {
    file: 'handbook/pictures/phone',
    path: '/news/2026/1120-he-ping-pai-shui/',
    width: PHONE,
    show: [HEADER, 'h1', 'main article figure'],
  },
  {
    file: 'handbook/pictures/notice',
    path: '/news/2026/1123-fa-zhan-dang-yuan-gong-shi/',
    width: DESK,
    show: ['h1', '.notice.panel', 'main article ul'],
    marks: ['.notice.panel'],
    margin: 16,
  },
  {
    file: 'handbook/pictures/notice-ended',
    path: '/news/2025/1110-fa-zhan-dang-yuan-gong-shi/',
    width: DESK,
    show: ['h1', '.notice.panel'],
    marks: ['.notice.panel'],
    margin: 16,
  },
  {
    file: 'handbook/pictures/matrix',
    path: '/branches/longtan/',
    width: DESK,
    show: ['h2:has-text("组织生活")', 'h2:has-text("组织生活") ~ p', 'table.matrix'],
    marks: ['table.matrix td:has-text("缺")'],
    margin: 16,
  },
  {
    file: 'handbook/pictures/accounts',
    path: '/cooperatives/shiqiao-daomi/',
    width: DESK,
    show: [
      'h2:has-text("带动农户")',
      'h2:has-text("带动农户") ~ ul',
      'table:has-text("销售收入")',
      'table:has-text("2025年盈余分配")',
    ],
    marks: [
      'h2:has-text("带动农户") ~ ul',
      'table:has-text("销售收入") tr:has-text("2025")',
      'caption:has-text("2025年盈余分配")',
    ],
    margin: 16,
  },
  {
    file: 'handbook/pictures/figures',
    path: '/reports/2025/',
    width: DESK,
    show: ['#figures h2', '#figures ul.figures > li:nth-child(1)', '#figures ul.figures > li:nth-child(2)'],
    marks: ['#figures ul.figures > li:nth-child(2) a'],
    margin: 16,
  },
  {
    file: 'handbook/pictures/ledger',
    path: '/commitments/2025-01/',
    width: DESK,
    show: ['main h1', 'main h1 + p', 'main dl.facts', 'ol.story > li:last-child'],
    marks: ['main h1 + p', 'ol.story > li:last-child'],
    margin: 16,
  },
  {
    file: 'handbook/pictures/committee',
    path: '/branches/jiguan/',
    width: DESK,
    show: ['h2:has-text("班子成员")', 'ul.people'],
    margin: 16,
  },
  {
    file: 'handbook/pictures/corrections',
    path: '/corrections/',
    width: DESK,
    show: ['main h1', 'main ul.list > li:nth-child(1)', 'main ul.list > li:nth-child(3)'],
    margin: 16,
  },
  {
    file: 'handbook/pictures/poster',
    path: '/branches/shiqiao/poster/',
    width: DESK,
    show: ['main'],
  },
  {
    file: 'handbook/pictures/subscribe',
    path: '/subscribe/',
    width: PHONE,
    show: ['main h1', 'main section:nth-of-type(1)'],
    margin: 12,
  },
  {
    file: 'gallery/home',
    path: '/',
    width: 1280,
    show: [HEADER, 'section.contact', 'main ul.headline'],
  },
  {
    file: 'gallery/home-phone',
    path: '/',
    width: PHONE,
    show: [HEADER, 'section.contact', 'main ul.headline'],
  },
  {
    file: 'gallery/figure',
    path: '/results/branches-standardised-share/2025/',
    width: DESK,
    show: ['main h1', 'main p.value', 'main dl.facts', 'table.measure-rows'],
    margin: 6,
  },
  {
    file: 'gallery/ledger',
    path: '/commitments/',
    width: DESK,
    show: ['main h1', 'figure.states'],
    margin: 16,
  },
  {
    file: 'gallery/results',
    path: '/results/',
    width: 1280,
    show: [HEADER, 'main h1', 'main section:nth-of-type(1)'],
  },
  {
    file: 'gallery/branch-phone',
    path: '/branches/shiqiao/',
    width: PHONE,
    show: [HEADER, 'main h1', 'section[aria-labelledby="place-heading"]', 'main figure.picture'],
  },
  {
    file: 'gallery/report-phone',
    path: '/reports/2025/',
    width: PHONE,
    show: [HEADER, 'main .cover', 'main ul.headline'],
  },
  {
    file: 'gallery/home-dark',
    path: '/',
    width: PHONE,
    before: (page) => page.emulateMedia({ colorScheme: 'dark' }),
    show: [HEADER, 'section.contact', 'main ul.headline'],
  },
  // The last: the browser keeps to the large letters from here on.
  {
    file: 'gallery/article-elder',
    path: '/news/2026/1120-he-ping-pai-shui/',
    width: PHONE,
    before: async (page) => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.getByText('长辈版').first().click();
      await page.locator('main h1').click();
    },
    show: [HEADER, 'main h1'],
    margin: 8,
  },
];
