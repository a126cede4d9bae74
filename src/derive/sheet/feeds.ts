import type { Content } from '../../schemas/content.ts';
import type { Report } from '../../schemas/report.ts';
import type { News } from '../../schemas/news.ts';
import { noticeState } from '../disclosure.ts';
import type { EntryRow } from './entries.ts';
import { same, short } from './field-changes.ts';
import { firstKey, type Item, type Pair } from './items.ts';
import { changeOf, differing } from './keyed.ts';
import type { SheetRow } from './model.ts';

const SENT = '订阅的人会收到';
const UPDATED = '订阅里的内容更新，已经收到的不会撤回';
const GONE = '从订阅里去掉，已经收到的撤不回来';

interface Feed {
  name: string;
  page: string;
}

const EVERYTHING: Feed = { name: '全部动态和报告', page: '/' };
const REPORTS: Feed = { name: '年度报告', page: '/reports/' };
const CORRECTIONS: Feed = { name: '更正和撤下', page: '/corrections/' };

const feedList = (feeds: readonly Feed[], words = '订阅'): string =>
  `${words}：${[...new Map(feeds.map(({ name, page }) => [page, `${name}（${page}feed.xml）`])).values()].join('、')}`;

/** The feeds that an entry goes into; none when it is not news or a report. */
function feedsOf(item: Item | undefined, { site, branches }: Content): Feed[] {
  if (item?.collection === 'reports') return [EVERYTHING, REPORTS];
  if (item?.collection !== 'news') return [];
  const { column, branches: named = [] } = item.data as unknown as News;
  return [
    EVERYTHING,
    { name: site.columns.find(({ id }) => id === column)?.name ?? column, page: `/columns/${column}/` },
    ...named.map((id) => ({
      name: branches.find((branch) => branch.id === id)?.data.shortName ?? id,
      page: `/branches/${id}/`,
    })),
  ];
}

/** What subscribers notice of an entry. A new address alone brings nothing, as what identifies the entry is kept. */
function fate({ was, is, row }: EntryRow): string[] {
  if (row.change === '换网址' && was !== undefined && is !== undefined) {
    if (firstKey(was) !== firstKey(is)) return ['曾用路径没有写全：订阅的人会当成新的再收到一次'];
    return row.details.length > 1 ? [UPDATED] : ['已经收到的不变，里面的旧网址会转过去'];
  }
  if (row.change === '新增') return [SENT];
  return [row.change === '修改' ? UPDATED : GONE];
}

/** The feeds of an entry; where it goes into others than before, those by themselves. */
function feedLines({ was, is }: EntryRow, before: Content, after: Content): string[] {
  const [old, current] = [feedsOf(was, before), feedsOf(is, after)];
  if (was?.seen !== 'public' || is?.seen !== 'public') return [feedList(is === undefined ? old : current)];
  const others = (feeds: readonly Feed[], than: readonly Feed[]): Feed[] =>
    feeds.filter(({ page }) => !than.some((feed) => feed.page === page));
  const [fresh, gone] = [others(current, old), others(old, current)];
  return [
    feedList(others(current, fresh)),
    ...(fresh.length === 0 ? [] : [feedList(fresh, '新发到')]),
    ...(gone.length === 0 ? [] : [feedList(gone, '不再发到')]),
  ];
}

function feedRow(entry: EntryRow, before: Content, after: Content): SheetRow {
  const { was, is, row } = entry;
  const dates = same(was?.data['notice'], is?.data['notice']) ? [] : ['公示的日历（/news/calendar.ics）跟着变'];
  return { ...row, details: [...fate(entry), ...dates, ...feedLines(entry, before, after)] };
}

/** True when subscribers only get the new text, in the feeds where the entry was. */
const isOnlyUpdated = ({ details: [first, ...rest] }: SheetRow): boolean => first === UPDATED && rest.length === 1;

/** How many entries may be updated before they are told in one row; each has its own among the pages. */
const FEW = 6;
const NAMED = 30;

/** What goes to subscribers of the news and the reports. What was taken down is in no feed but that of the corrections. */
export function entryFeed(rows: readonly EntryRow[], before: Content, after: Content): SheetRow[] {
  const told = rows
    .filter(({ was, is }) =>
      [was, is].some((item) => item?.seen === 'public' && (item.collection === 'news' || item.collection === 'reports')),
    )
    .map((entry) => ({ entry, row: feedRow(entry, before, after) }));
  const updated = told.filter(({ row }) => isOnlyUpdated(row));
  if (updated.length <= FEW) return told.map(({ row }) => row);
  const places = updated.map(({ row }) => row.place);
  return [
    ...told.filter(({ row }) => !isOnlyUpdated(row)).map(({ row }) => row),
    {
      change: '修改',
      place: `${places.slice(0, NAMED).join(' ')}${places.length > NAMED ? ' 等' : ''}`,
      title: `已经发过的 ${places.length} 篇`,
      details: [UPDATED, feedList(updated.flatMap(({ entry }) => feedsOf(entry.is, after)))],
    },
  ];
}

interface Correction {
  kind: '更正' | '废止' | '撤下';
  title: string;
  what: string;
}

/** Corrections, repeals and removals of an entry in public, by what identifies each for subscribers. */
function correctionsOf(item: Item | undefined, today: string): Map<string, Correction> {
  const found = new Map<string, Correction>();
  if (item === undefined || item.seen === 'hidden') return found;
  const add = (on: string, correction: Correction): void => {
    const key = `${firstKey(item)} ${on}`;
    const times = [...found.keys()].filter((other) => other.startsWith(key)).length;
    found.set(times === 0 ? key : `${key}-${times + 1}`, correction);
  };
  const { withdrawn, changes = [], notice, document } = item.data as Partial<News & Report> & Item['data'];
  if (item.seen === 'tombstone') {
    if (withdrawn !== undefined) add(withdrawn.on, { kind: '撤下', title: '已撤下的信息', what: withdrawn.reason });
    return found;
  }
  const over = notice !== undefined && noticeState(notice, today) === '已结束';
  for (const { on, what } of changes)
    add(on, {
      kind: '更正',
      title: item.title,
      what: notice === undefined ? short(what) : over ? '公示期已满' : '公示内容有更正',
    });
  if (document?.repealed !== undefined)
    add(document.repealed.on, { kind: '废止', title: item.title, what: `${document.number}已废止` });
  return found;
}

/** What goes to subscribers of the corrections. */
export function correctionFeed(pairs: readonly Pair[], today: string): SheetRow[] {
  return pairs.flatMap(({ was, is }) =>
    differing(correctionsOf(was, today), correctionsOf(is, today)).map((item): SheetRow => {
      const change = changeOf(item);
      const said = item.is ?? item.was;
      const words = change === '新增' ? SENT : change === '修改' ? UPDATED : GONE;
      return {
        change,
        place: '/corrections/',
        title: `${said?.kind ?? ''}：${said?.title ?? ''}`,
        details: [`${words}：${said?.what ?? ''}`, feedList([CORRECTIONS])],
      };
    }),
  );
}
