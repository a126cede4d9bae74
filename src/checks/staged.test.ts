import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stagedContent } from '../loader/staged-files.ts';
import { checkContent } from './report.ts';
import type { Finding } from './rule.ts';

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

const place = ({ rule, file, line, column }: Pick<Finding, 'rule' | 'file' | 'line' | 'column'>): string =>
  `${file}:${String(line)}:${String(column)} ${rule}`;

const cases = globSync('*/expect.json', { cwd: FIXTURES }).map((file) => dirname(file));

describe('a check of what is staged', () => {
  it.each(cases.sort())('finds in %s what the whole check finds', { timeout: 30_000 }, async (name) => {
    const expected = JSON.parse(readFileSync(join(FIXTURES, name, 'expect.json'), 'utf8')) as {
      today?: string;
      production?: boolean;
      remove?: string[];
      findings: Finding[];
    };
    const { today = '2026-03-31', production = false, remove = [], findings } = expected;
    stage(name, remove);
    // The base is clean, so all that the whole check finds (`fixtures.test.ts`) comes from the commit.
    const staged = await checkContent({ root, today, production, ...stagedContent(root) });
    expect(staged.findings.map(place)).toEqual(findings.map(place));
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
