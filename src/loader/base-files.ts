import { changesOf, git, readBlobs } from './git.ts';

/** The common ancestor of a ref and what is checked out; undefined when git does not know the ref. */
export function mergeBase(folder: string, ref: string): string | undefined {
  if (ref.startsWith('-')) return undefined;
  return git(folder, 'merge-base', ref, 'HEAD')?.trim();
}

/** A file that differs from a commit: its path now, its path then, and what happened. */
export interface Changed {
  status: 'added' | 'changed' | 'deleted';
  path: string;
  from: string;
}

/** What is compared with a commit: the folder as it lies there, or what was added for the next commit. */
export type Side = 'folder' | 'index';

/** Files below `<folder>/content` that differ from a commit. Paths start at `folder`. */
export function changedFiles(folder: string, commit: string, side: Side = 'folder'): Changed[] {
  const of = side === 'index' ? ['--cached'] : [];
  const listed = git(folder, 'diff', ...of, '--name-status', '-M', '-z', '--relative', commit, '--', 'content') ?? '';
  const found = changesOf(listed.split('\0')).map(({ status, path, from }): Changed => ({
    status: status === 'A' ? 'added' : status === 'D' ? 'deleted' : 'changed',
    path,
    from,
  }));
  if (side === 'index') return found;
  const fresh = (git(folder, 'ls-files', '--others', '--exclude-standard', '-z', '--', 'content') ?? '').split('\0');
  return [...found, ...fresh.filter((path) => path !== '').map((path): Changed => ({ status: 'added', path, from: path }))];
}

/** Text of files at a commit; what does not exist there is left out. */
export function filesAt(folder: string, commit: string, names: readonly string[]): Map<string, string> {
  // One question is one line; a name of two lines would shift all answers behind it.
  const paths = names.filter((path) => !path.includes('\n'));
  if (paths.length === 0) return new Map();
  const prefix = git(folder, 'rev-parse', '--show-prefix')?.trim() ?? '';
  const found = readBlobs(
    folder,
    paths.map((path) => `${commit}:${prefix}${path}`),
  );
  return new Map(
    paths.flatMap((path, index) => {
      const bytes = found[index];
      return bytes === undefined ? [] : [[path, bytes.toString('utf8')] as const];
    }),
  );
}

/** What `content/` was where a branch began, as far as it is not the same now. */
export interface BaseFiles {
  /** Files that say something else now: path now → text then. */
  changed: ReadonlyMap<string, string>;
  /** Paths at which there is no file any more: path then → text then. */
  gone: ReadonlyMap<string, string>;
}

/** The text files of `<folder>/content` that changed since this branch left a ref. Undefined when git does not know the ref. */
export function baseFiles(folder: string, ref: string, side: Side = 'folder'): BaseFiles | undefined {
  const commit = mergeBase(folder, ref);
  if (commit === undefined || commit === '') return undefined;
  const files = changedFiles(folder, commit, side).filter(
    ({ status, from }) => status !== 'added' && /\.(mdx|ya?ml|csv)$/.test(from),
  );
  const texts = filesAt(
    folder,
    commit,
    files.map(({ from }) => from),
  );
  const pick = (kept: (file: Changed) => boolean, name: 'path' | 'from'): Map<string, string> =>
    new Map(
      files.filter(kept).flatMap((file) => (texts.has(file.from) ? [[file[name], texts.get(file.from) ?? ''] as const] : [])),
    );
  return {
    changed: pick(({ status }) => status === 'changed', 'path'),
    gone: pick(({ status, path, from }) => status === 'deleted' || path !== from, 'from'),
  };
}
