import { visibility, type Publishable, type Visibility } from '../derive/disclosure.ts';
import type { BaseFiles } from '../loader/base-files.ts';
import { parseEntry, type ContentSource, type EntrySource } from '../loader/read-content.ts';
import { YamlSource } from '../loader/yaml-source.ts';
import { collections, documents, type CollectionName } from '../schemas/index.ts';
import { getIn } from './field-node.ts';
import { presentNames } from './present-names.ts';
import type { GateContext, Rule, RuleFinding } from './rule.ts';

/**
 * What a reader takes away from a text: letters, Han characters and numbers, with the point of 5.3 and the dash of 3—5. Other marks,
 * blanks and emphasis may change silently.
 */
export const substance = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/(?<=\d)[~–—―-]+(?=\d)/gu, '-')
    .replace(/((?<=\d)[.:/-](?=\d))|[^\p{L}\p{N}%‰]/gu, '$1');

/** Whether a reader takes the same away from what was written before and what is written now. */
export interface Comparison {
  text: (before: string, now: string) => boolean;
  value: (before: unknown, now: unknown) => boolean;
}

/** Compares with what was published; who only follows a folder that has a new name says nothing new. */
function comparison(context: GateContext): Comparison {
  const rename = presentNames(context);
  const text: Comparison['text'] = (before, now) => substance(rename(before)) === substance(now);
  return { text, value: (before, now) => text(JSON.stringify(before ?? null), JSON.stringify(now ?? null)) };
}

/** What a mistake in something that was published needs, beside being mended. */
export const CORRECTED = '登记错了要改的，在 index.mdx 的 changes 里加一条，写明原来是什么、改成什么';

/** A rule's check of the entries of some kinds against the branch that is compared with; it finds nothing where there is none. */
export function againstBefore(
  kinds: readonly CollectionName[],
  check: (entry: EntrySource, same: Comparison, context: GateContext, base: BaseFiles) => RuleFinding[],
): Rule['check'] {
  return (context) => {
    const { base, source } = context;
    if (base === undefined) return [];
    const same = comparison(context);
    return source.entries
      .filter(({ collection }) => kinds.includes(collection))
      .flatMap((entry) => check(entry, same, context, base));
  };
}

/** An entry as it stood in the branch that is compared with. */
export interface EntryBefore extends ReturnType<typeof parseEntry> {
  seen: 'public' | 'tombstone';
}

/** Reads an entry as it was; undefined when nothing of it could be seen on the site by now: that may change or go. */
export function seenBefore(collection: CollectionName, text: string, today: string): EntryBefore | undefined {
  const before = parseEntry(collection, text);
  const seen = seenNow(before.parsed.data, today);
  return seen === 'public' || seen === 'tombstone' ? Object.assign(before, { seen }) : undefined;
}

/** What readers get today of an entry with these fields; undefined when the fields are not valid. */
export const seenNow = (fields: unknown, today: string): Visibility | undefined =>
  fields === undefined ? undefined : visibility(fields as Publishable, `${today} 23:59`);

/** What to compare with: nothing where a township has just put its own content in the place of the sample, which nobody published. */
export function comparable(base: BaseFiles | undefined, { site }: ContentSource): BaseFiles | undefined {
  const before = base?.changed.get(`content/${documents.site.file}`);
  const wasSample = before !== undefined && getIn(new YamlSource(before).value, ['demo']) === true;
  return wasSample && getIn(site?.yaml?.value, ['demo']) !== true ? undefined : base;
}

/** The collection and the id of an entry's `index.mdx`; undefined for any other path. */
export function entryAt(path: string): { collection: CollectionName; id: string } | undefined {
  for (const collection of Object.keys(collections) as CollectionName[]) {
    const folder = `content/${collections[collection].folder}/`;
    if (path.startsWith(folder) && path.endsWith('/index.mdx'))
      return { collection, id: path.slice(folder.length, -'/index.mdx'.length) };
  }
  return undefined;
}

function notes(value: unknown): string[] {
  const list = getIn(value, ['changes']);
  return Array.isArray(list) ? list.map((note) => JSON.stringify(note)) : [];
}

/** The text of a file beside an entry as it was published, where that file is no longer the same and the entry still stands. */
export function publishedBeside(entry: EntrySource, name: string, { base, today }: GateContext): string | undefined {
  const text = base?.changed.get(`${entry.folder}/${name}`) ?? base?.gone.get(`${entry.folder}/${name}`);
  if (base === undefined || text === undefined) return undefined;
  const before = seenBefore(entry.collection, base.changed.get(entry.file) ?? entry.text, today);
  return before?.seen === 'public' && seenNow(entry.parsed.data, today) !== 'tombstone' ? text : undefined;
}

/** True when an entry tells its readers of a change that it did not tell of in the branch that is compared with. */
export function hasNewNote(entry: EntrySource, { changed }: BaseFiles): boolean {
  const text = changed.get(entry.file);
  const known = text === undefined ? notes(entry.yaml?.value) : notes(parseEntry(entry.collection, text).yaml?.value);
  return notes(entry.yaml?.value).some((note) => !known.includes(note));
}
