import { entryChanges, same } from './field-changes.ts';
import { filesBeside } from './files.ts';
import { isOver, whyHidden, type Item, type Pair } from './items.ts';
import type { ChangedFile, NameOf, SheetRow, Sides } from './model.ts';

/** An entry that differs, with its row; `seen` when readers notice. */
export interface EntryRow extends Pair {
  row: SheetRow;
  seen: boolean;
  /** The files that the row speaks of. */
  paths: string[];
}

interface Difference {
  /** What differs, with values where they are short. */
  lines: string[];
  /** Pictures and attachments among them. */
  beside: string[];
  /** Only by name: of what nobody sees no text is repeated. */
  names: string[];
}

const list = (names: string[]): string[] => (names.length === 0 ? [] : [`改了：${names.join('、')}`]);

/** True when what was renamed is only found under another address. */
const isRenamed = ({ was, is }: Pair): boolean => was !== undefined && is !== undefined && was.key !== is.key;

function difference(pair: Pair, beside: string[], extra: string[], nameOf: NameOf): Difference {
  const { was, is } = pair;
  const kept = (item: Item | undefined): Record<string, unknown> =>
    Object.fromEntries(Object.entries(item?.data ?? {}).filter(([key]) => key !== 'formerly' || !isRenamed(pair)));
  const fields = entryChanges((is ?? was)?.collection ?? 'news', kept(was), kept(is), nameOf);
  const body = was?.body === is?.body ? [] : ['正文'];
  return {
    beside,
    lines: [...list([...fields.nested, ...body]), ...fields.lines, ...beside, ...extra],
    names: [...list([...fields.names, ...body]), ...beside, ...extra],
  };
}

const withdrawal = ({ data }: Item): string[] => [
  `页面只留一句：${data.withdrawn?.on ?? ''}撤下，${data.withdrawn?.reason ?? ''}`,
];

/** What readers notice of an entry; undefined when they notice nothing. */
function noticed(pair: Pair, { lines, beside }: Difference, now: string): Pick<SheetRow, 'change' | 'details'> | undefined {
  const { was, is } = pair;
  const [before, after] = [was?.seen ?? 'hidden', is?.seen ?? 'hidden'];
  if (before === 'hidden' && after === 'hidden') return undefined;
  if (is === undefined) return { change: '删除', details: ['网址打不开了'] };
  if (after === 'hidden') return { change: '不再公开', details: ['网址打不开了', whyHidden(is, now)] };
  const moved = isRenamed(pair) && before !== 'hidden' ? [`换了网址（旧网址会转过去）：${was?.path ?? ''} → ${is.path}`] : [];
  if (after === 'tombstone') {
    if (before === 'public') return { change: '撤下', details: [...moved, ...withdrawal(is)] };
    if (moved.length > 0) return { change: '换网址', details: moved };
    return before === 'tombstone' && same(was?.data.withdrawn, is.data.withdrawn)
      ? undefined
      : { change: before === 'hidden' ? '撤下' : '修改', details: withdrawal(is) };
  }
  if (was === undefined) return { change: '新增', details: beside };
  if (before !== 'public')
    return { change: '新增', details: [before === 'hidden' ? '原来没有公开' : '撤下的内容重新公开', ...moved, ...lines] };
  const over = isOver(is, now.slice(0, 10)) ? ['公示期已满，公示的内容和附件读者已经看不到'] : [];
  return { change: moved.length > 0 ? '换网址' : '修改', details: [...moved, ...lines, ...over] };
}

/** Of what nobody sees: what was done to it, and why nobody sees it. */
function unnoticed({ was, is }: Pair, { names }: Difference, now: string): Pick<SheetRow, 'change' | 'details'> {
  if (is === undefined) return { change: '删除', details: ['本来就没有公开'] };
  const why = is.seen === 'tombstone' ? '已撤下，读者只看到撤下的说明' : whyHidden(is, now);
  return { change: was === undefined ? '新增' : '修改', details: [...(was === undefined ? [] : names), why] };
}

/**
 * Every entry that differs, as a row.
 * @param extras of an entry by its key: what differs in the tables beside it, in words
 */
export function entryRows(
  pairs: readonly Pair[],
  { before, after }: Sides,
  files: readonly ChangedFile[],
  extras: ReadonlyMap<string, string[]>,
  now: string,
  nameOf: NameOf,
): EntryRow[] {
  return pairs.flatMap((pair): EntryRow[] => {
    const { was, is } = pair;
    const shown = is ?? was;
    if (shown === undefined) return [];
    const beside = filesBeside(pair, before, after, files);
    const found = difference(pair, beside.lines, extras.get(shown.key) ?? [], nameOf);
    if (found.names.length === 0 && !isRenamed(pair)) return [];
    const seen = noticed(pair, found, now);
    const { path: place, title } = shown;
    const own = [was, is].flatMap((item) => (item === undefined ? [] : [`content/${item.key}/index.mdx`]));
    const texts = isRenamed(pair) || was?.body !== is?.body || !same(was?.data, is?.data) ? own : [];
    return [
      {
        ...pair,
        row: { place, title, ...(seen ?? unnoticed(pair, found, now)) },
        seen: seen !== undefined,
        paths: [...texts, ...beside.paths],
      },
    ];
  });
}
