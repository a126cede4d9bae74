import { noticeState } from '../derive/disclosure.ts';
import { findMeasure } from '../derive/measures/index.ts';
import { showFigure } from '../derive/shown.ts';
import { sumOf } from '../lib/decimals.ts';
import { digest } from '../lib/digest.ts';
import type { Block } from '../schemas/blocks.ts';
import type { Figure } from '../schemas/figure.ts';
import type { News } from '../schemas/news.ts';
import { absolute, href, paths } from './addresses.ts';
import type { Public, Store } from './store.ts';
import type { BodyView, FigureView, PictureView } from './views/body.ts';
import type { NewsCardView } from './views/news.ts';
import type { Link, ShareView, StaticPath } from './views/page.ts';

/** A route's path with its view and the fingerprint that incremental builds compare. */
export function staticPath<V, P extends Record<string, string | undefined>>(params: P, view: V): StaticPath<V, P> {
  return { params, props: { view }, cacheKey: digest(view) };
}

interface Photo {
  src: string;
  alt: string;
  caption?: string | undefined;
  credit?: string | undefined;
}

/** A picture of an entry with what is said about it. */
export function picture({ pictures }: Pick<Public<unknown>, 'pictures'>, { src, alt, caption, credit }: Photo): PictureView {
  const image = pictures[src];
  if (image === undefined) throw new Error(`picture ${src} was not announced by the loader`);
  return { image, alt, caption, credit };
}

/** The picture that stands for an entry, when it has one. */
export const cover = (entry: Public<{ cover?: Photo | undefined }>): PictureView | undefined =>
  entry.fields.cover && picture(entry, entry.fields.cover);

const number = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 2, useGrouping: false });

/** A number as it is printed everywhere: no grouping, at most two decimals. */
export const formatNumber = (value: number): string => number.format(value);

/** `9/12` → `75%`, with one decimal where it is not whole. */
export const formatShare = (part: number, whole: number): string => `${number.format(Math.round((part / whole) * 1000) / 10)}%`;

/** The page behind a figure: its measure in that year, or its row with the document it was taken from. */
export function figureHref(report: string, { id, measure }: Pick<Figure, 'id' | 'measure'>): string {
  const counted = measure !== undefined && findMeasure(measure) !== undefined;
  return href(counted ? paths.measure(measure, report) : paths.figure(report, id));
}

/** `多3个`, `少2.5个百分点`, `持平`. */
function changeText(value: number, before: number, unit: string): string {
  const difference = Math.abs(sumOf([value, -before]));
  if (difference === 0) return '持平';
  return `${value > before ? '多' : '少'}${formatNumber(difference)}${unit === '%' ? '个百分点' : unit}`;
}

/** A figure with its provenance, as text. */
export function figureView(report: string, figure: Figure): FigureView {
  const ratio = figure.share && `${formatNumber(figure.share.part)}/${formatNumber(figure.share.whole)}`;
  const covered = figure.measure !== undefined && findMeasure(figure.measure)?.sensitive === true;
  const shown = covered ? showFigure(figure) : `${formatNumber(figure.value)}${figure.unit}`;
  return {
    id: figure.id,
    label: figure.label,
    text: ratio === undefined ? shown : `${shown}（${ratio}）`,
    parts: { value: shown.slice(0, -figure.unit.length), unit: figure.unit, share: ratio },
    headline: figure.headline === true,
    previous: figure.previous && {
      text: covered
        ? showFigure({ ...figure, value: figure.previous.value })
        : `${formatNumber(figure.previous.value)}${figure.unit}`,
      change: covered ? '' : changeText(figure.value, figure.previous.value, figure.unit),
      note: figure.previous.note,
    },
    definition: figure.definition,
    asOf: figure.asOf,
    owner: figure.owner,
    source:
      figure.source === undefined
        ? '由本站记录汇总核对'
        : [figure.source.title, figure.source.number].filter((part) => part !== undefined).join('，'),
    href: figureHref(report, figure),
  };
}

function figureCalls(blocks: Block[]): Record<string, string>[] {
  return blocks.flatMap((block) => {
    if (typeof block === 'string' || !('component' in block)) return [];
    return [...(block.component === 'Figure' ? [block.attributes] : []), ...figureCalls(block.children)];
  });
}

/** A body with the figures that it calls. `report` is the year that a call without `report` means. */
export function bodyView(content: Store, { body, pictures }: Public<unknown>, report = ''): BodyView {
  const figures: Record<string, FigureView> = {};
  for (const call of figureCalls(body.blocks)) {
    const year = call.report ?? report;
    const id = call.id ?? '';
    const found = content.reports
      .find((entry) => entry.id === year && !entry.tombstone)
      ?.figures.find((figure) => figure.id === id);
    if (found === undefined) throw new Error(`正文引用的数字不存在：${year}/${id} → 运行 npm run validate 看怎么改`);
    figures[`${call.report ?? ''}/${id}`] = figureView(year, found);
  }
  return { ...body, images: pictures, figures };
}

export function columnLink(content: Store, id: string): Link {
  return { href: href(paths.column(id)), text: content.site.columns.find((column) => column.id === id)?.name ?? id };
}

export const villageNames = (content: Store, ids: readonly string[] | undefined): string[] =>
  (ids ?? []).flatMap((id) => content.site.villages.filter((village) => village.id === id).map(({ name }) => name));

/** A row of a list. A notice that is over keeps its title and loses picture and summary: they may name persons. */
export function newsCard(content: Store, entry: Public<News>): NewsCardView {
  const { fields } = entry;
  const ended = fields.notice !== undefined && noticeState(fields.notice, content.today) === '已结束';
  return {
    href: href(paths.newsEntry(entry.id)),
    title: fields.title,
    date: fields.date,
    source: fields.source,
    summary: ended ? '公示期已满，公示内容不再显示。' : fields.summary,
    column: columnLink(content, fields.column),
    cover: ended ? undefined : cover(entry),
    notice: fields.notice === undefined ? undefined : { from: fields.notice.from, until: fields.notice.until },
  };
}

/** Entries that stand, without those taken down: what lists, feeds and the search index may name. */
export const standing = <E extends { tombstone: boolean }>(entries: E[]): E[] => entries.filter(({ tombstone }) => !tombstone);

/** Cards of the newest entries that fulfil a condition. */
export function newsCards(content: Store, keep: (fields: News) => boolean, limit: number): NewsCardView[] {
  return standing(content.news)
    .filter(({ fields }) => keep(fields))
    .slice(0, limit)
    .map((entry) => newsCard(content, entry));
}

/** How a page is handed on. */
export const shareView = (path: string, poster = true): ShareView => ({
  url: absolute(path),
  qr: href(paths.qr(path)),
  poster: poster ? href(paths.poster(path)) : undefined,
});

/** A branch in a column headed 党支部, where the width of a phone counts: 石桥村 for 石桥村党支部. */
export const nameInColumn = ({ shortName }: { shortName: string }): string => shortName.replace(/(?<=.)党支部$/, '');
