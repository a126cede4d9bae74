import type { Engine } from './engine.ts';
import { placeOf } from './engine.ts';
import { excerptOf, marked } from './excerpt.ts';
import { withoutGroups } from './text.ts';

/** One page in the small index: address, title, summary, and what it can be narrowed down by. */
export interface PlainRecord {
  url: string;
  title: string;
  summary: string;
  kind: string;
  column?: string | undefined;
  villages?: string[] | undefined;
  year?: string | undefined;
  date?: string | undefined;
}

/** Looks through titles, names and summaries alone: needs no WebAssembly and nothing newer than Chromium 66. */
export function plainEngine(records: readonly PlainRecord[]): Engine {
  return (pieces, { filters, order }) => {
    const has = (text: string): boolean => pieces.every((piece) => withoutGroups(text.toLowerCase()).includes(piece));
    const fits = ({ kind, column, villages, year }: PlainRecord): boolean =>
      Object.keys(filters).every((name) => {
        const wanted = filters[name] ?? '';
        if (name === 'village') return (villages ?? []).includes(wanted);
        return { kind, column, year }[name as 'kind' | 'column' | 'year'] === wanted;
      });
    const found = records.filter((record) => fits(record) && has(`${record.title}\n${record.summary}`));
    const inTitle = (record: PlainRecord): number => (has(record.title) ? 0 : 1);
    const byDate = (a: PlainRecord, b: PlainRecord): number => ((a.date ?? '') < (b.date ?? '') ? 1 : -1);
    found.sort(
      (a, b) =>
        (order === 'relevance' ? inTitle(a) - inTitle(b) || (inTitle(a) === 0 ? a.title.length - b.title.length : 0) : 0) ||
        byDate(a, b),
    );
    return Promise.resolve({
      total: found.length,
      show: (from, to) =>
        Promise.resolve(
          found.slice(from, to).map((record) => ({
            url: record.url,
            title: marked(record.title, pieces),
            excerpt: excerptOf(record.summary, pieces),
            place: placeOf(record),
          })),
        ),
    });
  };
}
