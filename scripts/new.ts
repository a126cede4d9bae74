import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createEntry } from '../src/authoring/create-entry.ts';
import { entryKinds } from '../src/authoring/kinds.ts';
import { Misuse } from '../src/authoring/misuse.ts';
import { today } from '../src/lib/clock.ts';
import { readContent, toContent } from '../src/loader/read-content.ts';
import { blanksIn } from '../src/schemas/blank.ts';
import { runCommand, terminalOf } from './command.ts';

const USAGE = `用法：npm run new            一项一项地问
      npm run new -- [选项]  选项里写了的就不再问
  --kind 种类          ${entryKinds.map(({ title }) => title).join('、')}
  --title 标题         党支部和产业写全称
  --date 2026-03-05    默认是今天（北京时间）
  --year 2026          哪一年的报告
  --column 栏目        栏目的名称或编号
  --branch 支部        支部的简称或编号，可以写几个
  --photo 文件         照片，可以写几个；会自动转正、缩小、去掉拍摄信息
  --alt 文字           照片里是谁在哪里做什么，与 --photo 一一对应
  --slug 文件夹名      默认取标题的拼音
  --root 文件夹        content/ 所在的文件夹（默认是当前文件夹）`;

const VALUE = { type: 'string' } as const;
const VALUES = { type: 'string', multiple: true } as const;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...{ kind: VALUE, title: VALUE, date: VALUE, year: VALUE, column: VALUE, slug: VALUE },
      ...{ branch: VALUES, photo: VALUES, alt: VALUES },
      root: { type: 'string', default: '.' },
    },
  });
  const root = resolve(values.root);
  const content = toContent(readContent(root));
  if (content === undefined) throw new Misuse('content/site.yaml 读不出来，先运行 npm run validate 改好');
  const { folder, files, text } = await createEntry(content, {
    root,
    cwd: process.cwd(),
    today: today(),
    given: Object.fromEntries(Object.entries(values).map(([flag, value]) => [flag, [value].flat().map(String)])),
    terminal: terminalOf(),
  });
  const live = text.split('\n').filter((line) => !/^\s*#/.test(line));
  console.log(`已新建 ${folder}/（${files.join('、')}），还有 ${blanksIn(live.join('\n')).length} 处要填。
接下来：
  1. 用记事本或 VS Code 打开 ${folder}/index.mdx（VS Code：code ${folder}/index.mdx），把【】换成内容
  2. 运行 npm run validate，没填的、填错的会一条条指出来
  3. 运行 npm run dev 看样子`);
}

await runCommand(USAGE, main);
