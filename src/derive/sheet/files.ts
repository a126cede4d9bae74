import { collections } from '../../schemas/index.ts';
import type { Pair } from './items.ts';
import type { ChangedFile, SheetSide } from './model.ts';

const PICTURE = /\.(?:jpe?g|png|webp|avif|tiff?|svg)$/i;
const RECORDING = /\.(?:mp3|m4a|ogg|wav)$/i;

const kindOf = (name: string): string => (PICTURE.test(name) ? '照片' : RECORDING.test(name) ? '录音' : '附件');

/** The folder of an entry by its key. */
const folderOf = (key: string): string => `content/${key}/`;

/** Files that hold an entry's fields and rows; the others beside it are pictures and attachments. */
const OWN = new Set<string>([
  'index.mdx',
  ...Object.values(collections).flatMap(({ companions }) => Object.values(companions).map(({ file }: { file: string }) => file)),
]);

/** What names files: the fields, the text and the rows of an entry. */
function mentions({ content, bodies }: SheetSide, key: string): string {
  const [collection = '', ...id] = key.split('/');
  const entries = content[collection as keyof typeof collections] as { id: string }[] | undefined;
  return `${JSON.stringify(entries?.find((entry) => entry.id === id.join('/')) ?? {})}${bodies.get(key) ?? ''}`;
}

/** In a text a name may stand as an address does. */
const isNamed = (said: string, name: string): boolean => said.includes(name) || said.includes(encodeURI(name));

export interface BesideChanges {
  /** A line a file: `照片 a.jpg 换了`. */
  lines: string[];
  /** The files that the lines speak of. */
  paths: string[];
}

/** Pictures and attachments of an entry that are not the same; a file that the entry does not name is on no page and left out. */
export function filesBeside(
  { was, is }: Pair,
  before: SheetSide,
  after: SheetSide,
  files: readonly ChangedFile[],
): BesideChanges {
  const below = (key: string | undefined): ChangedFile[] =>
    key === undefined
      ? []
      : files.filter(({ path }) => path.startsWith(folderOf(key)) && !OWN.has(path.slice(folderOf(key).length)));
  const nameIn = (key: string | undefined, { path }: ChangedFile): string => path.slice(folderOf(key ?? '').length);
  const hashes = (key: string | undefined, side: 'was' | 'is') =>
    new Map(below(key).map((file) => [nameIn(key, file), file[side]]));
  const [old, current] = [hashes(was?.key, 'was'), hashes(is?.key, 'is')];
  const said = (was === undefined ? '' : mentions(before, was.key)) + (is === undefined ? '' : mentions(after, is.key));
  const named = [...new Set([...old.keys(), ...current.keys()])].filter((name) => isNamed(said, name)).sort();
  const lines = named.flatMap((name) => {
    const [a, b] = [old.get(name), current.get(name)];
    if (a === b) return [];
    return [`${kindOf(name)} ${name} ${a === undefined ? '加了' : b === undefined ? '撤了' : '换了'}`];
  });
  const paths = [...new Set([...below(was?.key), ...below(is?.key)])]
    .filter((file) => [was?.key, is?.key].some((key) => key !== undefined && named.includes(nameIn(key, file))))
    .map(({ path }) => path);
  return { lines, paths };
}
