import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'mingbang-sheet-test-'));
const ENTRY = 'content/news/2026/0305-chun-geng/index.mdx';
const PARTY = 'content/news/2026/0330-dang-nei/index.mdx';

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.cn'];
  execFileSync('git', ['-C', root, ...identity, ...args], { stdio: 'ignore' });
}

function sheet(...args: string[]) {
  const run = spawnSync(process.execPath, [resolve('scripts/sheet.ts'), '--root', root, '--today', '2026-03-31', ...args], {
    encoding: 'utf8',
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

const edit = (file: string, change: (text: string) => string): void => {
  const before = readFileSync(join(root, file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(root, file), after);
};

beforeAll(() => {
  cpSync(resolve('src/checks/fixtures/_base'), root, { recursive: true });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'begin');
  git('checkout', '-q', '-b', 'edit');
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('sheet', { timeout: 60_000 }, () => {
  it('says that nothing changes while nothing does, and is the same twice', () => {
    const { status, stdout, stderr } = sheet('main');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const words of ['没有页面变化', '订阅的人不会收到新内容', '没有数字变化', '没有承诺变化'])
      expect(stdout).toContain(words);
    expect(sheet('main').stdout).toBe(stdout);
  });

  it('names pages, feeds, figures and promises that a change alters, and keeps apart what nobody will see', () => {
    edit(ENTRY, (text) => text.replace('participants: 32', 'participants: 33').replace('---\n\n', '---\n\n天亮了。'));
    cpSync(join(root, 'content/news/2026/0326-qu-shui'), join(root, 'content/news/2026/0329-xin-qu'), { recursive: true });
    edit('content/news/2026/0329-xin-qu/index.mdx', (text) =>
      text.replaceAll('2026-03-26', '2026-03-29').replace('石桥村的渠水', '石桥村新渠的水 & 路'),
    );
    cpSync(join(root, 'content/news/2026/0326-qu-shui'), join(root, 'content/news/2026/0330-dang-nei'), { recursive: true });
    edit(PARTY, (text) => text.replace('向社会', '党内').replace('title: 石桥村', 'title: 内部的事：石桥村'));
    rmSync(join(root, 'content/news/2026/0312-dang-ke'), { recursive: true });
    edit('content/reports/2024/commitments.yaml', (text) => text.replace(/due: .*/, 'due: 2027-01-31'));
    edit('content/reports/2024/figures.yaml', (text) => text.replace(/value: (\d+)/, 'value: 9$1'));
    appendFileSync(join(root, 'content/news/2026/0305-chun-geng/tian.png'), 'x');
    edit('content/site.yaml', (text) => text.replace('0000-8765432', '0000-8765431'));
    const { stdout } = sheet('main');
    const part = (from: string, until: string): string =>
      stdout.slice(stdout.indexOf(`\n${from}（`), stdout.indexOf(`\n${until}（`));
    const pages = part('页面', '订阅');
    expect(pages).toMatch(/\[修改\] .*\/news\/2026\/0305-chun-geng\/\n.*可统计的事（events）、正文/);
    expect(pages).toMatch(/\[新增\] 石桥村新渠的水 & 路.*\/news\/2026\/0329-xin-qu\//);
    expect(pages).toMatch(/\[删除\] .*\/news\/2026\/0312-dang-ke\//);
    expect(pages).toContain('照片 tian.png 换了');
    expect(pages).toMatch(/全站每一页\n.*0000-8765432 → 0000-8765431/);
    expect(pages).not.toContain('内部的事');
    expect(part('订阅', '数字')).toContain('订阅的人会收到');
    expect(part('订阅', '数字')).toContain('已经收到的撤不回来');
    expect(part('数字', '承诺')).toMatch(/\/reports\/2024\/ .*\n.* → 9\d+/);
    expect(part('数字', '承诺')).toMatch(/\/results\/[\w-]+\/2026\/\n\s+\d+人次 → \d+人次/);
    expect(part('承诺', '改了但现在不公开的')).toMatch(/期限 2027-01-31/);
    expect(part('改了但现在不公开的', '连带变化的页面')).toContain('内部的事');
    expect(stdout.slice(stdout.indexOf('连带变化的页面'))).toContain('/columns/revitalization/');
    expect(stdout).toMatch(/核对有 \d+ 处错误/);
  });

  it('writes one page to read, print and sign, which asks nothing of the network', () => {
    const html = readFileSync(join(root, '.cache/sheet.html'), 'utf8');
    for (const words of ['签字', '审核（保密审查、事实核对）', '石桥村新渠的水 &amp; 路', '还有没提交的改动'])
      expect(html).toContain(words);
    expect(html).not.toMatch(/<script|src=|href=|https?:/);
  });

  it('says what is wrong with the command', () => {
    expect(sheet('nowhere')).toMatchObject({ status: 2 });
    expect(sheet('nowhere').stderr).toContain('git 里找不到“nowhere”');
    expect(sheet().stdout).toContain('用法：npm run sheet');
    expect(sheet('main', '--bogus').status).toBe(2);
  });
});
