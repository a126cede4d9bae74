import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import type { SearchFilters } from '../search/engine.ts';
import { BREAK, indexed } from '../search/text.ts';
import { headingOf, searchRecord, type SearchRecord } from './search-records.ts';
import { searchWords, type NamedPage } from './search-words.ts';

/** Pagefind's ready-made interfaces; the site has its own page. */
const UNUSED = [
  'pagefind-ui.js',
  'pagefind-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-component-ui.js',
  'pagefind-component-ui.css',
  'pagefind-highlight.js',
  'pagefind-worker.js',
];

/** Smaller pieces of the index: a reader fetches those of the characters he asks for. */
process.env['PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE'] = '3000';

/**
 * Indexes the built site in `folder` by characters (docs/decisions/0012-search.md) and writes `pagefind/` and the two small files of the search
 * page. Returns the number of pages. Throws with Pagefind's own errors.
 */
export async function buildSearchIndex(folder: string): Promise<number> {
  const records = recordsOf(folder);
  mkdirSync(join(folder, 'search'), { recursive: true });
  writeFileSync(
    join(folder, 'search/pages.json'),
    JSON.stringify(records, (key, value: unknown) => (key === 'text' ? undefined : value)),
  );
  writeFileSync(
    join(folder, 'search/words.json'),
    JSON.stringify(searchWords(records, [...namedOf(records), ...listsOf(folder)])),
  );
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zh' });
    if (index === undefined) throw new Error(errors.join('\n'));
    const problems: string[] = [];
    for (const record of records) problems.push(...(await add(index, record)));
    problems.push(...(await index.writeFiles({ outputPath: join(folder, 'pagefind') })).errors);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    writeFileSync(join(folder, 'search/filters.json'), JSON.stringify(filtersOf(records, addressesOf(folder))));
    await Promise.all(UNUSED.map((file) => rm(join(folder, 'pagefind', file), { force: true })));
    return records.length;
  } finally {
    await close();
  }
}

/**
 * The address of each page by the name of its fragment, which is the page as a reader fetches it for a result. The marks between its
 * words, which only the index needs, are taken out: a tenth of what is fetched.
 */
function addressesOf(folder: string): Map<string, string> {
  return new Map(
    globSync('pagefind/fragment/*.pf_fragment', { cwd: folder }).map((file) => {
      // A mark of Pagefind's own, then the page as JSON.
      const text = gunzipSync(readFileSync(join(folder, file))).toString('utf8');
      writeFileSync(join(folder, file), gzipSync(text.replaceAll(BREAK, ''), { level: 9 }));
      const { url } = JSON.parse(text.slice(text.indexOf('{'))) as { url: string };
      return [url, basename(file, '.pf_fragment')];
    }),
  );
}

/**
 * What each page of the index can be narrowed down by, under the name of its fragment, the newest first. Pagefind's own filter files come
 * out in another order in every build, and its own order by date is a part of what every search has to fetch.
 */
function filtersOf(records: readonly SearchRecord[], fragments: ReadonlyMap<string, string>): SearchFilters {
  const newestFirst = [...records].sort((a, b) => compare(b.date ?? '', a.date ?? ''));
  return Object.fromEntries(
    newestFirst.flatMap(({ url, kind, column, villages, year }) => {
      const fragment = fragments.get(`/${url}`);
      return fragment === undefined ? [] : [[fragment, { kind, column, village: villages, year }] as const];
    }),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function recordsOf(folder: string): SearchRecord[] {
  return globSync('**/index.html', { cwd: folder })
    .map((file) => file.split(sep).join('/'))
    .sort()
    .flatMap((file) => {
      const path = file.replace(/index\.html$/, '');
      return searchRecord(readFileSync(join(folder, file), 'utf8'), path, path) ?? [];
    });
}

const namedOf = (records: readonly SearchRecord[]): NamedPage[] =>
  records.filter(({ url }) => /^(branches|cooperatives)\/[^/]+\/$/.test(url)).map(({ title, url }) => ({ name: title, url }));

/** Villages and columns: lists, which are not in the index, by the names on their pages. */
function listsOf(folder: string): NamedPage[] {
  return globSync('{villages,columns}/*/index.html', { cwd: folder })
    .map((file) => file.split(sep).join('/'))
    .sort()
    .flatMap((file) => {
      const name = headingOf(readFileSync(join(folder, file), 'utf8'));
      return name === '' ? [] : [{ name, url: file.replace(/index\.html$/, '') }];
    });
}

async function add(index: PagefindIndex, { url, title, text, kind, column, date }: SearchRecord): Promise<string[]> {
  const { errors } = await index.addCustomRecord({
    url: `/${url}`,
    language: 'zh',
    content: indexed(text),
    meta: {
      title,
      t: Array.from(title).join(' '),
      kind,
      ...(column === undefined ? {} : { column }),
      ...(date === undefined ? {} : { date }),
    },
  });
  return errors;
}
