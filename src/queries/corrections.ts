import { byText } from '../lib/by-text.ts';
import { href, paths } from './addresses.ts';
import { everyEntry, type Placed } from './every-entry.ts';
import { firstPath } from './former-paths.ts';
import { changeNotes, editDays } from './page-history.ts';
import { plainPage } from './pages.ts';
import { store, type Store } from './store.ts';
import type { CorrectionsView } from './views/news.ts';
import type { Link } from './views/page.ts';

interface Correction {
  on: string;
  kind: CorrectionsView['corrections'][number]['kind'];
  /** Where the entry was first published. */
  entry: string;
  page: Link;
  what: string;
  /** It is said of a 公示. */
  notice: boolean;
}

/** Notes of an entry that stands. */
const noted = (content: Store, { entry, first, path, title }: Placed): Correction[] =>
  changeNotes(content, entry.fields).map(({ on, what }) => ({
    on,
    kind: '更正',
    entry: first,
    notice: entry.fields.notice !== undefined,
    page: { href: href(path), text: title },
    what,
  }));

/** Of an entry that was taken down nothing but the fact, the day and the reason is left, here as on its own page. */
const withdrawn = ({ entry: { fields }, first, path }: Placed): Correction[] =>
  fields.withdrawn === undefined
    ? []
    : [
        {
          on: fields.withdrawn.on,
          kind: '撤下',
          entry: first,
          notice: false,
          page: { href: href(path), text: '已撤下的信息' },
          what: fields.withdrawn.reason,
        },
      ];

function repealed({ news }: Store): Correction[] {
  return news.flatMap(({ id, fields, tombstone }): Correction[] => {
    const on = fields.document?.repealed?.on;
    if (on === undefined || tombstone) return [];
    return [
      {
        on,
        kind: '废止',
        entry: firstPath('news', id, fields),
        notice: false,
        page: { href: href(paths.newsEntry(id)), text: fields.title },
        what: `${fields.document?.number ?? ''}已废止`,
      },
    ];
  });
}

/** News and reports whose files were committed again after they were published; the pages of branches and co-ops live and are not listed. */
function edited(content: Store): CorrectionsView['edited'] {
  const pages = [
    ...content.news.map((entry) => ({ entry, path: paths.newsEntry(entry.id) })),
    ...content.reports.map((entry) => ({ entry, path: paths.report(entry.id) })),
  ];
  return pages
    .map(({ entry, path }) => ({ page: { href: href(path), text: entry.fields.title }, days: editDays(content, entry) }))
    .filter(({ days }) => days.length > 0)
    .sort((a, b) => byText(b.days[0] ?? '', a.days[0] ?? '') || byText(a.page.href, b.page.href));
}

/** Every correction, repeal and removal, newest first. */
export const corrections = (content: Store): Correction[] =>
  [
    ...everyEntry(content).flatMap((placed) => (placed.entry.tombstone ? withdrawn(placed) : noted(content, placed))),
    ...repealed(content),
  ].sort((a, b) => byText(b.on, a.on) || byText(a.page.href, b.page.href) || byText(a.what, b.what));

/** `/corrections/`. */
export async function correctionsPage(): Promise<CorrectionsView> {
  const content = await store();
  return {
    ...(await plainPage({
      title: '更正和撤下',
      description: `${content.site.name}公布以后改过、废止和撤下的内容，逐条写明日期、改了什么和在哪一页。`,
      path: paths.corrections,
      feed: paths.feed(paths.corrections),
    })),
    edited: edited(content),
    corrections: corrections(content).map(({ on, kind, page, what }) => ({ on, kind, page, what })),
  };
}
