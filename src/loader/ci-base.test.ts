import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ciBase } from './ci-base.ts';

const scratch = mkdtempSync(join(tmpdir(), 'mingbang-ci-base-'));
const origin = join(scratch, 'origin');
const clone = join(scratch, 'clone');
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
const git = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-C', folder, '-c', 'user.name=x', '-c', 'user.email=x@example.cn', ...args], { env, encoding: 'utf8' });

beforeAll(() => {
  git(scratch, 'init', '-q', '-b', 'main', origin);
  writeFileSync(join(origin, 'a.txt'), 'a');
  git(origin, 'add', '.');
  git(origin, 'commit', '-q', '-m', 'x');
  git(origin, 'branch', 'fabu');
  git(scratch, 'clone', '-q', origin, clone);
  git(clone, 'checkout', '-q', '-b', 'change');
}, 60_000);

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

describe('the branch to compare with', () => {
  it('is what the service says, GitHub and GitLab each in its own way', () => {
    expect(ciBase(clone, { GITHUB_BASE_REF: 'fabu' })).toBe('origin/fabu');
    expect(ciBase(clone, { CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'fabu' })).toBe('origin/fabu');
  });

  it('is the main branch of the origin where nothing is said, or what is said was not fetched', () => {
    expect(ciBase(clone, { GITHUB_BASE_REF: '' })).toBe('origin/HEAD');
    expect(ciBase(clone, { GITHUB_BASE_REF: 'nowhere' })).toBe('origin/HEAD');
    git(clone, 'remote', 'set-head', 'origin', '--delete');
    expect(ciBase(clone, {})).toBe('origin/main');
  });

  it('is none in a repository without an origin, and without git', () => {
    expect(ciBase(origin, {})).toBeUndefined();
    expect(ciBase(scratch, { GITHUB_BASE_REF: '--all' })).toBeUndefined();
  });
});
