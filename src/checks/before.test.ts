import { globSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { gitProject } from '../../tests/support/git-project.ts';
import { baseFiles } from '../loader/base-files.ts';
import { substance } from './before.ts';
import { checkContent } from './report.ts';

const ENTRY = 'content/news/2026/0312-dang-ke';
const RENAMED = 'content/news/2026/0312-shou-ke';
const LEDGER = 'content/reports/2024/commitments.yaml';
const REPORT = 'content/reports/2024/index.mdx';
const BRANCH = 'content/branches/shiqiao/index.mdx';
const MEETINGS = 'content/branches/shiqiao/meetings.csv';
const TODAY = '2026-03-31';
const project = gitProject();
const { git, commit, read, write, edit } = project;
const INDEX = `${ENTRY}/index.mdx`;

/** What a comparison with the main branch finds of one rule. */
const found = async (rule: string): Promise<string[]> => {
  const { root } = project;
  const { findings } = await checkContent({ root, today: TODAY, base: baseFiles(root, 'main') });
  return findings
    .filter((finding) => finding.rule === rule)
    .map(({ file, line, why, fix }) => `${file.replace('content/', '')}:${line} ${why} → ${fix}`);
};

/** The references that a renamed folder breaks are mended too, as its author would. */
function rename(): void {
  renameSync(join(project.root, ENTRY), join(project.root, RENAMED));
  edit('content/reports/2025/index.mdx', '2026/0312-dang-ke', '2026/0312-shou-ke');
}
const formerly = (list: string): void => {
  edit(`${RENAMED}/index.mdx`, 'source:', `formerly: ${list}\nsource:`);
};

/** What was written so far is what the comparison is made with. */
function publish(): void {
  commit('2026-03-30');
  git(project.root, TODAY, 'branch', '-f', 'main', 'edit');
}

/** A branch of its own; git is slow to start on a machine that is busy. */
const onBranch = (): void => {
  beforeEach(() => {
    project.begin();
    git(project.root, TODAY, 'checkout', '-q', '-b', 'edit');
  }, 60_000);
};

afterAll(() => {
  project.end();
});

describe('what a change of a text is', () => {
  it.each([
    ['5.3万斤', '53万斤'],
    ['3—5人', '35人'],
    ['75%', '75'],
    ['9:30', '930'],
    ['1/2', '12'],
  ])('%s is not %s', (a, b) => {
    expect(substance(a)).not.toBe(substance(b));
  });

  it.each([
    ['**1,234**亩，', '1234 亩。'],
    ['3—5人', '3～5人'],
    ['“五好”', '"五好"'],
    ['ＡＢ', 'AB'],
  ])('%s is %s', (a, b) => {
    expect(substance(a)).toBe(substance(b));
  });
});

describe('the tables of an entry', { timeout: 60_000 }, () => {
  onBranch();

  it('are a part of what it said', async () => {
    write(`${ENTRY}/jie-guo.csv`, '项目,人数\n到课,31\n');
    edit(INDEX, 'source:', 'attachments: [{ file: ./jie-guo.csv, title: 到课情况表 }]\nsource:');
    publish();
    edit(`${ENTRY}/jie-guo.csv`, '31', '33');
    expect(await found('D06')).toEqual([expect.stringContaining('又改了附件里的表')]);
    edit(INDEX, 'source:', 'changes: [{ on: 2026-03-31, what: 到课人数原写31人，核对签到表后改为33人 }]\nsource:');
    expect(await found('D06')).toEqual([]);
  });
});

describe('pages that go on', { timeout: 60_000 }, () => {
  onBranch();
  const CO_OP = 'content/cooperatives/qinghe-chuncha/index.mdx';

  it('tell of a change of their text and of what they published by the year', async () => {
    edit(CO_OP, 'revenue: 486.5', 'revenue: 486.9');
    edit(CO_OP, 'value: 212', 'value: 221');
    edit('content/pages/guide/index.mdx', '每季度更新一次', '每半年更新一次');
    edit(BRANCH, '赶集的日子也开门', '赶集的日子不开门');
    expect((await found('D06')).map((line) => line.split('，没有')[0]?.replace(/:\d+/, ''))).toEqual([
      `branches/shiqiao/index.mdx 这一篇已经公布，又改了正文`,
      `cooperatives/qinghe-chuncha/index.mdx 这一篇已经公布，又改了2025年收支、2025年带动户数`,
      `pages/guide/index.mdx 这一篇已经公布，又改了正文`,
    ]);
    edit(CO_OP, 'updated:', 'changes: [{ on: 2026-03-31, what: 收入原写486.5万元，核对决算表后改为486.9万元 }]\nupdated:');
    expect((await found('D06')).length).toBe(2);
  });

  it('keep up with the time without a word', async () => {
    edit(CO_OP, 'phone: 0000-8765002', 'phone: 0000-8765003');
    edit(
      CO_OP,
      '    source: 合作社2025年度财务决算表',
      '    source: 合作社2025年度财务决算表\n  - year: 2026\n    revenue: 1.5\n    source: 合作社月报',
    );
    edit('content/pages/guide/index.mdx', 'updated: 2026-01-15', 'updated: 2026-03-31');
    expect(await found('D06')).toEqual([]);
  });
});

describe('addresses', { timeout: 60_000 }, () => {
  onBranch();

  it('may not vanish with their folder, committed or not', async () => {
    rmSync(join(project.root, ENTRY), { recursive: true });
    const expected = [
      expect.stringMatching(
        /^news\/2026\/0312-dang-ke\/index\.mdx:1 “.+”公布过，这个文件夹现在没有了.*formerly: \[2026\/0312-dang-ke\].*withdrawn/,
      ),
    ];
    expect(await found('D08')).toEqual(expected);
    commit('2026-03-30');
    expect(await found('D08')).toEqual(expected);
  });

  it('may not vanish with a new name of the folder, and stay with formerly', async () => {
    rename();
    commit('2026-03-30');
    expect(await found('D08')).toEqual([expect.stringContaining('news/2026/0312-dang-ke/index.mdx:1 ')]);
    formerly('[2026/0312-dang-ke]');
    expect(await found('D08')).toEqual([]);
    edit(`${RENAMED}/index.mdx`, '[2026/0312-dang-ke]', '[/news/2026/0312-dang-ke/]');
    expect(await found('D08')).toEqual([]);
  });

  it('keep their order, which tells readers of feeds that it is the same entry', async () => {
    edit(INDEX, 'source:', 'formerly: [2026/0312-a]\nsource:');
    publish();
    rename();
    expect(await found('D08')).toEqual([expect.stringContaining('formerly: [2026/0312-a, 2026/0312-dang-ke]')]);
    edit(`${RENAMED}/index.mdx`, '[2026/0312-a]', '[2026/0312-dang-ke, 2026/0312-a]');
    expect(await found('D08')).toEqual([
      expect.stringMatching(/0312-shou-ke\/index\.mdx:\d+ 曾用路径的先后.*formerly: \[2026\/0312-a, 2026\/0312-dang-ke\]$/),
    ]);
    edit(`${RENAMED}/index.mdx`, '[2026/0312-dang-ke, 2026/0312-a]', '[2026/0312-dang-ke]');
    expect(await found('D08')).toEqual([expect.stringContaining('曾用路径里少了 [2026/0312-a]')]);
    edit(`${RENAMED}/index.mdx`, '[2026/0312-dang-ke]', '[2026/0312-a, 2026/0312-dang-ke]');
    expect(await found('D08')).toEqual([]);
  });

  it('of a branch, a co-op and a page stay too', async () => {
    for (const folder of ['branches/shiqiao', 'cooperatives/qinghe-chuncha', 'pages/guide'])
      rmSync(join(project.root, 'content', folder), { recursive: true });
    expect((await found('D08')).map((line) => line.split(':')[0]).sort()).toEqual([
      'branches/shiqiao/index.mdx',
      'cooperatives/qinghe-chuncha/index.mdx',
      'pages/guide/index.mdx',
    ]);
  });

  it.each([
    ['draft: true', 'draft: true\nsource:', 'source:'],
    ['publishOn', 'publishOn: 2026-04-02 09:00\nsource:', 'source:'],
    ['disclosure', 'scope: 党内', 'scope: 向社会'],
  ])('are not hidden again by %s without a word; a takedown is one', async (_field, to, from) => {
    edit(INDEX, from, to);
    expect(await found('D08')).toEqual([expect.stringContaining('这一篇公布过，这样改就从网站上消失了')]);
    edit(INDEX, to, from);
    edit(INDEX, 'source:', 'withdrawn: { on: 2026-03-31, reason: 核实以后重新发布 }\nsource:');
    expect(await found('D08')).toEqual([]);
  });

  it('of the sample go when a township puts its own content there', async () => {
    edit('content/site.yaml', 'demo: false', 'demo: true');
    publish();
    rmSync(join(project.root, ENTRY), { recursive: true });
    expect(await found('D08')).toHaveLength(1);
    edit('content/site.yaml', 'demo: true', 'demo: false');
    expect(await found('D08')).toEqual([]);
  });

  it('are not given to another entry', async () => {
    edit(INDEX, 'source:', 'formerly: [2026/0312-a]\nsource:');
    publish();
    edit(INDEX, 'formerly: [2026/0312-a]\n', '');
    edit('content/news/2026/0326-qu-shui/index.mdx', 'source:', 'formerly: [2026/0312-a]\nsource:');
    expect(await found('D08')).toEqual([expect.stringMatching(/0312-dang-ke\/index\.mdx:\d+ 曾用路径里少了 \[2026\/0312-a\]/)]);
  });

  it('keep the word of a takedown', async () => {
    const takedown = 'withdrawn: { on: 2026-03-30, reason: 核实以后重新发布 }\nsource:';
    edit(INDEX, 'source:', takedown);
    publish();
    edit(INDEX, 'source:', 'draft: true\nsource:');
    expect(await found('D08')).toEqual([expect.stringContaining('这样改就从网站上消失了')]);
  });

  it('of what nobody could read may go', async () => {
    edit(INDEX, 'scope: 向社会', 'scope: 党内');
    publish();
    rmSync(join(project.root, ENTRY), { recursive: true });
    expect(await found('D08')).toEqual([]);
  });
});

describe('the ledger', { timeout: 60_000 }, () => {
  onBranch();

  it('is written on, with late evidence too', async () => {
    edit(
      LEDGER,
      '    - on: 2025-09-18',
      '    - { on: 2025-06-03, state: 进行中, note: 灯杆运到，第一个组开始装, by: 镇党建办主任 }\n    - on: 2025-09-18',
    );
    edit(
      LEDGER,
      '报道, news: 2026/0305-chun-geng }',
      '报道, news: 2026/0305-chun-geng }\n        - { kind: 报道, news: 2026/0312-dang-ke }',
    );
    expect(await found('D09')).toEqual([]);
  });

  it.each([
    ['a due day', 'due: 2025-09-30', 'due: 2025-12-30', '期限（due）|公布时这一项是“2025-09-30”'],
    ['a standard', '全部亮灯，村民代表逐盏确认', '大部分亮灯，村民代表确认', '公布时这一项是“三个远组主路上的路灯全部亮灯'],
    ['an owner', 'owner: 石桥村党支部书记', 'owner: 石桥村民委员会主任', '公布时这一项是“石桥村党支部书记”'],
    [
      'the note of a step',
      '路灯装好，村民代表逐盏看过',
      '路灯基本装好，村民代表看过',
      '2025-09-18 登记的经过（已销号）改了或者删了',
    ],
    ['the evidence of a step', '2026/0305-chun-geng', '2026/0312-dang-ke', '2025-09-18 登记的经过'],
  ])('does not let %s change without a note in the report', async (_what, from, to, why) => {
    edit(LEDGER, from, to);
    expect(await found('D09')).toEqual([
      expect.stringMatching(new RegExp(`^reports/2024/commitments\\.yaml:\\d+ 承诺 2024-01 .*(${why})`)),
    ]);
    edit(REPORT, 'source:', 'changes: [{ on: 2026-03-31, what: 台账里登记错了一处，核对以后改正 }]\nsource:');
    expect(await found('D09')).toEqual([]);
  });

  it('does not lose a promise, note or no note', async () => {
    rmSync(join(project.root, LEDGER));
    edit(REPORT, 'source:', 'changes: [{ on: 2026-03-31, what: 承诺办完了，台账撤掉 }]\nsource:');
    expect(await found('D09')).toEqual([
      expect.stringMatching(/^reports\/2024\/commitments\.yaml:1 承诺 2024-01“石桥村三个远组装上路灯”公布过，现在台账里没有了/),
    ]);
    write(LEDGER, read('content/reports/2025/figures.yaml').slice(0, 0));
    expect(await found('D09')).toHaveLength(1);
  });

  it('may be changed before it is published', async () => {
    edit(REPORT, 'scope: 向社会', 'scope: 党内');
    publish();
    edit(LEDGER, 'due: 2025-09-30', 'due: 2025-12-30');
    expect(await found('D09')).toEqual([]);
  });
});

describe('meetings', { timeout: 60_000 }, () => {
  onBranch();
  const ROW = '2026-03-05,主题党日,"检修农机，疏通水渠",46,41,石桥村党支部书记,,,2026/0305-chun-geng\n';

  it('are written on: rows come, in any order, and empty cells are filled in', async () => {
    edit(MEETINGS, ROW, '');
    edit(MEETINGS, '对应报道\n', `对应报道\n${ROW}2026-01-09,支委会,研究水渠检修,5,5,石桥村党支部书记,,,\n`);
    edit(MEETINGS, '清理河道,46,40,石桥村党支部书记,,,', '清理河道,46,40,石桥村党支部书记,,全体党员,');
    expect(await found('D10')).toEqual([]);
  });

  it('do not change without a note on the page of the branch, cell by cell', async () => {
    edit(MEETINGS, '疏通水渠",46,41', '疏通水渠",46,44');
    edit(MEETINGS, '管好集体的钱', '管好集体的账');
    expect(await found('D10')).toEqual([
      expect.stringMatching(
        /^branches\/shiqiao\/meetings\.csv:3 2026-03-05 的主题党日公布时这一格是“41”，不能悄悄改 → .*changes/,
      ),
      expect.stringMatching(/^branches\/shiqiao\/meetings\.csv:4 2026-03-12 的党课公布时这一格是“管好集体的钱”/),
    ]);
    edit(BRANCH, 'disclosure:', 'changes: [{ on: 2026-03-31, what: 会议记录里登记错了两处，核对以后改正 }]\ndisclosure:');
    expect(await found('D10')).toEqual([]);
  });

  it.each([
    ['a row', ROW],
    ['one of two rows that are the same', ROW],
  ])('do not lose %s', async (what, row) => {
    if (what !== 'a row') {
      edit(MEETINGS, row, row + row);
      commit('2026-03-30');
      git(project.root, TODAY, 'branch', '-f', 'main', 'edit');
    }
    edit(MEETINGS, row, '');
    expect(await found('D10')).toEqual([expect.stringContaining('2026-03-05 的主题党日“检修农机，疏通水渠”公布过，现在没有了')]);
  });

  it('do not go with their file', async () => {
    rmSync(join(project.root, MEETINGS));
    expect(await found('D10')).toHaveLength(3);
  });

  it('may be changed before they are published', async () => {
    edit(BRANCH, 'scope: 向社会', 'scope: 党内');
    publish();
    edit(MEETINGS, '疏通水渠",46,41', '疏通水渠",46,44');
    expect(await found('D10')).toEqual([]);
  });
});

describe('references that follow a renamed entry', { timeout: 60_000 }, () => {
  onBranch();
  const USED = 'content/news/2026/0305-chun-geng';

  it('are no change of a text, of a promise or of a meeting', async () => {
    edit(INDEX, '账本摊在最前面那张桌上。', '账本摊在最前面那张桌上，[春耕](/news/2026/0305-chun-geng/)时买的油也记着。');
    publish();
    renameSync(join(project.root, USED), join(project.root, 'content/news/2026/0305-geng-tian'));
    for (const file of globSync('content/**/*.{mdx,yaml,csv}', { cwd: project.root }))
      write(file, read(file).replaceAll('2026/0305-chun-geng', '2026/0305-geng-tian'));
    const rules = ['D06', 'D09', 'D10'];
    expect((await Promise.all(rules.map(found))).map((findings) => findings.length > 0)).toEqual([true, true, true]);
    edit('content/news/2026/0305-geng-tian/index.mdx', 'source:', 'formerly: [2026/0305-chun-geng]\nsource:');
    expect((await Promise.all([...rules, 'D08'].map(found))).flat()).toEqual([]);
  });

  it('of a branch too, in the figures and claims of a report', async () => {
    const [branch, moved] = ['shiqiao', 'shi-qiao'];
    renameSync(join(project.root, 'content/branches', branch), join(project.root, 'content/branches', moved));
    for (const file of globSync('content/**/*.{mdx,yaml,csv}', { cwd: project.root }))
      write(file, read(file).replace(/(branch(?:es)?: \[?)shiqiao\b/g, `$1${moved}`));
    edit(`content/branches/${moved}/index.mdx`, 'disclosure:', `formerly: [${branch}]\ndisclosure:`);
    expect((await Promise.all(['D06', 'D08', 'D09', 'D10'].map(found))).flat()).toEqual([]);
  });
});
