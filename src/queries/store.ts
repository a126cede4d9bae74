import { byText } from '../lib/by-text.ts';
import { getCollection } from 'astro:content';
import type { ImageMetadata } from 'astro';
import { pendingMark, visibility, type Publishable, type Visibility } from '../derive/disclosure.ts';
import { now } from '../lib/clock.ts';
import { readEdits } from '../loader/history.ts';
import { marked } from '../lib/marked.ts';
import type { Block, Heading } from '../schemas/blocks.ts';
import type { Branch } from '../schemas/branch.ts';
import type { Commitment } from '../schemas/commitment.ts';
import type { Cooperative } from '../schemas/cooperative.ts';
import type { Figure } from '../schemas/figure.ts';
import type { Meeting } from '../schemas/meeting.ts';
import type { News } from '../schemas/news.ts';
import type { Page } from '../schemas/page.ts';
import type { Report } from '../schemas/report.ts';
import type { Site } from '../schemas/site.ts';
import type { Standard } from '../schemas/standard.ts';

/** An entry that a reader may see. */
export interface Public<D> {
  id: string;
  /** The entry's folder below the project's root. */
  folder: string;
  fields: D;
  body: { blocks: Block[]; headings: Heading[] };
  /** Path as the author wrote it → picture. */
  pictures: Record<string, ImageMetadata>;
  /** True when it was taken down: nothing but the fact may be shown. */
  tombstone: boolean;
}

/** All that may be published at the moment of this build. What may not is not in here, so no query can leak it. */
export interface Store {
  now: string;
  today: string;
  site: Site;
  standards: Map<number, Standard>;
  /** Newest first. */
  news: Public<News>[];
  branches: (Public<Branch> & { meetings: Meeting[] })[];
  cooperatives: Public<Cooperative>[];
  /** Newest year first. */
  reports: (Public<Report> & { figures: Figure[]; commitments: Commitment[] })[];
  pages: Public<Page>[];
  /** Folder → days on which something in it was committed; empty without a full history of git. */
  edits: ReadonlyMap<string, string[]>;
}

interface RawEntry<D> {
  id: string;
  filePath?: string;
  data: { fields: D; body: Public<D>['body']; pictures: Record<string, ImageMetadata> };
}

/** What a reader gets of an entry. In `astro dev` also what is approved but waits, with a mark before its name. */
function shown<F extends Publishable>(fields: F, moment: string): { fields: F; seen: Visibility } {
  const mark = import.meta.env.DEV ? pendingMark(fields, moment) : undefined;
  return mark === undefined ? { fields, seen: visibility(fields, moment) } : { fields: marked(fields, mark), seen: 'public' };
}

async function load(): Promise<Store> {
  const moment = now();
  const publish = <E extends RawEntry<Publishable>>(entries: E[]): (Public<E['data']['fields']> & { raw: E })[] =>
    entries.flatMap((raw) => {
      const { body, pictures }: E['data'] = raw.data;
      const { fields, seen } = shown<E['data']['fields']>(raw.data.fields, moment);
      const folder = (raw.filePath ?? '').replace(/\/index\.mdx$/, '');
      return seen === 'hidden' ? [] : [{ id: raw.id, folder, fields, body, pictures, tombstone: seen === 'tombstone', raw }];
    });
  const [site] = await getCollection('site');
  if (site === undefined) throw new Error('content/site.yaml 没有或者读不出来 → 照终端里的说明改好，页面会自己恢复');
  return {
    now: moment,
    today: moment.slice(0, 10),
    site: site.data.fields,
    standards: new Map((await getCollection('standards')).map(({ data }) => [data.fields.year, data.fields])),
    news: publish(await getCollection('news')).sort((a, b) => byText(b.fields.date, a.fields.date) || byText(a.id, b.id)),
    branches: publish(await getCollection('branches'))
      .map((entry) => ({ ...entry, meetings: entry.raw.data.companions.meetings ?? [] }))
      .sort((a, b) => byText(a.id, b.id)),
    cooperatives: publish(await getCollection('cooperatives')).sort((a, b) => byText(a.id, b.id)),
    reports: publish(await getCollection('reports'))
      .map((entry) => {
        const { figures = [], commitments = [] } = entry.raw.data.companions;
        return { ...entry, figures, commitments };
      })
      .sort((a, b) => b.fields.year - a.fields.year),
    pages: publish(await getCollection('pages')).sort((a, b) => byText(a.id, b.id)),
    // The days of a sample site are made up; the history of its files says nothing about them.
    edits: (site.data.fields.demo ? undefined : readEdits(process.cwd())) ?? new Map<string, string[]>(),
  };
}

let loaded: Promise<Store> | undefined;

/** The store, loaded once a build; in `astro dev` anew for each page, so that edits show. */
export function store(): Promise<Store> {
  if (import.meta.env.DEV) return load();
  loaded ??= load();
  return loaded;
}
