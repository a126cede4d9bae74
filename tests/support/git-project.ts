import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { projectRoot } from './run-script.ts';

/** A township like the gate's fixtures, with a repository of its own whose first commit is of 2026-03-31 in China. */
export function gitProject() {
  const scratch = mkdtempSync(join(tmpdir(), 'mingbang-history-'));
  let root = '';
  let count = 0;

  /** Runs git as a person without settings of his own, at 23:30 UTC of a day: the next day in China. */
  function git(folder: string, day: string, ...args: string[]): string {
    const identity = {
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.cn',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.cn',
    };
    const date = `${day}T23:30:00Z`;
    const env = { PATH: process.env.PATH, HOME: scratch, ...identity, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    return execFileSync('git', ['-C', folder, ...args], { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  }

  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const commit = (day: string): void => {
    git(root, day, 'add', '-A');
    git(root, day, 'commit', '-q', '-m', 'change');
  };

  return {
    scratch,
    get root() {
      return root;
    },
    /** How often it was begun anew: for names of further folders. */
    get count() {
      return count;
    },
    git,
    read,
    write,
    commit,
    /** Changes a place that has to be there. */
    edit: (file: string, from: string, to: string): void => {
      expect(read(file)).toContain(from);
      write(file, read(file).replace(from, to));
    },
    begin: (): void => {
      root = join(scratch, String((count += 1)));
      cpSync(join(projectRoot, 'src/checks/fixtures/_base'), root, { recursive: true });
      // The base is a sample site, which is not held against its history.
      write('content/site.yaml', read('content/site.yaml').replace('demo: true', 'demo: false'));
      git(scratch, '2026-03-31', 'init', '-q', '-b', 'main', root);
      commit('2026-03-30');
    },
    end: (): void => {
      rmSync(scratch, { recursive: true });
    },
  };
}
