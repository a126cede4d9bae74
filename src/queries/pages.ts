import { href, paths } from './addresses.ts';
import { newsYears } from './archives.ts';
import { attachedEntries, attachmentPage } from './attachments.ts';
import { branchKindPaths } from './branches.ts';
import { calendarPlans } from './calendars/documents.ts';
import { standingReports } from './commitments.ts';
import { cooperativeIndustryPaths, cooperativeKindPaths } from './cooperatives.ts';
import { dataPages } from './data-pages.ts';
import { frame, head } from './frame.ts';
import { entryPath } from './gone.ts';
import { ledgerPages } from './ledger.ts';
import { measurePages } from './measures.ts';
import { historyView } from './page-history.ts';
import { recordBranches } from './records.ts';
import { reportsWithFigures } from './results.ts';
import { bodyView, newsCards, standing } from './shared.ts';
import { store, type Store } from './store.ts';
import { villageLinks } from './villages.ts';
import type { GoneView, Link, PageView, SitemapView, StandingView, StaticPath } from './views/page.ts';
import type { SearchView } from './views/reader.ts';

/** Every standing page: about the township, the disclosure guide. */
export async function standingPaths(): Promise<StaticPath<StandingView | GoneView, { page: string }>[]> {
  const content = await store();
  return Promise.all(
    content.pages.map((entry) => {
      const { id, fields } = entry;
      const place = { path: paths.page(id), section: paths.page(id) };
      return entryPath(entry, { page: id }, place, async (): Promise<StandingView> => ({
        frame: await frame(place.section),
        head: await head({ title: fields.title, description: fields.summary, path: place.path }),
        title: fields.title,
        updated: fields.updated,
        owner: fields.owner,
        body: bodyView(content, entry),
        history: historyView(content, entry),
      }));
    }),
  );
}

/** A page that shows nothing but its own words: search help, accessibility, 404. */
export async function plainPage(page: { title: string; description: string; path: string; feed?: string }): Promise<PageView> {
  return { frame: await frame(page.path), head: await head(page) };
}

/** The search page: the form, and the sections for readers without JavaScript. */
export async function searchPage(): Promise<SearchView> {
  const content = await store();
  const { site } = content;
  const used = new Set(standing(content.news).map(({ fields }) => fields.column));
  const page = await plainPage({
    title: '站内搜索',
    description: `在${site.name}里查找动态、支部、产业和报告。`,
    path: paths.search,
  });
  return {
    ...page,
    site: href('/'),
    choices: [
      { name: 'kind', label: '类别', options: ['动态', '党支部', '产业', '年度报告', '承诺', '附件'] },
      { name: 'column', label: '栏目', options: content.site.columns.filter(({ id }) => used.has(id)).map(({ name }) => name) },
      { name: 'village', label: '村', options: villageLinks(content).map(({ text }) => text) },
      { name: 'year', label: '年份', options: newsYears(content) },
    ].filter(({ options }) => options.length > 1),
    recent: newsCards(content, () => true, 5),
    sections: [
      {
        title: '按栏目',
        links: content.site.columns
          .filter(({ id }) => used.has(id))
          .map(({ id, name }) => ({ href: href(paths.column(id)), text: name })),
      },
      { title: '按村', links: villageLinks(content) },
      { title: '按年', links: newsYears(content).map((year) => ({ href: href(paths.newsYear(year)), text: `${year}年` })) },
      { title: '主要栏目', links: page.frame.navigation.map(({ href: to, text }) => ({ href: to, text })) },
    ].filter(({ links }) => links.length > 0),
  };
}

/** The pages that narrow a directory down. */
async function directories(): Promise<{ path: string; title: string }[]> {
  const [branches, kinds, industries] = await Promise.all([
    branchKindPaths(),
    cooperativeKindPaths(),
    cooperativeIndustryPaths(),
  ]);
  return [
    ...branches.map(({ params, props }) => ({ path: paths.branchKind(params.kind), title: props.view.head.title })),
    ...kinds.map(({ params, props }) => ({ path: paths.cooperativeKind(params.kind), title: props.view.head.title })),
    ...industries.map(({ params, props }) => ({
      path: paths.cooperativeIndustry(params.industry),
      title: props.view.head.title,
    })),
  ];
}

const directoryLinks = async (): Promise<Link[]> =>
  (await directories()).map(({ path, title }) => ({ href: href(path), text: title }));

const villagePages = (content: Store): { path: string; changed: undefined }[] => {
  const shown = new Set(villageLinks(content).map(({ text }) => text));
  return content.site.villages
    .filter(({ name }) => shown.has(name))
    .map(({ id }) => ({ path: paths.village(id), changed: undefined }));
};

/** So many entries the site map names one by one: five thousand would make it a megabyte. */
const LISTED = 300;

