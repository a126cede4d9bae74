import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Misuse } from '../src/authoring/misuse.ts';
import { reconcile, type ReconcileRow } from '../src/derive/reconcile/index.ts';
import { today } from '../src/lib/clock.ts';
import { alignColumns } from '../src/lib/text-width.ts';
import { readContent, toContent } from '../src/loader/read-content.ts';
import { isDay } from '../src/schemas/dates.ts';
import { runCommand } from './command.ts';

const USAGE = `用法：npm run reconcile -- [选项]
  --year 2025          只看这一年
  --figure 数字编号    只看这个数字，并列出算出它的每一条
  --today 2026-03-05   按这一天计算（默认是今天，北京时间）
  --json               输出 JSON
  --root 文件夹        content/ 所在的文件夹（默认是当前文件夹）`;

const readOptions = () =>
  parseArgs({
    options: {
      year: { type: 'string' },
      figure: { type: 'string' },
      today: { type: 'string' },
      json: { type: 'boolean', default: false },
      root: { type: 'string', default: '.' },
    },
  }).values;

const HEADINGS = ['结果', '年度', '条目', '数字', '核对', '写的', '算的', '依据'];

const cells = ({ verdict, year, id, figure, label, check, claimed, computed, basis }: ReconcileRow): string[] => [
  verdict,
  String(year),
  figure === undefined ? id : `${id} ${figure}`,
  label,
  check,
  claimed,
  computed,
  basis,
];

function print(rows: readonly ReconcileRow[], detailed: boolean): void {
  console.log(alignColumns([HEADINGS, ...rows.map(cells)]).join('\n'));
  for (const row of rows) {
    if (!detailed || row.check !== '指标') continue;
    console.log(`\n${row.label}：${row.computed}`);
    const line = (state: string) => (entry: ReconcileRow['entries'][number]) => [
      state,
      String(entry.amount),
      entry.on ?? '',
      entry.group ?? '',
      `${entry.collection}/${entry.id}`,
      entry.label ?? '',
    ];
    const lines = [...row.entries.map(line('计入')), ...row.excluded.map(line('没计入')), ...row.hidden.map(line('没公开'))];
    console.log(alignColumns(lines).join('\n'));
  }
  const count = (verdict: ReconcileRow['verdict']): number => rows.filter((row) => row.verdict === verdict).length;
  console.log(
    `\n共核对 ${String(rows.length)} 处：${String(count('一致'))} 处一致，${String(count('有出处'))} 处写明出处，` +
      `${String(count('提醒'))} 处提醒，${String(count('不一致'))} 处不一致。`,
  );
}

function main(): number {
  const { year, figure, today: day = today(), json, root } = readOptions();
  if (!isDay(day)) throw new Misuse(`“${day}”不是日期，要写成 2026-03-05 的样子`);
  if (year !== undefined && !/^\d{4}$/.test(year)) throw new Misuse(`“${year}”不是年份，要写成 2025 的样子`);
  if (!existsSync(join(root, 'content'))) throw new Misuse('找不到 content 文件夹');
  const content = toContent(readContent(root));
  if (content === undefined) throw new Misuse('site.yaml 里有错，先用 npm run validate 检查');
  const rows = reconcile(content, day).filter(
    (row) => (year === undefined || row.year === Number(year)) && (figure === undefined || row.figure === figure),
  );
  if (json) console.log(JSON.stringify(rows, undefined, 2));
  else print(rows, figure !== undefined);
  return rows.some(({ verdict }) => verdict === '不一致') ? 1 : 0;
}

await runCommand(USAGE, main);
