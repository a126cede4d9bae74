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
