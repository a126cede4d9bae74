import { noticeState } from '../derive/disclosure.ts';
import { href, paths } from './addresses.ts';
import { plainPage } from './pages.ts';
import { readEdits } from '../loader/history.ts';
import { store, type Store } from './store.ts';
import type { CorrectionsView } from './views.ts';

type Correction = CorrectionsView['corrections'][number];

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Notes of entries that stand; what a 公示 that is over said may name persons, so only the fact remains. */
function noted({ news, reports, today }: Store): Correction[] {
  const entries = [
    ...news.map(({ id, fields, tombstone }) => ({ path: paths.newsEntry(id), fields, tombstone, notice: fields.notice })),
    ...reports.map(({ id, fields, tombstone }) => ({ path: paths.report(id), fields, tombstone, notice: undefined })),
  ];
  return entries.flatMap(({ path, fields, tombstone, notice }) => {
    if (tombstone) return [];
    const over = notice !== undefined && noticeState(notice, today) === '已结束';
    return (fields.changes ?? []).map(({ on, what }): Correction => ({
      on,
      kind: '更正',
      page: { href: href(path), text: fields.title },
      what: over ? '公示期已满，更正的内容不再显示' : what,
    }));
  });
}

function repealed({ news }: Store): Correction[] {
  return news.flatMap(({ id, fields, tombstone }): Correction[] => {
    const on = fields.document?.repealed?.on;
    if (on === undefined || tombstone) return [];
    return [
      {
        on,
        kind: '废止',
        page: { href: href(paths.newsEntry(id)), text: fields.title },
        what: `${fields.document?.number ?? ''}已废止`,
      },
    ];
  });
}

/** Of an entry that was taken down nothing but the fact, the day and the reason is left, here as on its own page. */
function withdrawn({ news, reports }: Store): Correction[] {
  const gone = [
    ...news.map((entry) => ({ ...entry, path: paths.newsEntry(entry.id) })),
    ...reports.map((entry) => ({ ...entry, path: paths.report(entry.id) })),
  ];
  return gone.flatMap(({ path, fields, tombstone }): Correction[] => {
    if (!tombstone || fields.withdrawn === undefined) return [];
    return [
      { on: fields.withdrawn.on, kind: '撤下', page: { href: href(path), text: '已撤下的信息' }, what: fields.withdrawn.reason },
    ];
  });
}

/** Pages whose file was committed again after they were published, from the history of git; empty where there is none, as in a tarball. */
function edited({ news, reports, site }: Store): CorrectionsView['edited'] {
  // The days of a sample site are made up; the history of its files says nothing about them.
  const edits = site.demo ? undefined : readEdits(process.cwd());
  if (edits === undefined) return [];
  const began = site.honestDates?.since ?? '';
  const entries = [
    ...news.map((entry) => ({ ...entry, path: paths.newsEntry(entry.id) })),
    ...reports.map((entry) => ({ ...entry, path: paths.report(entry.id) })),
  ];
  return entries
    .filter(({ tombstone }) => !tombstone)
    .flatMap(({ folder, path, fields }) => {
      // The oldest day is the one on which the file came in.
      const after = fields.date.slice(0, 10);
      const days = (edits.get(`${folder}/index.mdx`) ?? []).slice(0, -1).filter((day) => day > after && day > began);
      return days.length === 0 ? [] : [{ page: { href: href(path), text: fields.title }, days }];
    })
    .sort((a, b) => byText(b.days[0] ?? '', a.days[0] ?? '') || byText(a.page.href, b.page.href));
}

/** `/corrections/`: every correction, repeal and removal, newest first. */
export async function correctionsPage(): Promise<CorrectionsView> {
  const content = await store();
  const corrections = [...noted(content), ...repealed(content), ...withdrawn(content)];
  return {
    ...(await plainPage({
      title: '更正和撤下',
      description: `${content.site.name}公布以后改过、废止和撤下的内容，逐条写明日期、改了什么和在哪一页。`,
      path: paths.corrections,
    })),
    edited: edited(content),
    corrections: corrections.sort((a, b) => byText(b.on, a.on) || byText(a.page.href, b.page.href) || byText(a.what, b.what)),
  };
}
