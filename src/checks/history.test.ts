import { renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { gitProject } from '../../tests/support/git-project.ts';
import { baseFiles } from '../loader/base-files.ts';
import { readEdits, readHistory } from '../loader/history.ts';
import { checkContent } from './report.ts';

const OLD = 'content/news/2026/0312-dang-ke/index.mdx';
const NEW = 'content/news/2025/0101-bu-fa/index.mdx';
const TODAY = '2026-03-31';
const project = gitProject();
const { scratch, git, commit, read, write, edit } = project;
let root = '';

/** A copy of an entry under a date of its own. */
const dated = (day: string): string => read(OLD).replaceAll('2026-03-12', day);

const found = async (folder = root, base?: string) => {
  const options = base === undefined ? {} : { base: baseFiles(folder, base) };
  return (await checkContent({ root: folder, today: TODAY, ...options })).findings.map(({ rule, file, line, why }) => ({
    rule,
    file,
    line,
    why,
  }));
};

beforeEach(() => {
  project.begin();
  root = project.root;
  // Git is slow to start on a machine that is busy.
}, 60_000);

afterAll(() => {
  project.end();
});

describe('honest dates', { timeout: 60_000 }, () => {
  it('accepts what the repository began with, and says nothing of a full history', async () => {
    expect((await checkContent({ root, today: TODAY })).findings).toEqual([]);
    expect((await checkContent({ root, today: TODAY })).notices.join()).not.toContain('D05');
    expect(readHistory(root)).toMatchObject({ kind: 'full' });
    expect(readHistory(root).first.get(OLD)).toEqual({ day: '2026-03-31', initial: true });
  });

  it('refuses a date long before the file, committed or not, and takes importedFrom for an answer', async () => {
    write(NEW, dated('2025-01-01'));
    expect(await found()).toEqual([expect.objectContaining({ rule: 'D05', file: NEW, line: 4 })]);
    commit('2026-03-30');
    expect((await found())[0]?.why).toContain('早了 454 天，最多允许早 30 天');
    write(NEW, read(NEW).replace('source:', 'importedFrom: 镇政府旧网站\nsource:'));
    expect(await found()).toEqual([]);
  });

  it('leaves a sample site alone', async () => {
    write('content/site.yaml', read('content/site.yaml').replace('demo: false', 'demo: true'));
    write(NEW, dated('2025-01-01'));
    expect(await found()).toEqual([]);
  });

  it('keeps to the configured days, and to the day from which it counts', async () => {
    write('content/news/2026/0220-san-tian/index.mdx', dated('2026-02-20'));
    commit('2026-03-30');
    const rules = async (): Promise<string[]> => (await found()).map(({ rule }) => rule);
    expect(await rules()).toEqual(['D05']);
    write('content/site.yaml', `${read('content/site.yaml')}\nhonestDates: { days: 39 }\n`);
    expect(await rules()).toEqual([]);
    write('content/site.yaml', read('content/site.yaml').replace('days: 39', 'days: 38'));
    expect(await rules()).toEqual(['D05']);
    write('content/site.yaml', read('content/site.yaml').replace('days: 38', 'days: 0, since: 2026-03-31'));
    expect(await rules()).toEqual([]);
  });

  it('follows a renamed folder', () => {
    renameSync(join(root, 'content/news/2026/0312-dang-ke'), join(root, 'content/news/2026/0312-shou-ke'));
    commit('2027-01-10');
    expect(readHistory(root).first.get('content/news/2026/0312-shou-ke/index.mdx')).toEqual({ day: '2026-03-31', initial: true });
  });

  it('knows the days on which a page was edited, and nothing of what is not committed', () => {
    write(OLD, `${read(OLD)}补一句。\n`);
    commit('2026-05-01');
    write(OLD, `${read(OLD)}再补一句。\n`);
    commit('2026-05-01');
    write(OLD, `${read(OLD)}还没提交。\n`);
    expect(readEdits(root)?.get(dirname(OLD))).toEqual(['2026-05-02', '2026-03-31']);
    const shallow = join(scratch, `edits-${project.count}`);
    git(scratch, TODAY, 'clone', '-q', '--depth', '1', `file://${root}`, shallow);
    expect(readEdits(shallow)).toBeUndefined();
    rmSync(join(root, '.git'), { recursive: true });
    expect(readEdits(root)).toBeUndefined();
  });

  it('gives a renamed folder its days, and the renaming is none', () => {
    write(OLD, `${read(OLD)}补一句。\n`);
    commit('2026-05-01');
    const renamed = 'content/news/2026/0312-shou-ke';
    const other = dated('2026-07-01').replaceAll(/[板凳账本]/g, '椅');
    renameSync(join(root, dirname(OLD)), join(root, renamed));
    commit('2026-06-01');
    // Another entry that takes the old name later has days of its own.
    write(OLD, other);
    commit('2026-07-01');
    write(`${renamed}/fu-jian.txt`, '补的附件');
    commit('2026-08-01');
    expect(readEdits(root)?.get(renamed)).toEqual(['2026-08-02', '2026-05-02', '2026-03-31']);
    expect(readEdits(root)?.get(dirname(OLD))).toEqual(['2026-07-02']);
  });

  it('says what it could not check, without git and in a shallow clone', async () => {
    write(NEW, dated('2025-01-01'));
    commit('2026-03-30');
    write('content/README.md', 'later');
    commit('2026-03-31');
    const shallow = join(scratch, `shallow-${project.count}`);
    git(scratch, TODAY, 'clone', '-q', '--depth', '1', `file://${root}`, shallow);
    expect(await found(shallow)).toEqual([]);
    expect((await checkContent({ root: shallow, today: TODAY })).notices.join()).toMatch(
      /只有最近一段提交记录，其中 \d+ 篇.*D05.*没有核对/,
    );
    rmSync(join(root, '.git'), { recursive: true });
    expect(await found()).toEqual([]);
    expect((await checkContent({ root, today: TODAY })).notices.join()).toContain('没有 git 的提交记录');
  });
});

describe('change notes', { timeout: 60_000 }, () => {
  beforeEach(() => {
    git(root, TODAY, 'checkout', '-q', '-b', 'edit');
  });

  it.each([
    ['the text', '二十来条板凳', '三十来条板凳', '正文'],
    ['the title', '怎么管好一笔钱', '怎么管好两笔钱', '标题'],
    ['a figure of a summary', '三月的党课', '二月的党课', '摘要'],
  ])('wants a note for a change of %s', async (_what, from, to, said) => {
    edit(OLD, from, to);
    expect(await found(root, 'main')).toEqual([expect.objectContaining({ rule: 'D06', file: OLD })]);
    expect((await found(root, 'main'))[0]?.why).toContain(said);
    commit('2026-03-30');
    expect((await found(root, 'main')).map(({ rule }) => rule)).toEqual(['D06']);
    edit(OLD, 'source:', 'changes: [{ on: 2026-03-31, what: 核对以后改了一处 }]\nsource:');
    expect(await found(root, 'main')).toEqual([]);
  });

  it('wants a new note for a new change', async () => {
    edit(OLD, 'source:', 'changes: [{ on: 2026-03-20, what: 核对以后改了一处 }]\nsource:');
    commit('2026-03-30');
    edit(OLD, '二十来条板凳', '三十来条板凳');
    expect((await found(root, 'edit')).map(({ rule }) => rule)).toEqual(['D06']);
  });

  it('wants a note for a changed figure of a report', async () => {
    const figures = 'content/reports/2024/figures.yaml';
    edit(figures, 'value: ', 'value: 9');
    expect((await found(root, 'main')).filter(({ rule }) => rule === 'D06')).toEqual([
      expect.objectContaining({ file: 'content/reports/2024/index.mdx' }),
    ]);
  });

  it('lets marks, blanks and drafts change, and new entries come', async () => {
    edit(OLD, '账本摊在最前面那张桌上。', '**账本**摊在最前面那张桌上 !');
    write('content/news/2026/0330-xin-de/index.mdx', dated('2026-03-30'));
    expect((await found(root, 'main')).filter(({ rule }) => rule === 'D06')).toEqual([]);
    edit(OLD, 'source:', 'draft: true\nsource:');
    commit('2026-03-30');
    edit(OLD, '二十来条板凳', '三十来条板凳');
    expect((await found(root, 'edit')).filter(({ rule }) => rule === 'D06')).toEqual([]);
  });

  it('compares with where the branch began, not with what came to main since', async () => {
    git(root, TODAY, 'checkout', '-q', 'main');
    edit(OLD, '二十来条板凳', '三十来条板凳');
    commit('2026-03-30');
    git(root, TODAY, 'checkout', '-q', 'edit');
    expect(await found(root, 'main')).toEqual([]);
    expect(baseFiles(root, 'nowhere')).toBeUndefined();
    expect(baseFiles(root, '--output=x')).toBeUndefined();
  });
});
