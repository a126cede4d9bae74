import type { Content } from '../schemas/content.ts';
import { visibility, type Publishable } from './disclosure.ts';
import { commitmentStatus } from './ledger.ts';
import { measures } from './measures/index.ts';
import { publishedContent, type Published } from './published.ts';
import { showFigure, showResult } from './shown.ts';

/** The content at one moment, and of each entry (`news/2026/…`) its body. */
export interface SheetSide {
  content: Content;
  bodies: ReadonlyMap<string, string>;
}

export interface SheetRow {
  change: '新增' | '修改' | '撤下' | '删除' | '不再公开';
  /** Address below the site's root, or the place of a figure or promise. */
  place: string;
  title: string;
  /** What differs, in words. */
  details: string[];
}

/** What a change alters for readers. */
export interface Sheet {
  pages: SheetRow[];
  feeds: SheetRow[];
  figures: SheetRow[];
  promises: SheetRow[];
  /** Entries that were touched and that nobody will see. */
  unseen: SheetRow[];
  /** Pages that change because of the rows above: lists, the home page. */
  follow: string[];
}

interface Item {
  key: string;
  path: string;
  title: string;
  data: Publishable & Record<string, unknown>;
  seen: 'public' | 'tombstone' | 'hidden';
}

const COLLECTIONS = ['news', 'branches', 'cooperatives', 'reports', 'pages'] as const;

