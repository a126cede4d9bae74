import { execFileSync } from 'node:child_process';

/** The output of a git command, or undefined when there is no git or no repository. */
export function git(folder: string, ...args: string[]): string | undefined {
  try {
    return execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 1 << 28,
    });
  } catch {
    return undefined;
  }
}

/** The bytes of objects by their names, with one run of `git cat-file`; undefined for what does not exist. A name is one line. */
export function readBlobs(folder: string, names: readonly string[]): (Buffer | undefined)[] {
  if (names.length === 0) return [];
  const input = names.map((name) => `${name}\n`).join('');
  const output = execFileSync('git', ['-C', folder, 'cat-file', '--batch'], { input, maxBuffer: 1 << 30 });
  let at = 0;
  return names.map(() => {
    const end = output.indexOf('\n', at);
    // `<hash> blob <bytes>`, or `<what was asked for> missing`.
    const header = output.subarray(at, end).toString('utf8');
    at = end + 1;
    if (header.endsWith(' missing')) return undefined;
    const bytes = Number(header.split(' ').at(-1));
    at += bytes + 1;
    return output.subarray(at - bytes - 1, at - 1);
  });
}

/** What git says of a file that changed: a letter for what happened, and the path; for a renamed one also the path before. */
export interface NamedChange {
  status: string;
  path: string;
  from: string;
}

/** The changes that `git log` or `git diff` lists with `--name-status -z`. */
export function changesOf(names: readonly string[]): NamedChange[] {
  const fields = names.map((name) => name.replace(/^\n+/, '')).filter((name) => name !== '');
  const changes: NamedChange[] = [];
  for (let index = 0; index + 1 < fields.length; index += 1) {
    const status = fields[index] ?? '';
    const from = fields[(index += 1)] ?? '';
    changes.push({ status, from, path: /^[RC]/.test(status) ? (fields[(index += 1)] ?? '') : from });
  }
  return changes;
}
