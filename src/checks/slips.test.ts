import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles } from '../loader/content-files.ts';
import { readContent } from '../loader/read-content.ts';
import { contextOf } from './context.ts';
import { contentRules } from './index.ts';
import { runRules } from './run.ts';

const root = join(import.meta.dirname, 'fixtures/_base');
const files = listFiles(root);

const NEWS = 'content/news/2026/0312-dang-ke/index.mdx';
const EVENT = 'content/news/2026/0305-chun-geng/index.mdx';
const SITE = 'content/site.yaml';
const FIGURES = 'content/reports/2025/figures.yaml';
const MEETINGS = 'content/branches/shiqiao/meetings.csv';

/** All that the gate says of the clean base after one change of one file: `line:column [rule] why → fix`. */
function saidOf(file: string, change: (text: string) => string): string[] {
  const found = files.find(({ path }) => path === file) ?? { path: file, bytes: 0, read: () => Buffer.alloc(0) };
  const changed = Buffer.from(change(found.read().toString('utf8')));
  const rest = files.filter((other) => other !== found);
  const source = readContent(root, [...rest, { ...found, bytes: changed.length, read: () => changed }]);
  return runRules(contentRules, contextOf(source, '2026-03-31'))
    .filter((finding) => finding.file === file)
    .map(({ line, column, rule, why, fix }) => `${String(line)}:${String(column)} [${rule}] ${why} → ${fix}`);
}

type Slip = [what: string, file: string, from: string, to: string, said: string];

/** What a hand can get wrong that never was in the file before; the one message must say what, where and how to mend it. */
const SLIPS: Slip[] = [
  ['infinity', SITE, 'updateDays: 60 #', 'updateDays: .inf #', '21:17 [S02] 这不是一个数（.inf 是无穷大'],
  ['no number', EVENT, 'participants: 32', 'participants: .nan', '20:19 [S02] 这不是一个数'],
  ['万', EVENT, 'participants: 32', 'participants: 3.2万', '20:19 [S02] 这里只写数字，不带“万” → 写成 32000；'],
  ['万元', FIGURES, 'value: 1126', 'value: 0.35万元', '3:10 [S02] 这里只写数字，不带“万元” → 写成 3500；这一项的单位本来就带“万”的，写成 0.35'],
  ['亿', EVENT, 'participants: 32', 'participants: 1.23456789012亿', '20:19 [S02] 这里只写数字，不带“亿” → 写成 123456789.012；'],
  ['percent', FIGURES, 'value: 1126', 'value: 53%', '3:10 [S02] 这里只写数字，不带单位“%” → 写成 53'],
  ['about', EVENT, 'participants: 32', 'participants: 约32', '20:19 [S02] 这里只写数字，前面不写“约”“近”这样的字 → 写成 32'],
  ['a blank for thousands', EVENT, 'participants: 32', 'participants: 1 032', '20:19 [S02] 数字里不要有空格 → 写成 1032'],
  ['full-width digits', EVENT, 'participants: 32', 'participants: １２', '20:19 [S02] 数字里有全角字符 → 用半角数字，写成 12'],
  ['digits of a cell', MEETINGS, '46,41', '４６人,41', '3:29 [S07] 这一格只写阿拉伯数字，不带单位，不用全角 → 写成 46'],
  ['a list for a text', NEWS, 'source: 镇党建办', 'source:\n  - 镇党建办', '5:1 [S02] 应当是文字，现在是列表 → 不用“- ”和方括号，接在字段名后面，写成 镇党建办'],
  ['a text for a list', EVENT, '[春耕, 农机]', '春耕、农机', '8:11 [S02] 应当是列表，现在是连在一起的文字 → 写成 [春耕, 农机]'],
  ['items without a dash', EVENT, 'events:\n  - kind', 'events:\n    kind', '15:1 [S02] 应当是列表，现在每项前面没有“- ”'],
  ['yes in Chinese', SITE, 'demo: true', 'demo: 是', '2:7 [S02] 应当是 true（是）或 false（否），现在是文字 → 写成 true'],
  ['no in English', SITE, 'demo: true', 'demo: no', '2:7 [S02] 应当是 true（是）或 false（否），现在是文字 → 写成 false'],
  ['null', NEWS, 'source: 镇党建办', 'source: null', '5:9 [S01] “null”在这里的意思是“空” → 换成要写的内容'],
  ['a lost first digit', SITE, 'phone: 0000-8765432', 'phone: 08765432', '11:10 [S02] 应当是文字，现在被当成了数字，开头的 0 会丢 → 给它加上英文引号，写成 "08765432"'],
  ['a moment without a year', NEWS, 'date: 2026-03-12', 'date: 3月12日 09:40', '4:7 [S06] 少了年份，看不出是哪一年'],
  ['a day without a year', NEWS, 'date: 2026-03-12', 'date: 3-12', '4:7 [S06] 少了年份，看不出是哪一年'],
  ['a day with a weekday', NEWS, 'date: 2026-03-12', 'date: 2026-03-12（星期四）', '4:7 [S06] 日期后面多了“（星期四）” → 写成 2026-03-12；'],
  ['an hour in the morning', NEWS, 'date: 2026-03-12', 'date: 2026-03-12 上午9点', '4:7 [S06] 日期后面的时间写法不对，应是 24 小时制的“时:分” → 写成 2026-03-12 09:00'],
  ['an hour in the afternoon', NEWS, 'date: 2026-03-12', 'date: 2026年3月12日下午3点半', '4:7 [S06] 日期的写法不对，要写成“年-月-日”，月和日都是两位 → 写成 2026-03-12 15:30'],
  ['a field moved in', NEWS, '\nsource: ', '\n source: ', '5:2 [Y11] 上一行已经写了内容，这一行又多缩进了'],
  ['a field moved out', EVENT, '    on: 2026-03-04\n', '   on: 2026-03-04\n', '17:4 [Y11] 这一行缩进少了'],
  ['an open brace', NEWS, 'by: 镇党建办主任 }\n  reviewed', 'by: 镇党建办主任\n  reviewed', '10:13 [Y11] 这一行的括号只有开头、没有结尾 → 在这一行末尾补上 } 或 ]'],
  ['full-width braces', NEWS, '{ on: 2026-03-12, by: 镇党建办主任 }', '｛ on: 2026-03-12， by: 镇党建办主任 ｝', '10:13 [Y08] 花括号是全角的 → 换成英文花括号和英文逗号，写成 { on: 2026-03-12, by: 镇党建办主任 }'],
  ['a bracket that opens a title', NEWS, 'title: 党课', 'title: [党课]', '2:8 [Y09] 内容以“[”开头，会被当成列表'],
  ['a star for an item', SITE, '  - id: organization', '  * id: organization', '16:3 [Y13] “*”在这里不算列表的一项 → 换成英文短横线加一个空格'],
  ['no fence above', NEWS, '---\ntitle', 'title', '1:1 [Y01] 字段上面缺少开头的“---” → 在文件的最上面加一行 ---'],
  ['long dashes above', NEWS, '---\ntitle', '———\ntitle', '1:1 [Y01] 这一行不是三个英文短横线'],
  ['four dashes below', NEWS, '}\n---\n', '}\n----\n', '13:1 [Y01] 这一行不是三个英文短横线'],
  ['dots below', NEWS, '}\n---\n', '}\n...\n', '13:1 [Y01] 这一行不是三个英文短横线'],
  ['no fence below', NEWS, '}\n---\n', '}\n', '12:3 [Y01] 字段和正文之间缺少结束的“---”'],
  ['fields twice', NEWS, '}\n---\n', '}\n---\n\n---\ncolumn: organization\n---\n', '15:1 [Y01] 这里又有一段字段，读者会在正文里看到'],
  ['a title above a table', MEETINGS, '日期,', '石桥村会议,,,,,,,,\n日期,', '1:1 [Y12] 第一行应当是表头，这一行不是 → 把表头放在第一行，上面不要有标题：日期,类型'],
]; // prettier-ignore

