import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { Misuse } from '../src/authoring/misuse.ts';
import { applyEdits } from '../src/checks/fixes.ts';
import { checkContent, type GateReport } from '../src/checks/report.ts';
import { githubAnnotations, gitlabReport } from '../src/checks/reporters/annotations.ts';
import { consoleReport } from '../src/checks/reporters/console.ts';
import { jsonReport } from '../src/checks/reporters/json.ts';
import type { Finding } from '../src/checks/rule.ts';
import { lineReader } from '../src/checks/source-lines.ts';
import { baseFiles, type BaseFiles } from '../src/loader/base-files.ts';
import { ciBase, pushedTo } from '../src/loader/ci-base.ts';
import { KeptParses } from '../src/loader/kept-parses.ts';
import { stagedContent } from '../src/loader/staged-files.ts';
import { today } from '../src/lib/clock.ts';
import { coverPersonalData } from '../src/lib/personal-data.ts';
import { isDay } from '../src/schemas/dates.ts';
import { runCommand } from './command.ts';

const USAGE = `用法：npm run validate -- [文件或文件夹…] [选项]
  --today 2026-03-05   按这一天检查（默认是今天，北京时间）
  --staged             只检查 git add 过的（提交前的检查就是它），按将要提交的内容，不看文件夹里还没 add 的
  --production         按正式发布的要求检查
  --fix                把标点、错字里可以放心改的直接改好（只改正文）
  --base 分支          与这个分支比较：已公布的内容改了要有更正说明，公布过的网址要还在，台账只能接着写；
                       写 auto 就比较要合并到的分支，没有就不比较
  --json               输出 JSON
  --gitlab 文件名      另写一份 GitLab 代码质量报告
  --repository 文件夹  提交记录在哪里（默认与 --root 相同）
  --root 文件夹        content/ 所在的文件夹（默认是当前文件夹）
  --help               显示这段说明`;

function readOptions() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      today: { type: 'string' },
      staged: { type: 'boolean', default: false },
      production: { type: 'boolean', default: false },
      fix: { type: 'boolean', default: false },
      base: { type: 'string' },
      repository: { type: 'string' },
      json: { type: 'boolean', default: false },
      gitlab: { type: 'string' },
      root: { type: 'string', default: '.' },
    },
  });
  return { ...values, paths: positionals };
}

function pathsFrom(root: string, paths: readonly string[]): string[] {
  return paths.map((path) => {
    const absolute = [resolve(root, path), resolve(path)].find((candidate) => existsSync(candidate));
    if (absolute === undefined) throw new Misuse(`找不到“${path}”`);
    const fromRoot = relative(root, absolute).split(sep).join('/');
    if (!/^content(\/|$)/.test(fromRoot)) throw new Misuse(`“${path}”不在 content/ 里，只能检查 content/ 里的文件`);
    return fromRoot;
  });
}

async function main(): Promise<number> {
  const options = readOptions();
  const root = resolve(options.root);
  const day = options.today ?? today();
  if (!isDay(day)) throw new Misuse(`“${day}”不是日期，要写成 2026-03-05 的样子`);
  const content = resolve(root, 'content');
  if (!options.staged && !(existsSync(content) && statSync(content).isDirectory()))
    throw new Misuse(`在“${options.root}”里找不到 content 文件夹`);
  if (options.staged && options.fix) throw new Misuse('--fix 改的是文件夹里的文件，不能和 --staged 一起用');
  const kept = options.staged ? new KeptParses() : undefined;
  const staged = kept && stagedContent(root, (hash) => kept.has(hash));
  if (options.staged && staged === undefined) throw new Misuse('这里没有 git 仓库，没有 git add 过的内容可以检查');
  const repository = resolve(options.repository ?? root);
  const base = readBase(repository, options.base, options.staged);
  const gate = {
    root,
    today: day,
    production: options.production,
    repository,
    base,
    kept,
    paths: pathsFrom(root, options.paths),
    ...staged,
  };
  if (options.fix) fixFiles(root, (await checkContent(gate)).findings);
  const { context, ...report } = await checkContent(gate);
  kept?.save();
  if (options.gitlab !== undefined) writeFileSync(options.gitlab, gitlabReport(report.findings));
  print(report, options.json, lineReader(context.source));
  return report.findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** What stood in the branch that is compared with. A build server may know of none; a person who names one means it. */
function readBase(repository: string, wanted: string | undefined, staged: boolean): BaseFiles | undefined {
  if (wanted === undefined) return undefined;
  const auto = wanted === 'auto';
  const ref = auto ? ((staged ? pushedTo(repository) : undefined) ?? ciBase(repository, process.env)) : wanted;
  const base = ref === undefined ? undefined : baseFiles(repository, ref, staged ? 'index' : 'folder');
  if (base === undefined && !auto) throw new Misuse(`git 里找不到“${wanted}”，没法比较；先运行 git fetch，或者写别的分支名`);
  // Who commits for the first time has nothing to compare with, and need not hear of it.
  if (base === undefined && !staged)
    console.error(
      '没有可以比较的分支，已公布的内容改了有没有更正说明（D06）、网址还在不在（D08）、台账和会议记录有没有改（D09、D10）没有核对；要核对，先运行 git fetch。',
    );
  return base;
}

/** Writes the corrections that need no second thought, and says each. */
function fixFiles(root: string, findings: readonly Finding[]): void {
  const byFile = Map.groupBy(
    findings.filter(({ edit }) => edit !== undefined),
    ({ file }) => file,
  );
  let count = 0;
  for (const [file, wanted] of byFile) {
    const path = resolve(root, file);
    const { text, made } = applyEdits(readFileSync(path, 'utf8'), wanted);
    if (made.length > 0) writeFileSync(path, text);
    count += made.length;
    for (const { line, column, edit } of made)
      console.error(coverPersonalData(`已改 ${file}:${line}:${column} “${edit?.from ?? ''}” → “${edit?.to ?? ''}”`));
  }
  console.error(count === 0 ? '没有可以直接改的。' : `一共改了 ${count} 处，请看一遍再提交。`);
}

function print(report: GateReport, json: boolean, lineOf: ReturnType<typeof lineReader>): void {
  if (json) {
    console.log(jsonReport(report));
    return;
  }
  const colour = process.stdout.isTTY && !process.env.NO_COLOR;
  console.log(consoleReport(report, lineOf, colour));
  if (process.env.GITHUB_ACTIONS === 'true' && report.findings.length > 0) console.log(githubAnnotations(report.findings));
}

await runCommand(USAGE, main);
