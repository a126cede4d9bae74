import { publishedContent } from '../published.ts';
import { companionChanges } from './companions.ts';
import { entryRows } from './entries.ts';
import { correctionFeed, entryFeed } from './feeds.ts';
import { figureRows } from './figures.ts';
import { followers } from './follow.ts';
import { pairsOf } from './items.ts';
import type { ChangedFile, NameOf, Sheet, SheetRow, Sides } from './model.ts';
import { ledgerFeed, promiseRows } from './promises.ts';
import { siteRows, standardRows, tableRows } from './settings.ts';

/** Why a file that differs is in no list. */
function leftOver({ path, was, is }: ChangedFile, { after }: Sides): SheetRow {
  const text = /\.(?:mdx|ya?ml|csv)$/.test(path);
  const why = after.unreadable.has(path)
    ? '写法有错，里面的内容没有读全，上面说得不准：改好再看'
    : was !== undefined && is !== undefined && text
      ? '读者看到的内容没有变（例如只改了空格、注释、先后次序）'
      : '没有用在页面上';
  return { change: was === undefined ? '新增' : is === undefined ? '删除' : '修改', place: path, title: '', details: [why] };
}

/**
 * What a change alters: pages, what subscribers get, figures and promises, as a reader would see them on a day.
 * @param files every file below `content/` that is not the same; each is spoken of somewhere in the sheet
 * @param nameOf the Chinese name of a field
 */
export function publicationSheet(sides: Sides, files: readonly ChangedFile[], today: string, nameOf: NameOf): Sheet {
  const { before, after } = sides;
  const now = `${today} 23:59`;
  const pairs = pairsOf(sides, now);
  const [old, current] = [publishedContent(before.content, now), publishedContent(after.content, now)];
  const companions = companionChanges(pairs, sides, today, nameOf);
  const entries = entryRows(pairs, sides, files, companions.extras, now, nameOf);
  const settings = [siteRows(sides, files, nameOf), standardRows(sides, nameOf), tableRows(sides, nameOf)];
  const seen = entries.filter((entry) => entry.seen);
  const told = new Set([...entries, ...settings].flatMap(({ paths }) => paths).concat(companions.paths));
  const sheet = {
    pages: [...settings.flatMap(({ pages }) => pages), ...seen.map(({ row }) => row), ...companions.records],
    feeds: [...entryFeed(seen, before.content, after.content), ...ledgerFeed(old, current), ...correctionFeed(pairs, today)],
    figures: figureRows(old, current, nameOf),
    promises: promiseRows(old, current, nameOf),
    unseen: entries.filter((entry) => !entry.seen).map(({ row }) => row),
  };
  return {
    ...sheet,
    others: [
      ...settings.flatMap(({ others }) => others),
      ...files.filter(({ path }) => !told.has(path) || after.unreadable.has(path)).map((file) => leftOver(file, sides)),
    ],
    follow: followers(seen, sheet),
  };
}
