import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isPlainFile } from './content-files.ts';
import { git } from './git.ts';

/** A file that differs from a commit, with git's name for its bytes then and now; undefined where it did not exist or does not. */
export interface FileChange {
  path: string;
  was: string | undefined;
  is: string | undefined;
}

const split = (listed: string | undefined): string[] => (listed ?? '').split('\0').filter((part) => part !== '');

/** Git's names for the bytes of files as they lie in the folder. A name of two lines, or what is no plain file, gets none of its own. */
function hashesOf(folder: string, paths: readonly string[]): Map<string, string> {
  const plain = paths.filter((path) => !path.includes('\n') && isPlainFile(join(folder, path)));
  if (plain.length === 0) return new Map();
  const input = plain.map((path) => `${path}\n`).join('');
  const hashes = execFileSync('git', ['-C', folder, 'hash-object', '--stdin-paths'], { input, encoding: 'utf8' }).split('\n');
  return new Map(plain.map((path, index) => [path, hashes[index] ?? '']));
}

/** Every file below `<folder>/content` that is not the same as at a commit, whatever it holds; sorted. A renamed file is one gone and one new. */
export function fileChanges(folder: string, commit: string): FileChange[] {
  const differing = split(git(folder, 'diff', '--name-only', '--no-renames', '-z', '--relative', commit, '--', 'content'));
  const fresh = split(git(folder, 'ls-files', '--others', '--exclude-standard', '-z', '--', 'content'));
  const paths = [...new Set([...differing, ...fresh])].sort();
  const then = new Map(
    split(git(folder, 'ls-tree', '-r', '-z', commit, '--', 'content')).map((line) => {
      const [about = '', path = ''] = line.split('\t');
      return [path, about.split(' ')[2] ?? ''] as const;
    }),
  );
  const now = hashesOf(folder, paths);
  return paths.flatMap((path): FileChange[] => {
    const was = then.get(path);
    const is = now.get(path) ?? (existsSync(join(folder, path)) ? 'other' : undefined);
    // Neither then nor now: added for the next commit and taken away again.
    return was === undefined && is === undefined ? [] : [{ path, was, is }];
  });
}

/** The files outside `content/` differ from a commit: the program, its settings, `public/`. */
export function changedElsewhere(folder: string, commit: string): string[] {
  return split(git(folder, 'diff', '--name-only', '--no-renames', '-z', '--relative', commit)).filter(
    (path) => !path.startsWith('content/'),
  );
}