/** Every page of the site, by section; the older entries of a large site by way of their years. */
export async function sitemapPage(): Promise<SitemapView> {
  const content = await store();
  const news = standing(content.news);
  const used = new Set(news.map(({ fields }) => fields.column));
  const link = (path: string, text: string): Link => ({ href: href(path), text });
  const page = await plainPage({ title: '网站地图', description: `${content.site.name}的全部栏目和页面。`, path: paths.sitemap });
  const groups = [
    { title: '主要栏目', links: page.frame.navigation.map(({ href: to, text }) => ({ href: to, text })) },
    {
      title: '动态栏目',
      links: content.site.columns.filter(({ id }) => used.has(id)).map(({ id, name }) => link(paths.column(id), name)),
    },
    { title: '动态存档', links: newsYears(content).map((year) => link(paths.newsYear(year), `${year}年动态`)) },
    { title: '各村', links: villageLinks(content) },
    { title: '分类目录', links: await directoryLinks() },
    { title: '党支部', links: standing(content.branches).map(({ id, fields }) => link(paths.branch(id), fields.shortName)) },
    {
      title: '支部历年记录',
      links: recordBranches(content).map(({ id, fields }) => link(paths.records(id), `${fields.shortName}的历年记录`)),
    },
    { title: '产业', links: standing(content.cooperatives).map(({ id, fields }) => link(paths.cooperative(id), fields.name)) },
    { title: '年度报告', links: standingReports(content).map(({ id, fields }) => link(paths.report(id), fields.title)) },
    { title: '承诺', links: ledgerPages(content).map(({ href: to, text }) => ({ href: to, text })) },
    {
      title: '数字',
      links: [
        ...reportsWithFigures(content).map(({ id }) => link(paths.yearResults(id), `${id}年全部数字`)),
        ...measurePages(content).map(({ href: to, text }) => ({ href: to, text })),
      ],
    },
    {
      title: news.length > LISTED ? `最近${LISTED}篇动态，更早的到“动态存档”里按年看` : '全部动态',
      links: news.slice(0, LISTED).map(({ id, fields }) => link(paths.newsEntry(id), fields.title)),
    },
    {
      title: '附件',
      links: attachedEntries(content).flatMap(({ folder, attachments }) =>
        attachments.map(({ file, title }) => link(attachmentPage(folder, file), title)),
      ),
    },
    { title: '开放数据', links: dataPages.map(({ path, text }) => link(path, text)) },
    { title: '日程', links: calendarPlans(content).map(({ page: of, name }) => link(paths.calendar(of), name)) },
    { title: '关于', links: [...page.frame.footer, link(paths.search, '站内搜索')] },
  ];
  return { ...page, groups: groups.filter(({ links }) => links.length > 0) };
}

/** Addresses for `sitemap.xml` with the day on which the content of each was last changed; unknown for lists. */
export async function sitemapEntries(): Promise<{ path: string; changed: string | undefined }[]> {
  const content = await store();
  const lastChange = (fields: { changes?: { on: string }[] | undefined }, published: string): string =>
    [published.slice(0, 10), ...(fields.changes ?? []).map(({ on }) => on)].sort().at(-1) ?? published;
  const used = new Set(standing(content.news).map(({ fields }) => fields.column));
  const newest = content.news[0]?.fields.date.slice(0, 10);
  return [
    { path: paths.home, changed: newest },
    { path: paths.news(), changed: newest },
    ...content.site.columns.filter(({ id }) => used.has(id)).map(({ id }) => ({ path: paths.column(id), changed: undefined })),
    ...standing(content.news).map(({ id, fields }) => ({ path: paths.newsEntry(id), changed: lastChange(fields, fields.date) })),
    ...newsYears(content).map((year) => ({ path: paths.newsYear(year), changed: undefined })),
    ...villagePages(content),
    ...attachedEntries(content).flatMap(({ folder, attachments }) =>
      attachments.map(({ file }) => ({ path: attachmentPage(folder, file), changed: undefined })),
    ),
    ...(await directories()).map(({ path }) => ({ path, changed: undefined })),
    { path: paths.branches, changed: undefined },
    ...standing(content.branches).map(({ id, fields }) => ({ path: paths.branch(id), changed: fields.updated })),
    ...recordBranches(content).map(({ id }) => ({ path: paths.records(id), changed: undefined })),
    { path: paths.cooperatives, changed: undefined },
    ...standing(content.cooperatives).map(({ id, fields }) => ({ path: paths.cooperative(id), changed: fields.updated })),
    { path: paths.reports, changed: undefined },
    ...standingReports(content).map(({ id, fields }) => ({ path: paths.report(id), changed: lastChange(fields, fields.date) })),
    { path: paths.results, changed: undefined },
    ...reportsWithFigures(content).map(({ id }) => ({ path: paths.yearResults(id), changed: undefined })),
    ...measurePages(content).map(({ path }) => ({ path, changed: undefined })),
    { path: paths.commitments, changed: undefined },
    ...ledgerPages(content).map(({ path }) => ({ path, changed: undefined })),
    ...standing(content.pages).map(({ id, fields }) => ({ path: paths.page(id), changed: fields.updated })),
    { path: paths.data, changed: undefined },
    ...dataPages.map(({ path }) => ({ path, changed: undefined })),
    { path: paths.accessibility, changed: undefined },
    { path: paths.corrections, changed: undefined },
    { path: paths.subscribe, changed: undefined },
    ...calendarPlans(content).map(({ page }) => ({ path: paths.calendar(page), changed: undefined })),
    { path: paths.sitemap, changed: undefined },
  ];
}