function itemsOf({ content }: SheetSide, now: string): Map<string, Item> {
  const items = COLLECTIONS.flatMap((name) =>
    content[name].map(({ id, data }): Item => {
      const fields = data as unknown as Item['data'];
      const title = fields['title'] ?? fields['name'];
      return {
        key: `${name}/${id}`,
        path: name === 'pages' ? `/${id}/` : `/${name}/${id}/`,
        title: typeof title === 'string' ? title : id,
        data: fields,
        seen: visibility(fields, now),
      };
    }),
  );
  return new Map(items.map((item) => [item.key, item]));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function changeOf(old: Item | undefined, item: Item | undefined): SheetRow['change'] {
  if (item === undefined) return '删除';
  if (item.seen === 'hidden') return '不再公开';
  if (item.seen === 'tombstone') return '撤下';
  return old === undefined || old.seen === 'hidden' ? '新增' : '修改';
}

/** Each entry that differs; the names of fields are for `nameOf` to say. */
function entryRows(before: SheetSide, after: SheetSide, now: string, nameOf: (collection: string, key: string) => string) {
  const [old, current] = [itemsOf(before, now), itemsOf(after, now)];
  const seen: (SheetRow & { key: string })[] = [];
  const unseen: SheetRow[] = [];
  for (const key of [...new Set([...old.keys(), ...current.keys()])].sort()) {
    const [was, is] = [old.get(key), current.get(key)];
    const fields = [...new Set([...Object.keys(was?.data ?? {}), ...Object.keys(is?.data ?? {})])];
    const collection = key.split('/')[0] ?? '';
    const changed = fields.filter((field) => !same(was?.data[field], is?.data[field])).map((field) => nameOf(collection, field));
    if (before.bodies.get(key) !== after.bodies.get(key)) changed.push('正文');
    const shown = is ?? was;
    if (changed.length === 0 || shown === undefined) continue;
    const { path, title } = shown;
    const hidden = (was?.seen ?? 'hidden') === 'hidden' && (is?.seen ?? 'hidden') === 'hidden';
    const change = changeOf(was, is);
    const row: SheetRow = {
      change: hidden && change === '不再公开' ? '修改' : change,
      place: path,
      title,
      details: change === '修改' || hidden ? changed : [],
    };
    if (hidden) unseen.push(row);
    else seen.push({ ...row, key });
  }
  return { seen, unseen };
}

interface Value {
  title: string;
  text: string;
}

/** What differs between two lists of values by place. */
function valueRows(old: ReadonlyMap<string, Value>, current: ReadonlyMap<string, Value>): SheetRow[] {
  return [...new Set([...old.keys(), ...current.keys()])].sort().flatMap((place): SheetRow[] => {
    const [was, is] = [old.get(place), current.get(place)];
    if (was?.text === is?.text) return [];
    const change = was === undefined ? '新增' : is === undefined ? '删除' : '修改';
    return [{ change, place, title: (is ?? was)?.title ?? '', details: [`${was?.text ?? '（无）'} → ${is?.text ?? '（无）'}`] }];
  });
}

/** The figures of the reports as typed, and every measure of every year as it is counted; small counts stay covered. */
function figuresOf(content: Published): Map<string, Value> {
  const years = [...new Set([...content.reports.map(({ data }) => data.year), Number(content.today.slice(0, 4))])].sort();
  const typed = content.reports.flatMap(({ id, figures }) =>
    figures.map((figure) => [`/reports/${id}/ ${figure.id}`, { title: figure.label, text: showFigure(figure) }] as const),
  );
  const counted = years.flatMap((year) =>
    measures.map((measure) => {
      const result = measure.compute(content, year);
      return [
        `/results/${measure.id}/${String(year)}/`,
        { title: measure.title, text: showResult(measure, result).text },
      ] as const;
    }),
  );
  return new Map([...typed, ...counted]);
}

function promisesOf(content: Published): Map<string, Value> {
  return new Map(
    content.reports.flatMap(({ commitments }) =>
      commitments.map((commitment) => {
        const { state, due } = commitmentStatus(commitment, content.today);
        const steps = `${commitment.history.length} 步经过`;
        return [
          `/commitments/${commitment.id}/`,
          { title: commitment.title, text: `${state}，期限 ${due}，${commitment.owner}，${steps}` },
        ] as const;
      }),
    ),
  );
}

/** Lists that show an entry, beside its own page. */
function followers(rows: readonly { key: string }[], { content }: SheetSide, before: SheetSide): string[] {
  const news = new Map([...before.content.news, ...content.news].map(({ id, data }) => [`news/${id}`, data]));
  const paths = rows.flatMap(({ key }) => {
    const [collection = ''] = key.split('/');
    if (collection === 'pages') return [];
    const entry = news.get(key);
    const related = [
      ...(entry?.branches ?? []).map((id) => `/branches/${id}/`),
      ...(entry?.cooperatives ?? []).map((id) => `/cooperatives/${id}/`),
    ];
    return [
      '/',
      `/${collection}/`,
      '/sitemap/',
      '/search/',
      ...(entry === undefined ? [] : [`/columns/${entry.column}/`, ...related]),
    ];
  });
  return [...new Set(paths)].sort();
}

/**
 * What a change alters: pages, what subscribers get, figures and promises, as a reader would see them on a day.
 * @param nameOf the Chinese name of a field of a collection
 */
export function publicationSheet(
  before: SheetSide,
  after: SheetSide,
  today: string,
  nameOf: (collection: string, key: string) => string,
): Sheet {
  const now = `${today} 23:59`;
  const { seen, unseen } = entryRows(before, after, now, nameOf);
  const [old, current] = [publishedContent(before.content, now), publishedContent(after.content, now)];
  const own = new Set(seen.map(({ place }) => place));
  return {
    pages: seen.map(({ change, place, title, details }) => ({ change, place, title, details })),
    feeds: seen
      .filter(({ key }) => key.startsWith('news/'))
      .map(({ change, place, title }) => ({
        change,
        place,
        title,
        details: [
          change === '新增'
            ? '订阅的人会收到'
            : change === '修改'
              ? '订阅里的内容更新，已经收到的不会撤回'
              : '从订阅里去掉，已经收到的撤不回来',
        ],
      })),
    figures: valueRows(figuresOf(old), figuresOf(current)),
    promises: valueRows(promisesOf(old), promisesOf(current)),
    unseen,
    follow: followers(seen, after, before).filter((path) => !own.has(path)),
  };
}
