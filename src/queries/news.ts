import { noticeState } from '../derive/disclosure.ts';
import { chunk } from '../lib/chunk.ts';
import type { News } from '../schemas/news.ts';
import { breadcrumbList, newsArticle } from '../outputs/structured-data.ts';
import { absolute, href, paths } from './addresses.ts';
import { yearLinks } from './archives.ts';
import { attachmentViews, audioView } from './attachments.ts';
import { frame, head } from './frame.ts';
import { entryPath } from './gone.ts';
import { bodyView, columnLink, newsCard, cover, picture, shareView, standing, staticPath } from './shared.ts';
import { changeNotes, historyView } from './page-history.ts';
import { store, type Public, type Store } from './store.ts';
import { villageLinks } from './villages.ts';
import type { NewsListView, NewsText, NewsView } from './views/news.ts';
import type { Filter, GoneView, Link, MetaTag, StaticPath } from './views/page.ts';

const PAGE_SIZE = 20;

/** Every news entry with its page. */
export async function newsPaths(): Promise<StaticPath<NewsView | GoneView, { year: string; slug: string }>[]> {
  const content = await store();
  const neighbours = neighbourLinks(content);
  return Promise.all(
    content.news.map((entry) => {
      const [year = '', slug = ''] = entry.id.split('/');
      const place = { path: paths.newsEntry(entry.id), section: paths.news() };
      return entryPath(entry, { year, slug }, place, () => newsView(content, entry, neighbours.get(entry.id) ?? {}));
    }),
  );
}

interface Neighbours {
  newer?: Link;
  older?: Link;
}

function neighbourLinks(content: Store): Map<string, Neighbours> {
  const links = new Map<string, Neighbours>();
  const link = ({ id, fields }: Public<News>): Link => ({ href: href(paths.newsEntry(id)), text: fields.title });
  for (const column of content.site.columns) {
    const entries = standing(content.news).filter(({ fields }) => fields.column === column.id);
    entries.forEach((entry, index) => {
      const newer = entries[index - 1];
      const older = entries[index + 1];
      links.set(entry.id, { ...(newer && { newer: link(newer) }), ...(older && { older: link(older) }) });
    });
  }
  return links;
}

const articleMeta = (fields: News, url: string, ended: boolean): MetaTag[] => [
  { name: 'ArticleTitle', content: fields.title },
  { name: 'PubDate', content: fields.date.length === 10 ? `${fields.date} 00:00` : fields.date },
  { name: 'ContentSource', content: fields.source },
  ...(fields.keywords === undefined || ended ? [] : [{ name: 'Keywords', content: fields.keywords.join(';') }]),
  ...(fields.author === undefined ? [] : [{ name: 'Author', content: fields.author }]),
  { name: 'Url', content: url },
];

const isOver = ({ today }: Store, { notice }: News): boolean => notice !== undefined && noticeState(notice, today) === '已结束';

/** What an entry says; of a 公示 that is over little more than the fact. */
export function newsText(content: Store, entry: Public<News>): NewsText {
  const { fields } = entry;
  const ended = isOver(content, fields);
  return {
    summary: ended ? '' : fields.summary,
    cover: ended ? undefined : cover(entry),
    photos: ended ? [] : (fields.photos ?? []).map((photo) => picture(entry, photo)),
    audio: ended ? undefined : audioView(entry.folder, fields.audio),
    body: ended ? undefined : bodyView(content, entry),
    notice: fields.notice === undefined ? undefined : noticeView(fields.notice, ended),
    document: documentView(content, entry.id, fields.document),
    decision: ended ? undefined : decisionView(fields.decision),
    attachments: ended ? [] : attachmentViews(entry.folder, fields.attachments),
    changes: changeNotes(content, fields),
  };
}

async function newsView(content: Store, entry: Public<News>, neighbours: Neighbours): Promise<NewsView> {
  const { fields } = entry;
  const column = columnLink(content, fields.column);
  const ended = isOver(content, fields);
  const path = paths.newsEntry(entry.id);
  const pageHead = await head({
    title: fields.title,
    description: ended ? '公示期已满，公示内容不再显示。' : fields.summary,
    path,
    trail: [{ href: href(paths.news()), text: '动态' }, column],
    image: ended ? undefined : cover(entry)?.image,
    data: [
      newsArticle({
        title: fields.title,
        date: fields.date,
        changed: fields.changes
          ?.map(({ on }) => on)
          .sort()
          .at(-1),
        url: absolute(path),
        publisher: content.site.organizer,
      }),
      breadcrumbList([
        { url: absolute(paths.news()), name: '动态' },
        { url: absolute(paths.column(fields.column)), name: column.text },
        { url: absolute(path), name: fields.title },
      ]),
    ],
  });
  return {
    frame: await frame(paths.news()),
    head: { ...pageHead, meta: [...pageHead.meta, ...articleMeta(fields, pageHead.url, ended)] },
    title: fields.title,
    date: fields.date,
    source: fields.source,
    author: fields.author,
    reviewer: fields.reviewer,
    column,
    ...newsText(content, entry),
    history: historyView(content, entry),
    importedFrom: fields.importedFrom,
    branches: branchLinks(content, fields.branches),
    villages: villageLinks(content, fields.villages ?? []),
    cooperatives: cooperativeLinks(content, fields.cooperatives),
    related: relatedNews(content, entry),
    newer: neighbours.newer,
    older: neighbours.older,
    share: shareView(path, fields.notice !== undefined && !ended),
  };
}

const RELATED = 3;

