import { execFileSync } from 'node:child_process';
import { posix } from 'node:path';
import { checkedOut, type Blob } from './checked-out.ts';
import type { ContentFile } from './content-files.ts';
import { git, readBlobs } from './git.ts';

/** Texts are read many at once; of what else the commit leaves alone, the name is enough. */
const TEXT = /\.(mdx?|ya?ml|csv|txt)$/i;

/** What the next commit of a repository holds below `content/`. */
export interface StagedContent {
  files: ContentFile[];
  /** Paths that the commit adds, changes or takes away; a renamed file counts under both names. */
  changed: string[];
}

/**
 * Reads `<folder>/content` from the index of git, whatever lies in the folder. Undefined where there is no repository.
 * @param known whether a text, by its hash, need not be read, as it is parsed already
 */
export function stagedContent(folder: string, known: (hash: string) => boolean = () => false): StagedContent | undefined {
  const listed = git(folder, 'ls-files', '--stage', '-z', '--', 'content');
  if (listed === undefined) return undefined;
  const blobs = listed.split('\0').flatMap(toBlob);
  const changed = changedPaths(folder);
  const touched = new Set(changed.map((path) => posix.dirname(path)));
  const near = blobs.filter(({ path }) => touched.has(posix.dirname(path)));
  const sizes = askTogether(near, blobs, (hashes) => sizesOf(folder, hashes));
  const sizeOf = (hash: string): number => sizes(hash) ?? 0;
  const texts = blobs.filter(({ path }) => TEXT.test(path));
  const unknown = new Set([...texts.filter(({ hash }) => !known(hash)), ...near.filter(({ path }) => TEXT.test(path))]);
  const textOf = askTogether([...unknown], texts, (hashes) => readBlobs(folder, hashes));
  const fileOf = checkedOut(folder, near, blobs, sizeOf);
  const files = blobs.map((blob): ContentFile => ({
    ...blob,
    get bytes() {
      return sizeOf(blob.hash);
    },
    read: (length) => (textOf(blob.hash) ?? fileOf(blob)).subarray(0, length),
  }));
  return { files, changed };
}

/** Answers for one object what git is asked for many at once: first for those that are likely to be asked for, then for all. */
function askTogether<T>(
  likely: readonly Blob[],
  all: readonly Blob[],
  ask: (hashes: readonly string[]) => (T | undefined)[],
): (hash: string) => T | undefined {
  const waiting = [likely, all].map((blobs) => new Set(blobs.map(({ hash }) => hash)));
  const answers = new Map<string, T | undefined>();
  return (hash) => {
    while (!answers.has(hash) && waiting.at(-1)?.has(hash) === true) {
      const hashes = [...(waiting.shift() ?? [])].filter((one) => !answers.has(one));
      for (const [index, answer] of ask(hashes).entries()) answers.set(hashes[index] ?? '', answer);
    }
    return answers.get(hash);
  };
}

/** Against the last commit; before the first one everything is new. */
function changedPaths(folder: string): string[] {
  const listed = git(folder, 'diff', '--cached', '--name-only', '--no-renames', '--relative', '-z', '--', 'content') ?? '';
  return listed.split('\0').filter((path) => path !== '');
}

/** `100644 <hash> 0\tcontent/…`; links and other repositories are no files, and what begins with a dot is not content. */
function toBlob(line: string): Blob[] {
  const [, hash, path] = /^100\d{3} ([0-9a-f]+) 0\t(.+)$/s.exec(line) ?? [];
  return hash === undefined || path === undefined || /(?:^|\/)\./.test(path) ? [] : [{ hash, path }];
}

function sizesOf(folder: string, hashes: readonly string[]): number[] {
  if (hashes.length === 0) return [];
  const output = execFileSync('git', ['-C', folder, 'cat-file', '--batch-check=%(objectsize)'], {
    input: hashes.map((hash) => `${hash}\n`).join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return output.split('\n').map(Number);
}