describe('a slip is told in one message', () => {
  it.each(SLIPS)('%s', (_what, file, from, to, said) => {
    const messages = saidOf(file, (text) => {
      expect(text).toContain(from);
      return text.replace(from, () => to);
    });
    expect(messages).toEqual([expect.stringContaining(said)]);
  });

  it.each([
    [SITE, '从备份里找回来'],
    ['content/terms.yaml', '不需要这个文件就删掉'],
    ['content/people.yaml', '不需要这个文件就删掉'],
    ['content/exceptions.yaml', '不需要这个文件就删掉'],
  ])('%s without a word', (file, fix) => {
    for (const text of ['', '\n', '# 备注\n'])
      expect(saidOf(file, () => text)).toEqual([expect.stringMatching(`^1:1 \\[S01\\] 这个文件里没有内容.*${fix}`)]);
  });

  it('a table without a word', () => {
    expect(saidOf(MEETINGS, () => '')).toEqual([expect.stringContaining('1:1 [Y12] 这个表格是空的')]);
  });

  it.each([
    ['a byte order mark', (text: string): string => `\uFEFF${text}`],
    ['line ends of Windows', (text: string): string => text.replaceAll('\n', '\r\n')],
    ['a remark behind a value', (text: string): string => text.replace('source: 镇党建办', 'source: 镇党建办 # 王主任定')],
    ['a rule between two paragraphs', (text: string): string => `${text}\n\n---\n\n第二段。\n\n---\n\n第三段。\n`],
  ])('nothing is said of %s', (_what, change) => {
    expect(saidOf(NEWS, change)).toEqual([]);
  });
});
