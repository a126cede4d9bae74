import { execFileSync } from 'node:child_process';
import { appendFileSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainBytes } from '../../src/checks/built-site.ts';
import { copyProject } from '../support/project-copy.ts';

const copy = copyProject();
afterAll(copy.remove);
const out = join(copy.folder, 'out');
const file = (path: string): string => join(copy.folder, 'content', path, 'index.mdx');
const page = (path: string): string => readFileSync(join(out, path, 'index.html'), 'utf8').replace(/<[^>]+>/g, '');

const NOTED = 'news/2026/0422-guo-yuan-geng-xin';
const RENAMED = 'news/2025/0228-gan-ji-ri-da-ting';
const NAME_NOW = 'news/2025/0228-gan-ji';
const WITHDRAWN = 'news/2026/0622-zhen-dang-dai-hui';
const BRANCH = 'branches/shiqiao';
const COOP = 'cooperatives/shiqiao-daomi';
const GUIDE = 'pages/guide';
const TAKEN_DOWN = 'pages/about';
const NOTES = [
  [BRANCH, '会议记录里三月五日的实到人数由39人改为37人'],
  [COOP, '社员户数由60户改为58户'],
  [GUIDE, '依申请公开的办理时限由15天改为20天'],
] as const;
const SECRET = '提交人赵某和提交说明';

function commit(day: string): void {
  const when = `${day}T23:30:00Z`;
  const env = {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
    GIT_AUTHOR_DATE: when,
    GIT_COMMITTER_DATE: when,
  };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', `user.name=${SECRET}`, '-c', 'user.email=x@example.cn', ...args], { cwd: copy.folder, env });
  git('add', 'content');
  git('commit', '-q', '--no-verify', '-m', SECRET);
}

describe('page history', { timeout: 240_000 }, () => {
  beforeAll(async () => {
    const site = join(copy.folder, 'content/site.yaml');
    writeFileSync(
      site,
      readFileSync(site, 'utf8')
        .replace('demo: true', 'demo: false')
        .replace(/^( {2}since:) .*$/m, '$1 2026-05-01'),
    );
    execFileSync('git', ['init', '-q'], { cwd: copy.folder });
    commit('2026-05-01');
    appendFileSync(file(NOTED), '\n地里又补种了一批。\n');
    appendFileSync(file(RENAMED), '\n又补一句。\n');
    appendFileSync(file(WITHDRAWN), '\n又补一句。\n');
    commit('2026-06-01');
    renameSync(join(copy.folder, 'content', RENAMED), join(copy.folder, 'content', NAME_NOW));
    copy.edit(`${NAME_NOW}/index.mdx`, (text) =>
      text.replace(/^title:/m, `formerly: [${RENAMED.slice('news/'.length)}]\ntitle:`),
    );
    copy.edit(`${WITHDRAWN}/index.mdx`, (text) =>
      text.replace(/^disclosure:/m, 'withdrawn: { on: 2026-07-01, reason: 内容核实有误 }\ndisclosure:'),
    );
    commit('2026-07-01');
    appendFileSync(file(BRANCH), '\n又补一句。\n');
    for (const [path, what] of NOTES)
      copy.edit(`${path}/index.mdx`, (text) =>
        text.replace(/^disclosure:/m, `changes: [{ on: 2026-11-20, what: ${what} }]\ndisclosure:`),
      );
    copy.edit(`${TAKEN_DOWN}/index.mdx`, (text) =>
      text.replace(/^disclosure:/m, 'withdrawn: { on: 2026-10-08, reason: 办公室已经撤并 }\ndisclosure:'),
    );
    commit('2026-11-20');
    await copy.build('out');
  });

  it('lists the days of git with the notes of the authors, in one place', () => {
    const [, history = ''] = /更正和改动([\s\S]*?)全部更正/.exec(page(NOTED)) ?? [];
    expect(history).toContain('栽下256亩');
    expect(history).toMatch(/公布以后动过1天（排版和标点也算）：\s*2026年6月2日/);
  });

  it('follows a renamed folder', () => {
    expect(page(NAME_NOW)).toMatch(/公布以后动过2天（排版和标点也算）：\s*2026年7月2日、\s*2026年6月2日/);
  });

  it('speaks of branches too, on their page', () => {
    expect(page(BRANCH)).toMatch(/公布以后动过1天（排版和标点也算）：\s*2026年11月21日/);
  });

  it.each(NOTES)(
    'tells the readers of %s what its author corrected, there, on the page of corrections and in its feed',
    (path, what) => {
      const address = path.replace(/^pages\//, '');
      expect(page(address)).toMatch(new RegExp(`更正和改动[\\s\\S]*2026年11月20日[\\s\\S]*${what}`));
      expect(page('corrections')).toContain(what);
      expect(readFileSync(join(out, 'corrections/feed.xml'), 'utf8')).toContain(what);
    },
  );

  it('lists what was taken down of every kind, by its reason alone', () => {
    expect(page('corrections')).toContain('办公室已经撤并');
    expect(page('corrections')).not.toContain('关于本站与青禾镇');
  });

  it('says nothing of what was taken down, nor of what was not touched', () => {
    expect(page(WITHDRAWN)).not.toMatch(/动过|2026年6月2日/);
    expect(page('news/2025/0820-ji-zhen-gong-ce')).not.toContain('动过');
  });

  it('lists the same days on the page of corrections', () => {
    const text = page('corrections');
    expect(text.match(/2026年[67]月2日/g)).toEqual(['2026年7月2日', '2026年6月2日', '2026年6月2日']);
  });

  it('never says who committed, or what the commits say of themselves', () => {
    const naming = globSync('**/*', { cwd: out }).filter(
      (name) => statSync(join(out, name)).isFile() && plainBytes(join(out, name)).includes('提交人赵某'),
    );
    expect(naming).toEqual([]);
  });

  it('is left out without a history, and that is said once', async () => {
    rmSync(join(copy.folder, '.git'), { recursive: true });
    const output = await copy.build('out');
    expect(output.split('页面上也不列公布以后改动过的日期').length - 1).toBe(1);
    expect(page(NAME_NOW)).not.toContain('动过');
    expect(page(NOTED)).toContain('栽下256亩');
  });
});
