import { byText } from '../../lib/by-text.ts';
import { chunk } from '../../lib/chunk.ts';
import { digest } from '../../lib/digest.ts';
import type { FeedDocument, FeedOutline } from '../../outputs/feeds/feed.ts';
import { absolute, paths } from '../addresses.ts';
import { store, type Store } from '../store.ts';
import type { FeedEntry, FeedPlan } from './plan.ts';
import { feedPlans } from './plans.ts';

const SIZE = 50;

const oldestFirst = (a: FeedEntry, b: FeedEntry): number => byText(a.date, b.date) || byText(a.id, b.id);
const feedTitle = ({ site }: Store, { name }: FeedPlan): string => `${site.name}：${name}`;
const lastUpdate = (entries: readonly FeedEntry[]): string | undefined =>
  entries
    .map(({ updated }) => updated)
    .sort(byText)
    .at(-1);
/**
 * Before every id, so that a program that reads two townships' sites does not take `reports/2025` of one for the other's: newsboat
 * keeps one item for each id. Of the township and not of the domain, which may change.
 */
const idSpace = ({ site }: Store): string => `mingbang-${digest([site.county, site.township]).slice(0, 8)}`;

const itemsOf = (content: Store, entries: readonly FeedEntry[]): FeedDocument['items'] =>
  entries.flatMap(({ item }) => (item === undefined ? [] : { ...item, id: `${idSpace(content)}/${item.id}` })).reverse();

interface Document {
  /** Path of its page, and its number where it is an archive. */
  params: { path: string | undefined; archive?: string };
  props: { document: FeedDocument };
}

/**
 * The newest items, and every full fifty from the oldest on as an archive that does not change when items are added. What was
 * taken down keeps its place there, so that nothing moves from one archive to another.
 */
function documentsOf(content: Store, plan: FeedPlan): Document[] {
  const entries = [...plan.entries].sort(oldestFirst);
  const archives = entries.length > SIZE ? chunk(entries, SIZE).filter(({ length }) => length === SIZE) : [];
  const feed = absolute(paths.feed(plan.page));
  const archive = (number: number): string | undefined =>
    number >= 1 && number <= archives.length ? `${feed}/${number}` : undefined;
  const common = {
    title: feedTitle(content, plan),
    description: plan.description,
    page: absolute(plan.page),
    publisher: { name: content.site.organizer, url: absolute(paths.home) },
    icon: absolute('/icon-180.png'),
  };
  const newest = {
    ...common,
    older: archive(archives.length),
    newer: undefined,
    updated: lastUpdate(entries),
    items: itemsOf(content, entries.filter(({ item }) => item !== undefined).slice(-SIZE)),
  };
  return [
    ...[plan.page, ...plan.former].map((page): Document => {
      const address = absolute(paths.feed(page));
      return { params: { path: pathParam(page) }, props: { document: { ...newest, address, current: address } } };
    }),
    ...archives.map((some, index): Document => ({
      params: { path: pathParam(plan.page), archive: String(index + 1) },
      props: {
        document: {
          ...common,
          address: `${feed}/${index + 1}`,
          current: feed,
          older: archive(index),
          newer: archive(index + 2),
          updated: lastUpdate(some),
          items: itemsOf(content, some),
        },
      },
    })),
  ];
}

const pathParam = (page: string): string | undefined => (page === '/' ? undefined : page.slice(1, -1));

let made: Promise<Document[]> | undefined;

/** Every document of every feed, made once for both formats. */
function feedDocuments(): Promise<Document[]> {
  const make = async (): Promise<Document[]> => {
    const content = await store();
    return (await feedPlans(content)).flatMap((plan) => documentsOf(content, plan));
  };
  if (import.meta.env.DEV) return make();
  made ??= make();
  return made;
}

/** The documents with the newest items. */
export const newestFeeds = async (): Promise<Document[]> =>
  (await feedDocuments()).filter(({ params }) => params.archive === undefined);

/** The archives. */
export const feedArchives = async (): Promise<Document[]> =>
  (await feedDocuments()).filter(({ params }) => params.archive !== undefined);

/** The feeds for a list that a reader program takes over. */
export async function feedOutlines(): Promise<{ title: string; feeds: FeedOutline[] }> {
  const content = await store();
  const plans = await feedPlans(content);
  return {
    title: content.site.name,
    feeds: plans.map((plan) => ({
      title: feedTitle(content, plan),
      page: absolute(plan.page),
      address: absolute(paths.feed(plan.page)),
    })),
  };
}
