import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ENTRY = 'content/news/2026/0305-chun-geng/index.mdx';
const scratch = mkdtempSync(join(tmpdir(), 'mingbang-validate-'));
const good = join(scratch, 'good');
const bad = join(scratch, 'bad');
const base = resolve(import.meta.dirname, '../src/checks/fixtures/_base');

function validate(args: string[], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve(import.meta.dirname, 'validate.ts'), ...args], {
    encoding: 'utf8',
    env: { ...process.env, GITHUB_ACTIONS: '', SITE_DATE: '2026-03-31', ...env },
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  cpSync(base, good, { recursive: true });
  cpSync(base, bad, { recursive: true });
  writeFileSync(join(bad, ENTRY), readFileSync(join(bad, ENTRY), 'utf8').replace('participants: 32', 'participants: 32人'));
});

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

describe('validate', { timeout: 60_000 }, () => {
  it('is friendly when all is well', () => {
    const { status, stdout, stderr } = validate(['--root', good]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('没有发现问题，可以放心发布');
  });

  it('exits with 1 on an error and names it', () => {
    const { status, stdout } = validate(['--root', bad]);
    expect(status).toBe(1);
    expect(stdout).toContain(`${ENTRY}:20:19 错误 [S02] 参加人次（events 第1项 participants）：写成了“32人”`);
    expect(stdout).toContain('1 处错误');
  });

  it('reports only the paths that are asked for', () => {
    expect(validate(['--root', bad, 'content/branches']).status).toBe(0);
    expect(validate(['--root', bad, join(bad, 'content/news')]).status).toBe(1);
    expect(validate(['--root', bad, ENTRY]).status).toBe(1);
  });

  it('takes the day from --today before SITE_DATE', () => {
    expect(validate(['--root', good, '--today', '2026-03-01']).stdout).toContain('今天是 2026-03-01');
    expect(validate(['--root', good], { SITE_DATE: '2026-03-01' }).status).toBe(1);
  });

  it('says when it does not know the branch to compare with', () => {
    const { status, stderr } = validate(['--root', good, '--base', 'nowhere']);
    expect(status).toBe(2);
    expect(stderr).toContain('git 里找不到“nowhere”');
  });

  it('refuses sample data in production', () => {
    const { status, stdout } = validate(['--root', good, '--production']);
    expect(status).toBe(1);
    expect(stdout).toContain('[C04]');
    expect(stdout).toContain('[C05]');
  });

  it('writes for programs', () => {
    expect(JSON.parse(validate(['--root', bad, '--json']).stdout)).toMatchObject({
      today: '2026-03-31',
      errors: 1,
      findings: [{ rule: 'S02', file: ENTRY, line: 20, column: 19, value: '32人' }],
    });
    expect(validate(['--root', bad], { GITHUB_ACTIONS: 'true' }).stdout).toContain(`::error file=${ENTRY},line=20,col=19`);
    const file = join(scratch, 'quality.json');
    expect(validate(['--root', bad, '--gitlab', file]).status).toBe(1);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject([
      { check_name: 'S02', location: { path: ENTRY, lines: { begin: 20 } } },
    ]);
  });

  it.each([
    [['--colour'], '不认识或没写全的选项 --colour'],
    [['--today'], '没写全的选项'],
    [['--today', '2026-02-30'], '“2026-02-30”不是日期'],
    [['--root', '/nowhere/at/all'], '找不到 content 文件夹'],
    [['--root', good, 'content/nothing'], '找不到“content/nothing”'],
    [['--root', good, join(good, '..')], '不在 content/ 里'],
  ])('explains a wrong command: %j', (args, sentence) => {
    const { status, stdout, stderr } = validate(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(sentence);
    expect(stderr).toContain('用法');
  });

  it('shows how it is used', () => {
    expect(validate(['--help'])).toMatchObject({ status: 0, stderr: '' });
  });

  it('survives an empty content folder', () => {
    const empty = join(scratch, 'empty');
    mkdirSync(join(empty, 'content'), { recursive: true });
    const { status, stdout } = validate(['--root', empty]);
    expect(status).toBe(1);
    expect(stdout).toContain('[C01]');
  });
});
