import { blank } from '../schemas/blank.ts';
import type { CollectionName } from '../schemas/index.ts';
import type { Known } from './yaml-template.ts';

/** What is known of a new entry before anybody writes. Ids, not names. */
export interface Draft {
  title: string;
  /** `YYYY-MM-DD` */
  date: string;
  /** The year that a report is about. */
  year: string;
  column?: string | undefined;
  branches: readonly string[];
  /** Cleaned pictures beside the entry. */
  photos: readonly { src: string; alt: string }[];
  /** Promises that a report of this year has to answer, with the result where the ledger says it already. */
  promises: readonly { commitment: string; result?: string }[];
}

/** A kind of entry that can be made: what is asked for, where it goes, what it begins with. */
export interface EntryKind {
  id: string;
  title: string;
  collection: CollectionName;
  /** The field that holds what is asked for as the title. */
  named: 'title' | 'name';
  asks: { column?: true; branches?: 'any' | 'one'; photos?: true; year?: true };
  /** The folder below the collection. */
  folder: (draft: Draft, slug: string) => string;
  known: (draft: Draft) => Known;
  /** Items of the files beside the entry that are written at once. */
  companions?: (draft: Draft) => Record<string, Known[]>;
  body: string;
}

const PARTS = ['履职成效', '上年度问题整改', '存在问题及原因', '下步打算'];

const newsFolder = ({ date }: Draft, slug: string): string => `${date.slice(0, 4)}/${date.slice(5, 7)}${date.slice(8)}-${slug}`;

/** The first picture is the cover, the others stand below the text. */
const pictures = ([cover, ...photos]: Draft['photos']): Known => ({
  ...(cover === undefined ? {} : { cover: { ...cover } }),
  ...(photos.length === 0 ? {} : { photos: photos.map((photo) => ({ ...photo })) }),
});

const news = ({ title, column, date, branches, photos }: Draft): Known => ({
  title,
  ...(column === undefined ? {} : { column }),
  date,
  ...(branches.length === 0 ? {} : { branches }),
  ...pictures(photos),
});

const NEWS_BODY = blank('正文：写清时间、地点、做法、数字和难处，不写空话。空一行是分段，“## ”开头是小标题，“- ”开头是列表');

/** Every kind that `npm run new` makes, in the order in which it is offered. */
export const entryKinds: readonly EntryKind[] = [
  {
    id: 'news',
    title: '动态',
    collection: 'news',
    named: 'title',
    asks: { column: true, branches: 'any', photos: true },
    folder: newsFolder,
    known: news,
    body: NEWS_BODY,
  },
  {
    id: 'notice',
    title: '公示',
    collection: 'news',
    named: 'title',
    asks: { column: true, branches: 'any' },
    folder: newsFolder,
    known: (draft) => ({ ...news(draft), notice: { from: draft.date } }),
    body: blank('公示正文：公示什么、依据哪个文件、向谁反映。公示期满后正文自动撤下，只留公示结果'),
  },
  {
    id: 'branch',
    title: '党支部',
    collection: 'branches',
    named: 'name',
    asks: { photos: true },
    folder: (_draft, slug) => slug,
    known: ({ title, date, photos }) => ({ name: title, ...pictures(photos), updated: date }),
    companions: () => ({ meetings: [] }),
    body: blank('支部介绍：做过什么事、难在哪里、正在办什么，三四段就够'),
  },
  {
    id: 'cooperative',
    title: '产业',
    collection: 'cooperatives',
    named: 'name',
    asks: { branches: 'one', photos: true },
    folder: (_draft, slug) => slug,
    known: ({ title, branches: [branch], date, photos }) => ({
      name: title,
      ...(branch === undefined ? {} : { branch }),
      // Readers need one way to find it; an office telephone is the usual one.
      outlets: [{ phone: {} }],
      ...pictures(photos),
      updated: date,
    }),
    body: blank('介绍：怎么办起来的、支部做了什么、账怎么分、今年难在哪里'),
  },
  {
    id: 'report',
    title: '年度报告',
    collection: 'reports',
    named: 'title',
    asks: { year: true },
    folder: ({ year }) => year,
    known: ({ title, year, date, promises }) => ({
      title,
      year: Number(year),
      date,
      // What is written before the year is over speaks of what has been so far.
      period: { from: `${year}-01-01`, until: date.startsWith(`${year}-`) ? date : `${year}-12-31` },
      parts: PARTS.map((kind) => ({ kind, heading: kind })),
      ...(promises.length === 0 ? {} : { answers: promises.map((promise) => ({ ...promise })) }),
    }),
    // A figure without a source cannot be published, so the source is asked for from the start.
    companions: ({ year }) => ({ figures: [{ source: {} }], commitments: [{ id: `${year}-01` }] }),
    body: PARTS.map((part) => `## ${part}\n\n${blank(`${part}：数字先登记在 figures.yaml，再用 Figure 引用`)}`).join('\n\n'),
  },
  {
    id: 'page',
    title: '常设页',
    collection: 'pages',
    named: 'title',
    asks: {},
    folder: (_draft, slug) => slug,
    known: ({ title, date }) => ({ title, updated: date }),
    body: blank('正文：“## ”开头是小标题，“- ”开头是列表'),
  },
];
