import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const project = resolve(import.meta.dirname, '..');
const ENTRY = 'content/news/2026/0305-chun-geng/index.mdx';
let root = '';

// Inside of a hook git sets variables that would lead these commands to the outer repository.
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  SITE_DATE: '2026-03-31',
  GIT_AUTHOR_NAME: 'x',
  GIT_AUTHOR_EMAIL: 'x@example.cn',
  GIT_COMMITTER_NAME: 'x',
  GIT_COMMITTER_EMAIL: 'x@example.cn',
};
const git = (...args: string[]): string => execFileSync('git', args, { cwd: root, env, encoding: 'utf8' });
const commit = (...args: string[]) =>
  spawnSync('git', ['commit', '-q', '-m', 'x', ...args], { cwd: root, env, encoding: 'utf8' });
const write = (file: string, change: (text: string) => string): void => {
  writeFileSync(join(root, file), change(readFileSync(join(root, file), 'utf8')));
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mingbang-hook-'));
  git('init', '-q');
  cpSync(join(project, 'src/checks/fixtures/_base'), root, { recursive: true });
  for (const name of ['scripts', 'src', 'node_modules', 'package.json']) symlinkSync(join(project, name), join(root, name));
  writeFileSync(join(root, '.gitignore'), '/scripts\n/src\n/node_modules\n/package.json\n');
  git('add', '.');
  git('commit', '-q', '-m', 'base', '--no-verify');
  git('config', 'core.hooksPath', 'scripts/hooks');
}, 60_000);

afterEach(() => {
  rmSync(root, { recursive: true });
}, 60_000);

/** A made-up id with its right check digit, so that no real one stands in this repository. */
const madeUpId = (): string => {
  const id = '43010219800229123';
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return id + '10X98765432'.charAt(weights.reduce((sum, weight, i) => sum + weight * Number(id[i]), 0) % 11);
};

describe('pre-commit', { timeout: 60_000 }, () => {
  it('lets good content pass', () => {
    write(ENTRY, (text) => text.replace('惊蛰一过，', '惊蛰过后，'));
    git('add', '.');
    const { status, stdout, stderr } = commit();
    expect(status).toBe(0);
    expect(stdout + stderr).toContain('没有发现问题');
  });

  it('refuses what is staged, and says where and how to mend it', () => {
    write(ENTRY, (text) => text.replace('title: ', 'title：'));
    git('add', '.');
    const { status, stdout, stderr } = commit();
    expect(status).toBe(1);
    expect(stdout + stderr).toContain(`${ENTRY}:2:6 错误 [Y02]`);
    expect(stderr).toContain('没有提交');
  });

  it('refuses the number of a person, and does not print it', () => {
    const id = madeUpId();
    write(ENTRY, (text) => text.replace('惊蛰一过，', `惊蛰一过（${id}），`));
    git('add', '.');
    const { status, stdout, stderr } = commit();
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('[I01]');
    expect(stdout + stderr).toContain('430*************');
    expect(stdout + stderr).not.toContain(id.slice(3, 14));
  });

  it('refuses a number that is staged, though the file in the folder was cleaned afterwards', () => {
    write(ENTRY, (text) => text.replace('惊蛰一过，', `惊蛰一过（${madeUpId()}），`));
    git('add', '.');
    write(ENTRY, (text) => text.replace(/（\d{17}[\dX]）/, ''));
    const { status, stdout, stderr } = commit();
    expect({ status, found: (stdout + stderr).includes('[I01]') }).toEqual({ status: 1, found: true });
  });

  it('opens the attachment that is staged, not the one in the folder', () => {
    const attachment = 'content/news/2026/0305-chun-geng/biao.pdf';
    const clean = readFileSync(join(root, attachment));
    cpSync(join(project, 'src/checks/fixtures/attachment-numbers', attachment), join(root, attachment));
    git('add', '.');
    writeFileSync(join(root, attachment), clean);
    const { status, stdout, stderr } = commit();
    expect({ status, found: (stdout + stderr).includes('[I01]') }).toEqual({ status: 1, found: true });
  });

  it('does not mind what is not staged', () => {
    write(ENTRY, (text) => text.replace('title: ', 'title：'));
    write('content/README.md', (text) => `${text}多一行。\n`);
    git('add', 'content/README.md');
    expect(commit().status).toBe(0);
  });

  it('finds a file that was forgotten', () => {
    cpSync(join(root, 'content/news/2026/0305-chun-geng/tian.png'), join(root, 'content/news/2026/0305-chun-geng/xin.png'));
    write(ENTRY, (text) => text.replace('./tian.png', './xin.png'));
    git('add', ENTRY);
    const { status, stdout, stderr } = commit();
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('找不到这个图片');
  });

  it('checks the paths that are committed, when only some are', () => {
    write(ENTRY, (text) => text.replace('title: ', 'title：'));
    expect(commit('--', ENTRY).status).toBe(1);
  });

  it('compares with what was pushed: an address may not vanish, a correction wants its note', () => {
    git('clone', '-q', '--bare', '.', `${root}/../${basename(root)}-origin`);
    git('remote', 'add', 'origin', `${root}/../${basename(root)}-origin`);
    git('fetch', '-q', 'origin');
    git('branch', '-q', '--set-upstream-to', `origin/${git('branch', '--show-current').trim()}`);
    write(ENTRY, (text) => text.replace('惊蛰一过，', '清明一过，'));
    git('add', '.');
    const refused = commit();
    expect({ status: refused.status, found: (refused.stdout + refused.stderr).includes('[D06]') }).toEqual({
      status: 1,
      found: true,
    });
    write(ENTRY, (text) => text.replace('source:', 'changes: [{ on: 2026-03-31, what: 节气写错了，惊蛰改为清明 }]\nsource:'));
    git('add', '.');
    expect(commit().status).toBe(0);
    git('rm', '-r', '-q', 'content/news/2026/0326-qu-shui');
    const { status, stdout, stderr } = commit();
    expect({ status, found: (stdout + stderr).includes('[D08]') }).toEqual({ status: 1, found: true });
    rmSync(`${root}/../${basename(root)}-origin`, { recursive: true });
  });

  it('has nothing to say about commits without content', () => {
    writeFileSync(join(root, 'notes.txt'), 'x');
    git('add', 'notes.txt');
    const { status, stdout } = commit();
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  });
});

describe('prepare', () => {
  const prepare = (extra: Record<string, string> = {}) =>
    spawnSync(process.execPath, [join(project, 'scripts/prepare.mjs')], {
      cwd: root,
      env: { ...env, CI: '', ...extra },
      encoding: 'utf8',
    });
  const hooksPath = (): string =>
    spawnSync('git', ['config', '--get', 'core.hooksPath'], { cwd: root, env, encoding: 'utf8' }).stdout.trim();

  it('points git at the hooks', () => {
    git('config', '--unset', 'core.hooksPath');
    expect(prepare().status).toBe(0);
    expect(hooksPath()).toBe('scripts/hooks');
  });

  it('leaves hooks alone that were there before', () => {
    git('config', 'core.hooksPath', 'my/hooks');
    expect(prepare()).toMatchObject({ status: 0, stderr: '' });
    expect(hooksPath()).toBe('my/hooks');
  });

  it('does nothing in CI, without a repository and without git', () => {
    git('config', '--unset', 'core.hooksPath');
    expect(prepare({ CI: 'true' })).toMatchObject({ status: 0, stdout: '' });
    expect(prepare({ PATH: '' })).toMatchObject({ status: 0, stdout: '' });
    expect(hooksPath()).toBe('');
    rmSync(join(root, '.git'), { recursive: true });
    expect(prepare()).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });
});
