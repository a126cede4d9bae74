import type { ImageMetadata } from 'astro';
import { absolute, href, paths } from './addresses.ts';
import { standing } from './shared.ts';
import { store, type Store } from './store.ts';
import type { FrameView, HeadView, Link, MetaTag } from './views/page.ts';

const menu = ({ news, branches, cooperatives, reports }: Store): { path: string; text: string; shown: boolean }[] => [
  { path: paths.home, text: '首页', shown: true },
  { path: paths.news(), text: '动态', shown: news.length > 0 },
  { path: paths.branches, text: '党支部', shown: branches.length > 0 },
  { path: paths.cooperatives, text: '产业', shown: cooperatives.length > 0 },
  { path: paths.results, text: '成果', shown: reports.length > 0 },
  { path: paths.commitments, text: '承诺', shown: reports.length > 0 },
  { path: paths.reports, text: '报告', shown: reports.length > 0 },
];

/** What surrounds every page. `section` is the path of the menu item that the page belongs to. */
export async function frame(section: string): Promise<FrameView> {
  const content = await store();
  const { site } = content;
  const { contact, filing } = site;
  return {
    site: {
      name: site.name,
      shortName: site.shortName,
      slogan: site.slogan,
      organizer: site.organizer,
      undertaker: site.undertaker,
      office: contact.office,
      phone: contact.phone,
      address: contact.address,
      hours: contact.hours,
      bus: contact.bus,
      hotlines: site.hotlines ?? [],
      siteCode: filing.siteCode,
      icp: filing.icp,
      police: filing.police,
      reportErrorUrl: filing.reportErrorUrl,
      demo: site.demo,
    },
    navigation: menu(content)
      .filter(({ shown }) => shown)
      .map(({ path, text }) => ({ href: href(path), text, current: path === section })),
    footer: [
      ...standing(content.pages).map(({ id, fields }) => ({ href: href(paths.page(id)), text: fields.title })),
      { href: href(paths.accessibility), text: '无障碍说明' },
      { href: href(paths.corrections), text: '更正和撤下' },
      { href: href(paths.data), text: '开放数据' },
      { href: href(paths.sitemap), text: '网站地图' },
      { href: href(paths.subscribe), text: '订阅' },
    ],
    home: href(paths.home),
    search: href(paths.search),
    feed: href(`${paths.feed('/')}.xml`),
  };
}

/** The head of a page: the trail from home, and the rubric's tags. */
export async function head(page: {
  title: string;
  description: string;
  path: string;
  /** Pages between home and this one. */
  trail?: Link[];
  meta?: MetaTag[];
  image?: ImageMetadata | undefined;
  data?: Record<string, unknown>[];
  /** Address of the page's own feed, without `.xml`. */
  feed?: string | undefined;
}): Promise<HeadView> {
  const { site } = await store();
  const here = { href: href(page.path), text: page.title };
  const home = { href: href(paths.home), text: '首页' };
  return {
    title: page.title,
    description: page.description,
    url: absolute(page.path),
    breadcrumbs: page.path === paths.home ? [] : [home, ...(page.trail ?? []), here],
    meta: [
      { name: 'SiteName', content: site.name },
      { name: 'SiteDomain', content: new URL(site.url).host },
      ...(site.filing.siteCode === undefined ? [] : [{ name: 'SiteIDCode', content: site.filing.siteCode }]),
      ...(page.meta ?? []),
    ],
    image: page.image,
    data: page.data ?? [],
    feed: page.feed === undefined ? undefined : { href: href(`${page.feed}.xml`), text: page.title },
  };
}
