import { noticeState } from '../derive/disclosure.ts';
import { href, paths } from './addresses.ts';
import { formerPaths } from './former-paths.ts';
import type { Public, Store } from './store.ts';
import type { PageHistoryView } from './views/body.ts';

type News = Store['news'][number]['fields'];
type Note = NonNullable<News['changes']>[number];
type Noted = Partial<Pick<News, 'notice' | 'changes'>>;

/** The notes on what was changed. What was said of a 公示 that is over may name persons, so only the fact remains. */
export function changeNotes({ today }: Store, { notice, changes = [] }: Noted): Note[] {
  const over = notice !== undefined && noticeState(notice, today) === '已结束';
  return over ? changes.map(({ on }) => ({ on, what: '公示期已满，更正的内容不再显示' })) : changes;
}

interface Dated {
  date?: string | undefined;
  publishOn?: string | undefined;
  formerly?: string[] | undefined;
  disclosure: { approved?: { on: string } | undefined };
}

/**
 * The days after the publication on which an entry's files were committed, newest first; none where git has no full history, on a sample
 * site, and of what was taken down. Never who, nor what the commits say of themselves.
 */
export function editDays({ edits, site }: Store, { folder, fields, tombstone }: Public<Dated>): string[] {
  if (tombstone) return [];
  const collection = folder.split('/').slice(1, 2).join();
  const former = formerPaths(collection, fields).map((path) => `content/${path}`);
  const days = new Set([folder, ...former].flatMap((path) => edits.get(path) ?? []));
  const since = [fields.publishOn, fields.date, fields.disclosure.approved?.on, site.honestDates?.since];
  const after =
    since
      .map((moment) => moment?.slice(0, 10) ?? '')
      .sort()
      .at(-1) ?? '';
  // The oldest day is the one on which it came in.
  return [...days]
    .sort()
    .reverse()
    .slice(0, -1)
    .filter((day) => day > after);
}

/** What a page says of its own history. */
export const historyView = (content: Store, entry: Public<Dated & Noted>): PageHistoryView => ({
  changes: changeNotes(content, entry.fields),
  edited: editDays(content, entry),
  all: href(paths.corrections),
});
