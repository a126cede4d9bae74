import { about, type FieldRecord } from '../records.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';
import { suggestTarget, type Target } from '../targets.ts';

const WHERE: Record<string, string> = {
  news: 'content/news/ 里的文件夹',
  branches: 'content/branches/ 里的文件夹',
  cooperatives: 'content/cooperatives/ 里的文件夹',
  reports: 'content/reports/ 里的文件夹',
  standards: 'content/standards/ 里的文件',
  columns: 'site.yaml 的 columns',
  villages: 'site.yaml 的 villages',
  industries: 'site.yaml 的 industries',
};

const LIST_UP_TO = 12;

function remedy(targets: readonly Target[], written: string, where: string): string {
  const guess = suggestTarget(targets, written);
  if (guess !== undefined) return `${guess.names[0] === undefined ? '' : `${guess.names[0]}的编号是 ${guess.id}，`}写成 ${guess.id}`;
  if (targets.length === 0) return `先在${where}建立它`;
  const ids = targets.map(({ id }) => id);
  return ids.length > LIST_UP_TO ? `到${where}里查编号` : `可用的编号：${ids.join('、')}`;
}

function check(record: FieldRecord, { targets }: GateContext): RuleFinding[] {
  return record.fields.flatMap(({ node: { reference }, value, path }) => {
    if (reference === undefined || typeof value !== 'string' || value === '') return [];
    const known = targets[reference];
    if (known === undefined || known.some(({ id }) => id === value)) return [];
    const where = WHERE[reference] ?? '';
    return [about(record, path, { why: `没有这个编号（对照${where}）`, fix: remedy(known, value, where) })];
  });
}

/** Ids of entries, columns, villages and industries that do not exist. */
export const references: Rule = {
  id: 'R01',
  title: '引用的编号不存在',
  severity: 'error',
  basis: '条目之间用编号相互引用，页面上的链接和统计都靠它',
  check: (context) => context.records.flatMap((record) => check(record, context)),
};
