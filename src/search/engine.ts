import type { Marked } from './excerpt.ts';

/** What the reader chose beside the words. */
export interface Choice {
  filters: Record<string, string>;
  order: 'relevance' | 'date';
}

export interface Hit {
  url: string;
  title: Marked[];
  excerpt: Marked[];
  /** `动态 · 基层治理 · 2025-03-18`. */
  place: string;
}

/** By fragment of the index: the values a page has for each choice. The newest page stands first. */
export type SearchFilters = Record<string, Record<string, string | string[] | undefined>>;

/** A way to answer a query. `show` gives the hits from–to; their number is known before. */
export interface Answer {
  total: number;
  show: (from: number, to: number) => Promise<Hit[]>;
}

export type Engine = (pieces: readonly string[], choice: Choice) => Promise<Answer>;

/** `动态 · 通知公告 · 2026年11月24日`: where a hit stands. */
export function placeOf(meta: { kind?: string | undefined; column?: string | undefined; date?: string | undefined }): string {
  const [year = '', month = '', day = ''] = (meta.date ?? '').split('-');
  const date = day === '' ? '' : `${year}年${String(Number(month))}月${String(Number(day))}日`;
  return [meta.kind ?? '', meta.column ?? '', date].filter((part) => part !== '').join(' · ');
}
