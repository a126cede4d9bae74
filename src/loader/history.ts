import { foldersAbove } from './folders.ts';
import { changesOf, git } from './git.ts';

/** When the files of `content/` came into the repository. */
export interface History {
  /** `none`: not in a git repository, or git is not installed; `shallow`: the older part is missing. */
  kind: 'full' | 'shallow' | 'none';
  /** Path from the project's root → what git knows of its first commit; a path that is not in here was never committed. */
  first: Map<string, FirstCommit>;
}

export interface FirstCommit {
  /** Day of the first commit, Asia/Shanghai. */
  day: string;
  /** True when the file was in the very first commit of the repository, or stands before the part that is here. */
  initial: boolean;
}

/** Seconds since 1970 → day in China, which has no summer time. */
const dayOf = (seconds: number): string => new Date((seconds + 8 * 3600) * 1000).toISOString().slice(0, 10);

/** Reads the first commit of every file below `<folder>/content`, with one `git log`; renamed files keep theirs. */
export function readHistory(folder: string): History {
  const log = git(
    folder,
    'log',
    '--reverse',
    '-M',
    '--diff-filter=AR',
    '--name-status',
    '-z',
    '--relative',
    '--format=%x01%ct %P',
    '--root',
    '--',
    'content',
  );
  const first = new Map<string, FirstCommit>();
  if (log === undefined || log === '') return { kind: 'none', first };
  for (const commit of log.split('\u0001').slice(1)) {
    const [head = '', ...names] = commit.split('\0');
    const [seconds = '', ...parents] = head.trim().split(' ');
    const added: FirstCommit = { day: dayOf(Number(seconds)), initial: parents.length === 0 };
    for (const { status, path, from } of changesOf(names)) {
      // A file that was deleted and brought back is as old as it ever was.
      if (status === 'A' && !first.has(path)) first.set(path, added);
      if (status.startsWith('R')) first.set(path, first.get(from) ?? added);
    }
  }
  const shallow = git(folder, 'rev-parse', '--is-shallow-repository')?.trim() === 'true';
  return { kind: shallow ? 'shallow' : 'full', first };
}

/**
 * The days on which something in a folder below `<folder>/content` was committed, newest first, without repeats; the oldest is the day
 * on which it came in. A folder that was renamed keeps its days, and the renaming is none. Undefined where the history is not all here:
 * half a history would be a wrong one. What is not committed yet does not count, so two builds of one commit agree.
 */
export function readEdits(folder: string): Map<string, string[]> | undefined {
  if (git(folder, 'rev-parse', '--is-shallow-repository')?.trim() !== 'false') return undefined;
  const log = git(folder, 'log', '-M', '--name-status', '-z', '--relative', '--format=%x01%ct', '--', 'content');
  if (log === undefined || log === '') return undefined;
  const edits = new Map<string, Set<string>>();
  // From the newest commit back: what a file is called now.
  const now = new Map<string, string>();
  for (const commit of log.split('\u0001').slice(1)) {
    const [seconds = '', ...names] = commit.split('\0');
    const day = dayOf(Number(seconds.trim()));
    for (const { status, path, from } of changesOf(names)) {
      const current = now.get(path) ?? path;
      if (status.startsWith('R')) now.set(from, current);
      if (status === 'R100') continue;
      for (const above of foldersAbove(current)) edits.set(above, (edits.get(above) ?? new Set()).add(day));
    }
  }
  return new Map([...edits].map(([path, days]) => [path, [...days].sort().reverse()]));
}
