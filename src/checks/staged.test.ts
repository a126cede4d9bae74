import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stagedContent } from '../loader/staged-files.ts';
import { checkContent } from './report.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const root = mkdtempSync(join(tmpdir(), 'mingbang-staged-'));

// Inside of a hook git sets variables that would lead these commands to the outer repository.
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_AUTHOR_DATE: '2026-03-01T09:00:00+08:00',
  GIT_COMMITTER_DATE: '2026-03-01T09:00:00+08:00',
};
const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.cn', '-c', 'core.autocrlf=false', ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });

beforeAll(() => {
  cpSync(join(FIXTURES, '_base'), root, { recursive: true });
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'base');
}, 60_000);

afterAll(() => {
  rmSync(root, { recursive: true });
}, 60_000);

/** A case as a commit over the base: what it writes and takes away. */
function stage(name: string, remove: readonly string[]): void {
  git('reset', '-q', '--hard');
  git('clean', '-qfd');
  for (const file of remove) rmSync(join(root, file), { recursive: true });
  const overlay = join(FIXTURES, name, 'content');
  if (existsSync(overlay)) cpSync(overlay, join(root, 'content'), { recursive: true });
  git('add', '-A');
}

describe('a check of what is staged', () => {
  it('sees the index and nothing of the folder', () => {
    stage('picture-missing', ['content/news/2026/0326-qu-shui']);
    writeFileSync(join(root, 'content/news/2026/0312-dang-ke/index.mdx'), 'later');
    writeFileSync(join(root, 'content/loose.txt'), 'later');
    // Also what is said to be known is there for who asks.
    const { files = [], changed = [] } = stagedContent(root, () => true) ?? {};
    const listed = git('ls-files', '-z', '--', 'content')
      .split('\0')
      .filter((path) => path !== '');
    expect(files.map(({ path }) => path)).toEqual(listed);
    for (const { path, bytes, read } of files) {
      const kept = execFileSync('git', ['show', `:${path}`], { cwd: root, env });
      expect(read().equals(kept), path).toBe(true);
      expect({ bytes, head: read(8) }, path).toEqual({ bytes: kept.length, head: kept.subarray(0, 8) });
    }
    expect(changed).toContain('content/news/2026/0326-qu-shui/index.mdx');
    expect(changed).not.toContain('content/loose.txt');
  });

  it.skipIf(process.platform === 'win32')('reads every file as its own, whatever another is called', () => {
    stage('picture-missing', []);
    writeFileSync(join(root, 'content/news/a\nb.txt'), 'two lines');
    git('add', '-A');
    const texts = new Map((stagedContent(root)?.files ?? []).map(({ path, read }) => [path, read().toString('utf8')]));
    expect(texts.get('content/news/a\nb.txt')).toBe('two lines');
    expect(texts.get('content/site.yaml')).toBe(git('show', ':content/site.yaml'));
  });

  it('sees everything before the first commit, and nothing without git', () => {
    expect(stagedContent(join(root, '..'))).toBeUndefined();
    const fresh = join(root, 'fresh');
    cpSync(join(FIXTURES, '_base'), fresh, { recursive: true });
    execFileSync('git', ['init', '-q', fresh], { env });
    execFileSync('git', ['-C', fresh, 'add', '.'], { env });
    const { files = [], changed = [] } = stagedContent(fresh) ?? {};
    expect(changed).toEqual(files.map(({ path }) => path));
    expect(files.length).toBeGreaterThan(10);
    rmSync(fresh, { recursive: true });
  });

  it('opens the files of the commit and no others', async () => {
    stage('attachment-numbers', []);
    git('commit', '-q', '-m', 'numbers');
    writeFileSync(join(root, 'content/README.md'), 'x\n');
    git('add', '.');
    expect((await checkContent({ root, today: '2026-03-31', ...stagedContent(root) })).findings).toEqual([]);
    expect((await checkContent({ root, today: '2026-03-31' })).findings).not.toEqual([]);
    git('reset', '-q', '--hard', 'HEAD~1');
  });

  it('looks at everything where the settings change, for every page is judged by them', async () => {
    stage('mobiles-unasked', []);
    git('commit', '-q', '-m', 'mobiles allowed');
    const site = join(root, 'content/site.yaml');
    writeFileSync(site, readFileSync(site, 'utf8').replace(/^mobiles:.*$/m, ''));
    git('add', '.');
    const { findings } = await checkContent({ root, today: '2026-03-31', ...stagedContent(root) });
    expect(findings.map(({ rule }) => rule)).toContain('I02');
    git('reset', '-q', '--hard', 'HEAD~1');
  });
});
