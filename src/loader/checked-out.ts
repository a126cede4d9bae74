import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import { readBlobs } from './git.ts';

/** A file in the index of git. */
export interface Blob {
  path: string;
  hash: string;
}

/** So many bytes of one type are read and held at once; a process for each file takes a minute where there are thousands. */
const TOGETHER = 1 << 25;

/**
 * Attachments as a checkout would write them, so that one that is kept in large-file storage is looked into and not its pointer.
 * @param likely the files that are asked for unless all are
 */
export function checkedOut(
  folder: string,
  likely: readonly Blob[],
  all: readonly Blob[],
  sizeOf: (hash: string) => number,
): (blob: Blob) => Buffer {
  const few = lazily(() => grouped(folder, likely, sizeOf));
  const many = lazily(() => grouped(folder, all, sizeOf));
  const held = new Map<string, Map<string, Buffer | undefined>>();
  return (blob) => {
    const hashes = (few().has(blob) ? few() : many()).get(blob);
    if (hashes === undefined) return filteredFile(folder, blob);
    const type = posix.extname(blob.path);
    if (held.get(type)?.has(blob.hash) !== true) {
      // What was held of this type is let go first.
      held.delete(type);
      const bytes = readBlobs(folder, [...hashes]);
      held.set(type, new Map([...hashes].map((hash, index) => [hash, bytes[index]])));
    }
    // Where an object is missing, git says so.
    return held.get(type)?.get(blob.hash) ?? filteredFile(folder, blob);
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/**
 * Each file with those of its type that are read together with it, for a rule looks at all of a type; undefined for one that git
 * keeps in another form.
 */
function grouped(folder: string, blobs: readonly Blob[], sizeOf: (hash: string) => number): Map<Blob, Set<string> | undefined> {
  const filtered = filteredPaths(folder, blobs);
  const open = new Map<string, { hashes: Set<string>; left: number }>();
  return new Map(
    blobs.map((blob) => {
      if (filtered.has(blob.path)) return [blob, undefined];
      const type = posix.extname(blob.path);
      const size = sizeOf(blob.hash);
      const started = open.get(type);
      const group = started !== undefined && started.left >= size ? started : { hashes: new Set<string>(), left: TOGETHER };
      open.set(type, group);
      if (!group.hashes.has(blob.hash)) group.left -= size;
      return [blob, group.hashes.add(blob.hash)];
    }),
  );
}

/** The files that git keeps in another form than it checks out. */
function filteredPaths(folder: string, blobs: readonly Blob[]): Set<string> {
  const output = execFileSync('git', ['-C', folder, 'check-attr', '--stdin', '-z', 'filter', 'working-tree-encoding'], {
    input: blobs.map(({ path }) => `${path}\0`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  // Path, attribute and value, and again.
  const words = output.split('\0');
  return new Set(words.filter((_, index) => index % 3 === 0 && !/^(unspecified|unset|)$/.test(words[index + 2] ?? '')));
}

function filteredFile(folder: string, { path, hash }: Blob): Buffer {
  return execFileSync('git', ['-C', folder, 'cat-file', '--filters', `--path=${path}`, hash], { maxBuffer: 1 << 30 });
}
