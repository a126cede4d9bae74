import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Misuse } from '../src/authoring/misuse.ts';
import { checkContent } from '../src/checks/report.ts';
import { describeFields, fieldName } from '../src/checks/field-node.ts';
import { publicationSheet, type SheetSide } from '../src/derive/sheet.ts';
import { today } from '../src/lib/clock.ts';
import { baseFiles, filesAt, mergeBase } from '../src/loader/base-files.ts';
import { git } from '../src/loader/git.ts';
import { readContent, toContent } from '../src/loader/read-content.ts';
import { sheetHtml, sheetText } from '../src/outputs/publication-sheet.ts';
import { collections, type CollectionName } from '../src/schemas/index.ts';
import { isDay } from '../src/schemas/dates.ts';
import { runCommand } from './command.ts';

const USAGE = `用法：npm run sheet -- <分支或提交> [选项]
  与它相比，这次改动会让读者看到什么变化：页面、订阅、数字、承诺
  --out 文件           发布单网页写到哪里（默认 .cache/sheet.html）
  --today 2026-03-05   按这一天计算（默认是今天，北京时间）
  --root 文件夹        content/ 所在的文件夹（默认是当前文件夹）`;

/** A mistake in the command or in the content; the text is for the clerk. */
function sideOf(root: string, whose: string): SheetSide {
  const source = readContent(root);
  const content = toContent(source);
  if (content === undefined) throw new Misuse(`${whose}的 site.yaml 读不出来，先运行 npm run validate 改好`);
  return { content, bodies: new Map(source.entries.map(({ collection, id, body }) => [`${collection}/${id}`, body])) };
}

/** The content as it stands at a commit: only the texts, laid out in a folder that is removed again. */
function sideAt(root: string, commit: string): SheetSide {
  const names = (git(root, 'ls-tree', '-r', '-z', '--name-only', commit, '--', 'content') ?? '').split('\0');
  const folder = mkdtempSync(join(tmpdir(), 'mingbang-sheet-'));
  try {
    mkdirSync(join(folder, 'content'));
    const texts = names.filter((name) => /\.(mdx|ya?ml|csv)$/.test(name));
    for (const [path, text] of filesAt(root, commit, texts)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return sideOf(folder, '原来');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const nodes = new Map<string, ReturnType<typeof describeFields>>();

/** The Chinese name of a field: `摘要（summary）`. */
function nameOf(collection: string, key: string): string {
  const node = nodes.get(collection) ?? describeFields(collections[collection as CollectionName].schema);
  nodes.set(collection, node);
  return fieldName(node, {}, [key]) ?? key;
}

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
  const sheet = publicationSheet(sideAt(root, commit), sideOf(root, '现在'), day, nameOf);
  const { findings, context } = await checkContent({ root, today: day, base: baseFiles(root, ref) });
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const changed = (git(root, 'status', '--porcelain', '--', 'content') ?? '') === '' ? '' : '（还有没提交的改动）';
  const head = {
    site: context.content?.site.name ?? '',
    today: day,
    base: `${ref} ${commit.slice(0, 8)}`,
    head: `${(git(root, 'rev-parse', 'HEAD') ?? '').slice(0, 8)}${changed}`,
    errors: count('error'),
    warnings: count('warning'),
  };
  const out = resolve(root, values.out);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, sheetHtml(sheet, head));
  console.log(`${sheetText(sheet, head)}\n\n可以打印签字的一页：${values.out}`);
}

await runCommand(USAGE, main);
