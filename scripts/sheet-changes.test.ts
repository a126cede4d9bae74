import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { publicationSheet } from '../src/derive/sheet/publication-sheet.ts';
import type { Sheet, SheetSide } from '../src/derive/sheet/model.ts';
import { fileChanges } from '../src/loader/file-changes.ts';
import { nameOf, sideOf } from './sheet-sides.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbang-sheet-changes-'));
const TODAY = '2026-03-31';
const NEWS = 'content/news/2026/0305-chun-geng';
const REPORT = 'content/reports/2024';
const BRANCH = 'content/branches/shiqiao';

const git = (...args: string[]): string =>
  execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@example.cn', ...args], { encoding: 'utf8' });

let before: SheetSide;

beforeAll(() => {
  cpSync(resolve('src/checks/fixtures/_base'), root, { recursive: true });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'begin');
  before = sideOf(root, '原来');
});

afterEach(() => {
  git('reset', '-q', '--hard');
  git('clean', '-q', '-f', '-d');
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

const edit = (file: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(join(root, file), 'utf8');
  const changed = text.replace(from, to);
  expect(changed, `${file} is edited`).not.toBe(text);
  writeFileSync(join(root, file), changed);
};

const add = (file: string, text: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  appendFileSync(join(root, file), text);
};

const sheet = (): Sheet => publicationSheet({ before, after: sideOf(root, '现在') }, fileChanges(root, 'HEAD'), TODAY, nameOf);

/** A row as one reads it. */
const rows = (list: Sheet['pages']): string[] =>
  list.map(({ change, place, title, details }) => [`[${change}] ${title} ${place}`, ...details].join('\n'));

const hidden = (file: string): void => {
  edit(`${file}/index.mdx`, 'scope: 向社会', 'scope: 党内');
};

describe('files beside an entry', () => {
  it('says that a picture and an attachment were replaced, also where only bytes differ', () => {
    add(`${NEWS}/tian.png`, 'x');
    add(`${NEWS}/biao.pdf`, 'x');
    const { pages, feeds, others } = sheet();
    expect(rows(pages)).toEqual([
      '[修改] 石桥村春耕备耕，农机手下田检修 /news/2026/0305-chun-geng/\n附件 biao.pdf 换了\n照片 tian.png 换了',
    ]);
    expect(rows(feeds)[0]).toContain('订阅里的内容更新');
    expect(others).toEqual([]);
  });

  it('says what was added and removed', () => {
    edit(`${NEWS}/index.mdx`, './tian.png', './shui.png');
    renameSync(join(root, NEWS, 'tian.png'), join(root, NEWS, 'shui.png'));
    const [row] = rows(sheet().pages);
    expect(row).toContain('照片 shui.png 加了\n照片 tian.png 撤了');
    expect(row).toContain('题图（cover）');
  });

  it('names a file that no page shows among the others', () => {
    add(`${NEWS}/yong-bu-dao.pdf`, 'x');
    const { pages, others } = sheet();
    expect(pages).toEqual([]);
    expect(rows(others)).toEqual([`[新增]  ${NEWS}/yong-bu-dao.pdf\n没有用在页面上`]);
  });

  it('says of the emblem that every page has it', () => {
    edit('content/site.yaml', 'filing: {}', 'filing: { emblem: ./biao-shi.png }');
    add('content/biao-shi.png', 'x');
    expect(rows(sheet().pages)[0]).toMatch(/全站每一页\n.*emblem.*\n党政机关标识的图片 biao-shi\.png 加了/);
  });
});

describe('settings', () => {
  it('says with values what every page will say', () => {
    edit('content/site.yaml', '0000-8765432', '0000-8765431');
    expect(rows(sheet().pages)).toEqual(['[修改] 网站设置 全站每一页\n办公电话（contact phone）：0000-8765432 → 0000-8765431']);
  });

  it('tells lists of the settings item by item', () => {
    edit('content/site.yaml', '  - { id: chaling, name: 茶岭村 }\n', '  - { id: zhuxi, name: 竹溪村 }\n');
    const [row] = rows(sheet().pages);
    expect(row).toContain('加了“zhuxi 竹溪村”');
    expect(row).toContain('去掉了“chaling 茶岭村”');
  });

  it('keeps apart what only the check reads', () => {
    edit('content/site.yaml', 'posts: [', 'posts: [镇人大主席, ');
    add('content/terms.yaml', 'forbidden:\n  - { word: 亮点纷呈, why: 空话 不说 }\n');
    add(
      'content/exceptions.yaml',
      'exceptions:\n  - { rule: I03, file: content/site.yaml, value: 138******78, reason: 这是客服热线不是个人, approvedBy: 镇党建办主任, until: 2026-06-01 }\n',
    );
    const { pages, others } = sheet();
    expect(pages).toEqual([]);
    expect(rows(others).join('\n')).toMatch(/责任岗位（posts）.*镇人大主席[^]*例外表[^]*客服热线[^]*核对会放过这些地方/);
    expect(rows(others).join('\n')).toMatch(/用词表 content\/terms\.yaml\n.*亮点纷呈/);
  });

  it('says of the standard that the pages of branches change', () => {
    edit('content/standards/2026.yaml', /text: (.*)/, 'text: 换了说法的一条标准，$1');
    expect(rows(sheet().pages)[0]).toMatch(
      /2026年“五好”标准 \/branches\/.*\n内容（heads 第1项 items 第1项 text）：.* → 换了说法/,
    );
  });
});

describe('promises', () => {
  it('says what is promised otherwise, with its pages and its feed', () => {
    edit(`${REPORT}/commitments.yaml`, '三个远组装上路灯', '四个远组装上路灯');
    edit(`${REPORT}/commitments.yaml`, '用集体收入采购', '用上级补助采购');
    edit(`${REPORT}/commitments.yaml`, 'owner: 石桥村党支部书记', 'owner: 镇党建办主任');
    const { promises, pages, feeds } = sheet();
    const [promise] = rows(promises);
    expect(promise).toContain('[修改] 石桥村四个远组装上路灯 /commitments/2024-01/');
    expect(promise).toContain('承诺（title）：石桥村三个远组装上路灯 → 石桥村四个远组装上路灯');
    expect(promise).toContain('措施（measure）：用集体收入采购');
    expect(promise).toContain('责任岗位（owner）：石桥村党支部书记 → 镇党建办主任');
    expect(promise).toContain('/reports/2024/');
    expect(rows(pages)[0]).toContain('/reports/2024/\n承诺台账（2024-01）：改了 1 项');
    expect(rows(feeds).join('\n')).toContain(
      '订阅里的 2 步更新，已经收到的不会撤回\n订阅：承诺台账的变动（/commitments/feed.xml）',
    );
  });

  it('says of a new step that subscribers get it, and of an edited one what differs', () => {
    add(
      `${REPORT}/commitments.yaml`,
      '    - { on: 2026-03-20, state: 进行中, note: 一盏灯不亮了, by: 镇党建办主任, reopened: true }\n',
    );
    edit(`${REPORT}/commitments.yaml`, '写进年度报告', '写进了年度报告');
    const { promises, feeds } = sheet();
    const [promise] = rows(promises);
    expect(promise).toContain('状态 已销号 → 进行中');
    expect(promise).toContain('新登记一步：2026-03-20 进行中，一盏灯不亮了（登记：镇党建办主任）');
    expect(promise).toMatch(/2025-01-20 那一步 经过（history 第1项 note）：写进年度报告 → 写进了年度报告/);
    const ledger = rows(feeds).find((row) => row.includes('承诺台账的变动'));
    expect(ledger).toContain('订阅的人会收到：2026-03-20 进行中，一盏灯不亮了');
    expect(ledger).toContain('订阅里的 1 步更新');
  });

  it('does not say of a step that is still to come that subscribers get it', () => {
    add(
      `${REPORT}/commitments.yaml`,
      '    - { on: 2026-04-20, state: 进行中, note: 一盏灯不亮了, by: 镇党建办主任, reopened: true }\n',
    );
    const { promises, feeds } = sheet();
    expect(rows(promises)[0]).toContain('到那天才显示');
    expect(rows(feeds).join('\n')).not.toContain('订阅的人会收到');
  });
});

describe('figures and meetings', () => {
  it('says what a figure is called, counts and comes from', () => {
    edit(`${REPORT}/figures.yaml`, 'label: 教育培训人次', 'label: 培训人次');
    edit(`${REPORT}/figures.yaml`, '镇和支部组织的', '镇、支部组织的');
    edit(`${REPORT}/figures.yaml`, '培训签到簿', '培训登记册');
    const { figures, pages } = sheet();
    const [figure] = rows(figures);
    expect(figure).toContain('名称（label）：教育培训人次 → 培训人次');
    expect(figure).toContain('口径（definition）：镇和支部');
    expect(figure).toContain('文件或台账（source title）：培训签到簿 → 培训登记册');
    expect(rows(pages)[0]).toContain('/reports/2024/\n报告里的数字：改了 1 个');
  });

  it('names the rows of meetings on the page of records', () => {
    edit(`${BRANCH}/meetings.csv`, '清理河道,46,40', '清理河道,46,44');
    edit(`${BRANCH}/meetings.csv`, /2026-03-12.*\n/, '2026-03-19,主题党日,栽树,46,30,石桥村党支部书记,,,\n');
    const { pages, others } = sheet();
    const [branch, records] = rows(pages);
    expect(branch).toMatch(/\/branches\/shiqiao\/\n会议记录：加了 1 条、改了 1 条、删了 1 条/);
    expect(records).toContain('/branches/shiqiao/records/');
    expect(records).toContain('2026-01-05 主题党日：实到（present）：40 → 44');
    expect(records).toContain('删了 2026-03-12 党课“管好集体的钱”，应到46实到39');
    expect(records).toContain('加了 2026-03-19 主题党日“栽树”，应到46实到30');
    expect(others).toEqual([]);
  });
});

describe('addresses and visibility', () => {
  it('says of a renamed entry that the old address leads on, and takes nothing back', () => {
    git('mv', NEWS, 'content/news/2026/0305-nong-ji');
    edit('content/news/2026/0305-nong-ji/index.mdx', 'column:', 'formerly: [2026/0305-chun-geng]\ncolumn:');
    const { pages, feeds, others } = sheet();
    const renamed = rows(pages).filter((row) => row.includes('chun-geng'));
    expect(renamed).toEqual([
      '[换网址] 石桥村春耕备耕，农机手下田检修 /news/2026/0305-nong-ji/\n换了网址（旧网址会转过去）：/news/2026/0305-chun-geng/ → /news/2026/0305-nong-ji/',
    ]);
    expect(rows(pages).join('\n')).not.toContain('删除');
    expect(rows(feeds)[0]).toContain('已经收到的不变');
    expect(rows(feeds).join('\n')).not.toContain('撤不回来');
    expect(others).toEqual([]);
  });

  it('says of a renamed entry with a new picture that both differ', () => {
    git('mv', NEWS, 'content/news/2026/0305-nong-ji');
    edit('content/news/2026/0305-nong-ji/index.mdx', 'column:', 'formerly: [2026/0305-chun-geng]\ncolumn:');
    add('content/news/2026/0305-nong-ji/tian.png', 'x');
    expect(rows(sheet().pages).join('\n')).toMatch(/\[换网址\].*\n.*\n照片 tian\.png 换了/);
  });

  it.each([
    ['a draft', 'draft: true\n', '是草稿，读者看不到'],
    ['what waits', "publishOn: '2026-04-02 08:00'\n", '2026-04-02 08:00 以后的下一次生成自动公开'],
  ])('says of %s why readers do not see it', (_name, line, words) => {
    cpSync(join(root, NEWS), join(root, 'content/news/2026/0330-xin'), { recursive: true });
    edit('content/news/2026/0330-xin/index.mdx', 'disclosure:', `${line}disclosure:`);
    const { pages, feeds, unseen, others } = sheet();
    expect({ pages, feeds, others }).toEqual({ pages: [], feeds: [], others: [] });
    expect(rows(unseen)).toHaveLength(1);
    expect(rows(unseen)[0]).toContain(words);
  });

  it('repeats no text of what is not for everyone', () => {
    cpSync(join(root, NEWS), join(root, 'content/news/2026/0330-xin'), { recursive: true });
    hidden('content/news/2026/0330-xin');
    git('add', '-A');
    git('commit', '-q', '-m', 'internal');
    before = sideOf(root, '原来');
    edit('content/news/2026/0330-xin/index.mdx', 'source: 石桥村党支部', 'source: 石桥村党支部内部');
    add('content/news/2026/0330-xin/tian.png', 'x');
    const { pages, unseen } = sheet();
    expect(pages).toEqual([]);
    expect(rows(unseen)[0]).toContain('改了：来源（source）\n照片 tian.png 换了\n公开范围是“党内”，读者看不到');
    expect(rows(unseen)[0]).not.toContain('石桥村党支部内部');
    git('reset', '-q', '--hard', 'HEAD~1');
    before = sideOf(root, '原来');
  });

  it('says what readers find where something was taken down, and that subscribers learn of it', () => {
    edit(`${NEWS}/index.mdx`, 'disclosure:', 'withdrawn: { on: 2026-03-30, reason: 图片用错了 }\ndisclosure:');
    const { pages, feeds } = sheet();
    expect(rows(pages)[0]).toMatch(/\[撤下\].*\n页面只留一句：2026-03-30撤下，图片用错了/);
    expect(rows(feeds).join('\n')).toContain('从订阅里去掉，已经收到的撤不回来');
    expect(rows(feeds).join('\n')).toContain(
      '[新增] 撤下：已撤下的信息 /corrections/\n订阅的人会收到：图片用错了\n订阅：更正和撤下',
    );
  });

  it('says that a correction goes to those who follow the corrections', () => {
    edit(`${NEWS}/index.mdx`, 'disclosure:', 'changes:\n  - { on: 2026-03-30, what: 插秧机从五台改为六台 }\ndisclosure:');
    expect(rows(sheet().feeds).join('\n')).toContain(
      '订阅的人会收到：插秧机从五台改为六台\n订阅：更正和撤下（/corrections/feed.xml）',
    );
  });

  it('names the feeds that an entry leaves and enters', () => {
    edit(`${NEWS}/index.mdx`, 'column: revitalization', 'column: organization');
    const [row] = rows(sheet().feeds);
    expect(row).toContain('新发到：基层组织建设（/columns/organization/feed.xml）');
    expect(row).toContain('不再发到：服务乡村振兴（/columns/revitalization/feed.xml）');
  });

  it('tells many entries of which only the text differs in one row', () => {
    for (const index of [1, 2, 3, 4, 5, 6, 7]) cpSync(join(root, NEWS), join(root, `${NEWS}-${index}`), { recursive: true });
    git('add', '-A');
    git('commit', '-q', '-m', 'more');
    before = sideOf(root, '原来');
    for (const index of [1, 2, 3, 4, 5, 6, 7]) add(`${NEWS}-${index}/index.mdx`, '天亮了。\n');
    const { pages, feeds } = sheet();
    expect(pages).toHaveLength(7);
    expect(feeds).toHaveLength(1);
    expect(rows(feeds)[0]).toMatch(/已经发过的 7 篇 .*-1\/ .*-7\/\n订阅里的内容更新.*\n订阅：.*（\/feed\.xml）、/);
    expect(rows(feeds)[0]?.split('/feed.xml）')).toHaveLength(4);
    git('reset', '-q', '--hard', 'HEAD~1');
    before = sideOf(root, '原来');
  });

  it('says of an entry that was taken down already that readers do not see what was done to it', () => {
    edit(`${NEWS}/index.mdx`, 'disclosure:', 'withdrawn: { on: 2026-03-30, reason: 图片用错了 }\ndisclosure:');
    git('commit', '-q', '-a', '-m', 'withdraw');
    before = sideOf(root, '原来');
    add(`${NEWS}/tian.png`, 'x');
    const { pages, feeds, unseen } = sheet();
    expect({ pages, feeds }).toEqual({ pages: [], feeds: [] });
    expect(rows(unseen)[0]).toContain('照片 tian.png 换了\n已撤下，读者只看到撤下的说明');
    git('reset', '-q', '--hard', 'HEAD~1');
    before = sideOf(root, '原来');
  });

  it('says of a table with a row that cannot be read that the lists are not sure', () => {
    edit(`${BRANCH}/meetings.csv`, '清理河道,46,40', '清理河道,46,五');
    expect(rows(sheet().others)[0]).toContain('写法有错');
  });

  it('names a file that cannot be read instead of calling its entry deleted', () => {
    edit(`${NEWS}/index.mdx`, 'column: revitalization', 'column: [');
    const { pages, others } = sheet();
    expect(rows(pages).join('\n')).not.toContain('chun-geng');
    expect(rows(others)[0]).toMatch(/0305-chun-geng\/index\.mdx\n写法有错/);
  });
});
