import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Misuse } from '../src/authoring/misuse.ts';
import { entryKinds } from '../src/authoring/kinds.ts';
import type { Finding } from '../src/checks/rule.ts';
import { checkContent } from '../src/checks/report.ts';
import { sentence } from '../src/checks/reporters/console.ts';
import { importEntry, type Imported } from '../src/importing/import-entry.ts';
import { importSummary } from '../src/importing/summary.ts';
import { today } from '../src/lib/clock.ts';
import { readContent, toContent } from '../src/loader/read-content.ts';
import { blanksIn } from '../src/schemas/blank.ts';
import { runCommand, terminalOf } from './command.ts';

const USAGE = `用法：npm run import -- 文件.docx 或 文件.txt [选项]
  把 Word、WPS 或记事本的稿子变成网站上的一篇；标题和日期从稿子里认，认不出就问
  --kind 种类          ${entryKinds.map(({ title }) => title).join('、')}（默认按标题猜，猜不出就是动态）
  --title 标题         稿子里认出来的不对，或者没有时用
  --date 2026-03-05    稿子里没有落款日期，或者要用别的日期时用
  --year 2026          哪一年的报告
  --column 栏目        栏目的名称或编号
  --slug 文件夹名      默认取标题的拼音
  --out 文件夹         不放进 content/，写到这个新文件夹里看一看
  --root 文件夹        content/ 所在的文件夹（默认是当前文件夹）`;

const VALUE = { type: 'string' } as const;
/** From so many on, findings of one kind are put together. */
const MOST_SINGLY = 5;

function readFile(path: string): Uint8Array {
  if (!existsSync(path)) throw new Misuse(`找不到文件“${path}” → 看看文件名写对了没有；名字里有空格的，两头加英文引号`);
  if (!statSync(path).isFile()) throw new Misuse(`“${path}”是文件夹，要写一个 .docx 或 .txt 文件`);
  return readFileSync(path);
}

/** What the gate says of the new entry, but for its blanks, which the summary counts. */
async function findings(root: string, { folder, state }: Imported): Promise<string[]> {
  const found = (await checkContent({ root, today: today(), paths: [folder] })).findings.filter(
    ({ rule, value = '' }) => rule !== 'S08' && blanksIn(value).length === 0,
  );
  if (state === 'same' || found.length === 0) return [];
  const lines = [...Map.groupBy(found, ({ rule }) => rule).values()].flatMap((same) =>
    same.length > MOST_SINGLY && new Set(same.map(({ why }) => why)).size === 1
      ? [together(same)]
      : same.map((finding) => `${at(finding)} ${sentence(finding)}`),
  );
  return [
    '顺便查了一遍，这些地方要看：',
    ...lines.map((line) => `  - ${line.slice(line.startsWith(folder) ? folder.length + 1 : 0)}`),
  ];
}

const at = ({ file, line, rule }: Finding): string => `${file}:${String(line)} [${rule}]`;

/** A report has a hundred numbers: the same thing is said once, with all its places. */
function together(same: readonly Finding[]): string {
  const [first] = same;
  if (first === undefined) return '';
  const places = [...Map.groupBy(same, ({ line }) => line)].map(
    ([line, values]) => `第 ${String(line)} 行 ${values.map(({ value = '' }) => value).join('、')}`,
  );
  return `${first.file} [${first.rule}] ${first.why}，共 ${String(same.length)} 处 → ${first.fix}\n      ${places.join('\n      ')}`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      ...{ kind: VALUE, title: VALUE, date: VALUE, year: VALUE, column: VALUE, slug: VALUE, out: VALUE },
      root: { type: 'string', default: '.' },
    },
  });
  const [path, ...more] = positionals;
  if (path === undefined) {
    console.log(USAGE);
    return;
  }
  if (more.length > 0) throw new Misuse('一次导入一个文件；文件名里有空格的，两头加英文引号');
  const root = resolve(values.root);
  const content = toContent(readContent(root));
  if (content === undefined) throw new Misuse('content/site.yaml 读不出来，先运行 npm run validate 改好');
  const { out, ...flags } = values;
  const imported = await importEntry(content, readFile(resolve(path)), {
    root,
    cwd: process.cwd(),
    given: Object.fromEntries(Object.entries(flags).map(([flag, value]) => [flag, [value]])),
    terminal: terminalOf(),
    out,
  });
  console.log(importSummary(imported));
  if (out !== undefined || imported.state === 'same') return;
  const found = await findings(root, imported);
  if (found.length > 0) console.log(found.join('\n'));
  console.log(`接下来：
  1. 用记事本或 VS Code 打开 ${imported.folder}/index.mdx，把【】换成内容，对照原稿看一遍
  2. 运行 npm run validate，没填的、填错的会一条条指出来
  3. 运行 npm run dev 看样子`);
}

await runCommand(USAGE, main);
