import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Misuse } from '../src/authoring/misuse.ts';
import { checkContent } from '../src/checks/report.ts';
import { publicationSheet } from '../src/derive/sheet/publication-sheet.ts';
import { today } from '../src/lib/clock.ts';
import { baseFiles, mergeBase } from '../src/loader/base-files.ts';
import { changedElsewhere, fileChanges } from '../src/loader/file-changes.ts';
import { git } from '../src/loader/git.ts';
import { sheetHtml, sheetText } from '../src/outputs/publication-sheet.ts';
import { isDay } from '../src/schemas/dates.ts';
import { runCommand } from './command.ts';
import { nameOf, sideAt, sideOf } from './sheet-sides.ts';

const USAGE = `用法：npm run sheet -- <分支或提交> [选项]
  与它相比，这次改动会让读者看到什么变化：页面、订阅、数字、承诺
  --out 文件           发布单网页写到哪里（默认 .cache/sheet.html）
  --today 2026-03-05   按这一天计算（默认是今天，北京时间）
  --root 文件夹        content/ 所在的文件夹（默认是当前文件夹）`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: '.cache/sheet.html' },
      today: { type: 'string' },
      root: { type: 'string', default: '.' },
    },
  });
  const [ref] = positionals;
  if (ref === undefined) {
    console.log(USAGE);
    return;
  }
  const root = resolve(values.root);
  const day = values.today ?? today();
  if (!isDay(day)) throw new Misuse(`“${day}”不是日期，要写成 2026-03-05 的样子`);
  const commit = mergeBase(root, ref);
  if (commit === undefined || commit === '')
    throw new Misuse(`git 里找不到“${ref}”，没法比较；先运行 git fetch，或者写别的分支名`);
  const sheet = publicationSheet(
    { before: sideAt(root, commit), after: sideOf(root, '现在') },
    fileChanges(root, commit),
    day,
    nameOf,
  );
  const { findings, context } = await checkContent({ root, today: day, base: baseFiles(root, ref) });
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const changed = (git(root, 'status', '--porcelain', '--', 'content') ?? '') === '' ? '' : '（还有没提交的改动）';
  const head = {
    site: context.content?.site.name ?? '',
    today: day,
    base: `${ref} ${commit.slice(0, 8)}`,
    head: `${(git(root, 'rev-parse', 'HEAD') ?? '').slice(0, 8)}${changed}`,
    elsewhere: changedElsewhere(root, commit).length,
    errors: count('error'),
    warnings: count('warning'),
  };
  const out = resolve(root, values.out);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, sheetHtml(sheet, head));
  console.log(`${sheetText(sheet, head)}\n\n可以打印签字的一页：${values.out}`);
}

await runCommand(USAGE, main);
