import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { confirm } from '@clack/prompts';
import { Misuse } from '../src/authoring/misuse.ts';
import { starterFiles } from '../src/authoring/starter.ts';
import { askTownship } from '../src/authoring/township.ts';
import { checkContent } from '../src/checks/report.ts';
import { consoleReport } from '../src/checks/reporters/console.ts';
import { lineReader } from '../src/checks/source-lines.ts';
import { today } from '../src/lib/clock.ts';
import { git } from '../src/loader/git.ts';
import { readContent } from '../src/loader/read-content.ts';
import { runCommand, terminalOf } from './command.ts';

const USAGE = `用法：npm run init            一项一项地问
      npm run init -- [选项]  选项里写了的就不再问
把示例换成本乡镇的空架子：示例的文章、支部、报告全部搬走（搬到 tests/sample/，只供程序自检用），换上本乡镇的名称和待填的草稿。
  --township 柳河镇     乡镇名称
  --county 云山省清水县  所属县区
  --url 网址           还没批下来可以不写
  --office 办公室      默认是“××镇党群服务中心”
  --phone 0000-1234567 办公电话
  --address 地址
  --hours 办公时间     默认是 周一至周五 8:30–12:00，14:30–17:30
  --village 村         可以写几个
  --industry 产业      可以写几个
  --branch 党支部      简称，可以写几个
  --yes                不再确认
  --root 文件夹        content/ 所在的文件夹（默认是当前文件夹）`;

const VALUE = { type: 'string' } as const;
const VALUES = { type: 'string', multiple: true } as const;
/** Stays: it is about the folder, not about a township. */
const KEPT = 'README.md';
/** Where the sample goes on being what the tests of the program read. */
const SAMPLE = 'tests/sample';

/** Only a sample that can be got back is emptied. */
function refuseWhatCannotBeUndone(root: string): string {
  const site = readContent(root).site;
  if ((site?.yaml?.value as { demo?: unknown } | undefined)?.demo !== true)
    throw new Misuse('content/site.yaml 里没有 demo: true，这已经不是示例内容，不能清空');
  const changes = git(root, 'status', '--porcelain', '--', 'content');
  if (changes === undefined)
    throw new Misuse('这里没有 git 的提交记录，清空以后找不回来 → 先运行 git init，再 git add . 和 git commit -m 初始');
  if (changes !== '') throw new Misuse(`content/ 里有还没提交的改动，先提交或者撤回：\n${changes}`);
  return site?.text ?? '';
}

function writeFiles(root: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** The starter is checked beside the sample before anything is removed. True when the gate has no objection. */
async function passesGate(root: string, files: ReadonlyMap<string, string>): Promise<boolean> {
  const scratch = mkdtempSync(join(tmpdir(), 'mingbang-init-'));
  try {
    writeFiles(scratch, files);
    if (existsSync(join(root, 'content', KEPT))) cpSync(join(root, 'content', KEPT), join(scratch, 'content', KEPT));
    const { context, ...report } = await checkContent({ root: scratch, today: today() });
    console.log(consoleReport(report, lineReader(context.source), false));
    return report.findings.every(({ severity }) => severity !== 'error');
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** The sample leaves content/ whole, so that the tests of the program mean the same after the takeover. */
function moveSampleAway(root: string): void {
  const [content, sample] = [join(root, 'content'), join(root, SAMPLE, 'content')];
  rmSync(sample, { recursive: true, force: true });
  mkdirSync(dirname(sample), { recursive: true });
  renameSync(content, sample);
  mkdirSync(content);
  if (existsSync(join(sample, KEPT))) renameSync(join(sample, KEPT), join(content, KEPT));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...{ township: VALUE, county: VALUE, url: VALUE, office: VALUE, phone: VALUE, address: VALUE, hours: VALUE },
      ...{ village: VALUES, industry: VALUES, branch: VALUES },
      root: { type: 'string', default: '.' },
      yes: { type: 'boolean', default: false },
    },
  });
  const root = resolve(values.root);
  const sample = refuseWhatCannotBeUndone(root);
  const terminal = terminalOf();
  const given = Object.fromEntries(Object.entries(values).map(([flag, value]) => [flag, [value].flat().map(String)]));
  const township = await askTownship(given, terminal);
  const files = starterFiles(sample, township, today());
  if (!(await passesGate(root, files))) throw new Misuse('按这些回答做出来的内容通不过核对，没有动 content/；请照上面说的改回答');
  const question = `要把 content/ 里的全部示例搬到 ${SAMPLE}/，换成${township.township}的空架子吗？`;
  const agreed =
    values.yes ||
    (terminal !== undefined &&
      (await confirm({ ...terminal, message: question, active: '要', inactive: '不要', initialValue: false })) === true);
  if (!agreed) throw new Misuse('没有确认，什么也没有动；确认要换，加上 --yes');
  moveSampleAway(root);
  writeFiles(root, files);
  console.log(`\n已经换成${township.township}的空架子：${[...files.keys()].join('、')}
示例搬到了 ${SAMPLE}/：它不上网，只供 npm test 检查程序用，跟这次改动一起提交。
接下来：
  1. 打开 content/site.yaml 从头看一遍；备案号、标识码照批复填，没有的不写
  2. 把支部和常设页草稿里的【】填好，删掉 draft: true 那一行
  3. 县里今年的“五好”标准放进 content/standards/年份.yaml，再在 site.yaml 里写 standard: 年份
  4. 运行 npm run validate 和 npm run dev，满意了再提交`);
}

await runCommand(USAGE, main);