/** Entries that speak of the same co-op, branch or village; of equally near ones the newest. */
function relatedNews(content: Store, { id, fields }: Public<News>): NewsView['related'] {
  const shared = (a: readonly string[] | undefined, b: readonly string[] | undefined): number =>
    (a ?? []).filter((each) => b?.includes(each)).length;
  return standing(content.news)
    .filter((other) => other.id !== id)
    .map((other) => ({
      other,
      near:
        4 * shared(fields.cooperatives, other.fields.cooperatives) +
        2 * shared(fields.branches, other.fields.branches) +
        shared(fields.villages, other.fields.villages),
    }))
    .filter(({ near }) => near > 0)
    .sort((a, b) => b.near - a.near)
    .slice(0, RELATED)
    .map(({ other }) => newsCard(content, other));
}

function noticeView(notice: NonNullable<News['notice']>, ended: boolean): NonNullable<NewsView['notice']> {
  const { kind, from, until, by, phone, address, result } = notice;
  return { kind, from, until, by, phone, address, result, ended };
}

function documentView(content: Store, id: string, document: News['document']): NewsView['document'] {
  if (document === undefined) return undefined;
  const { number, issuer, repealed } = document;
  const successor = content.news.find((next) => next.id === repealed?.successor && !next.tombstone);
  return {
    number,
    issuer,
    replaces: standing(content.news)
      .filter(({ fields }) => fields.document?.repealed?.successor === id)
      .map((old) => ({ href: href(paths.newsEntry(old.id)), text: old.fields.title })),
    repealed: repealed && {
      on: repealed.on,
      successor: successor && { href: href(paths.newsEntry(successor.id)), text: successor.fields.title },
    },
  };
}

function decisionView(decision: News['decision']): NewsView['decision'] {
  if (decision === undefined) return undefined;
  const steps = [
    { name: '村党组织提议', ...decision.proposed },
    { name: '村“两委”会议商议', ...decision.discussed },
    { name: '党员大会审议', ...decision.reviewed },
    { name: '村民代表会议决议', ...decision.resolved },
  ];
  return {
    matter: decision.matter,
    steps: steps.map(({ name, on, expected, present, agreed }) => ({
      name,
      on,
      text: `应到${expected}人，实到${present}人${agreed === undefined ? '' : `，同意${agreed}人`}`,
    })),
    result: decision.carriedOut && { on: decision.carriedOut.on, text: decision.carriedOut.result },
  };
}

export const branchLinks = (content: Store, ids: readonly string[] | undefined): Link[] =>
  standing(content.branches)
    .filter(({ id }) => ids?.includes(id))
    .map(({ id, fields }) => ({ href: href(paths.branch(id)), text: fields.shortName }));

export const cooperativeLinks = (content: Store, ids: readonly string[] | undefined): Link[] =>
  standing(content.cooperatives)
    .filter(({ id }) => ids?.includes(id))
    .map(({ id, fields }) => ({ href: href(paths.cooperative(id)), text: fields.name }));

/** `/news/` and the pages that follow it. */
export async function newsListPaths(): Promise<StaticPath<NewsListView, { page: string | undefined }>[]> {
  const { site } = await store();
  return listPaths(undefined, '动态', `${site.name}的全部动态，按发布时间排列，每条注明日期和来源。`, []);
}

/** `/columns/<column>/` and the pages that follow it; a column without entries has no page. */
export async function columnPaths(): Promise<StaticPath<NewsListView, { column: string; page: string | undefined }>[]> {
  const { site } = await store();
  const lists = await Promise.all(
    site.columns.map(async (column) => {
      const meta = [
        { name: 'ColumnName', content: column.name },
        { name: 'ColumnDescription', content: column.description },
        { name: 'ColumnKeywords', content: column.keywords.join(';') },
        { name: 'ColumnType', content: column.type },
      ];
      const found = await listPaths(column.id, column.name, column.description, meta);
      return found.map((path) => ({ ...path, params: { ...path.params, column: column.id } }));
    }),
  );
  return lists.flat();
}

async function listPaths(
  column: string | undefined,
  title: string,
  description: string,
  meta: MetaTag[],
): Promise<StaticPath<NewsListView, { page: string | undefined }>[]> {
  const content = await store();
  const entries = standing(content.news).filter(({ fields }) => column === undefined || fields.column === column);
  const pages = chunk(entries, PAGE_SIZE);
  const address = (page: number): string => (column === undefined ? paths.news(page) : paths.column(column, page));
  const links = pages.map((_, index) => ({ href: href(address(index + 1)), text: `第${index + 1}页` }));
  return Promise.all(
    pages.map(async (items, index) => {
      const page = index + 1;
      const suffix = page === 1 ? '' : `（第${page}页）`;
      const view: NewsListView = {
        frame: await frame(paths.news()),
        head: await head({
          title: `${title}${suffix}`,
          description: `${description}${suffix}`,
          path: address(page),
          trail: column === undefined ? [] : [{ href: href(paths.news()), text: '动态' }],
          meta,
          feed: column === undefined ? undefined : paths.feed(paths.column(column)),
        }),
        title,
        description,
        columns: columnTabs(content, column),
        filters: column === undefined && page === 1 ? archiveFilters(content) : [],
        items: items.map((entry) => newsCard(content, entry)),
        page,
        pages: links,
      };
      return staticPath({ page: page === 1 ? undefined : String(page) }, view);
    }),
  );
}

function columnTabs(content: Store, current: string | undefined): NewsListView['columns'] {
  const used = new Set(standing(content.news).map(({ fields }) => fields.column));
  return [
    { href: href(paths.news()), text: '全部', current: current === undefined },
    ...content.site.columns
      .filter(({ id }) => used.has(id))
      .map(({ id, name }) => ({ href: href(paths.column(id)), text: name, current: id === current })),
  ];
}

const archiveFilters = (content: Store): Filter[] => [
  { title: '按年', links: yearLinks(content) },
  { title: '按村', links: villageLinks(content).map((link) => ({ ...link, current: false })) },
];
