import type { CsvProblem } from '../../loader/csv-source.ts';
import { headingsOf } from '../../loader/csv-source.ts';
import type { CompanionSource, EntrySource } from '../../loader/read-content.ts';
import { collections, type Companion } from '../../schemas/index.ts';
import { nearest } from '../../schemas/nearest.ts';
import type { Rule, RuleFinding } from '../rule.ts';

type Message = Pick<RuleFinding, 'why' | 'fix' | 'value'>;

function wording({ kind, value }: CsvProblem, headings: string[]): Message {
  switch (kind) {
    case 'unknown-column': {
      const guess = nearest(value, headings);
      return { why: `表头里没有“${value}”这一列`, fix: guess === undefined ? `删掉这一列；可用的表头：${headings.join('、')}` : `是不是想写“${guess}”` };
    }
    case 'missing-column':
      return { why: `表头缺少“${value}”这一列`, fix: `在第一行补上“${value}”，并把这一列填好` };
    case 'repeated-column':
      return { why: `表头里“${value}”出现了两次`, fix: '留一列，删掉另一列' };
    case 'cells':
      return { value, why: '这一行的格子比表头多，多半是内容里的英文逗号把一格分成了两格', fix: '内容里改用中文逗号，或者给那一格加上英文双引号' };
    case 'separator':
      return { why: `各列之间用了“${value === '\t' ? 'Tab' : value}”，分不开`, fix: '在 WPS 表格里“另存为”CSV（逗号分隔）；手写时用英文逗号' };
    case 'syntax':
      return { why: '从这一行起表格读不出来，多半有一个英文双引号没有成对', fix: '补上或删掉多余的英文双引号' };
  }
}

function ofTable({ file, text, csv }: CompanionSource, { item }: Companion): RuleFinding[] {
  const headings = [...headingsOf(item).keys()];
  const problems = csv?.problems ?? [];
  // A title above the table, or no headings at all: said once, not for every column.
  const nothingKnown = csv?.columns.every(({ key }) => key === '') === true && problems.every(({ kind }) => kind !== 'separator' && kind !== 'syntax');
  if (nothingKnown)
    return [{ file, line: 1, column: 1, why: text.trim() === '' ? '这个表格是空的' : '第一行应当是表头，这一行不是', fix: `把表头放在第一行，上面不要有标题：${headings.join(',')}` }];
  // A mistyped heading is unknown and leaves the right one missing: said once.
  const meant = new Set(problems.filter(({ kind }) => kind === 'unknown-column').map(({ value }) => nearest(value, headings)));
  return problems
    .filter(({ kind, value }) => kind !== 'missing-column' || !meant.has(value))
    .map((problem) => ({ file, line: problem.line, column: problem.column, ...wording(problem, headings) }));
}

function ofList({ file, yaml }: CompanionSource): RuleFinding[] {
  const fine = yaml === undefined || yaml.problems.length > 0 || yaml.value === null || yaml.value === undefined || Array.isArray(yaml.value);
  return fine ? [] : [{ file, line: 1, column: 1, why: '这个文件应当是一张清单', fix: '每一条前面写“- ”，下面的字段缩进两格' }];
}

function check({ collection, companions }: EntrySource): RuleFinding[] {
  const known: Record<string, Companion> = collections[collection].companions;
  return companions.flatMap((beside) => {
    const companion = known[beside.name];
    if (companion === undefined || beside.encoding === 'binary') return [];
    return companion.format === 'csv' ? ofTable(beside, companion) : ofList(beside);
  });
}

/** The form of the tables and lists beside entries. */
export const tables: Rule = {
  id: 'Y12',
  title: '表格或清单的样子不对',
  severity: 'error',
  scope: 'entry',
  basis: '文件格式：表格第一行是表头，各列用英文逗号隔开；清单每条以“- ”开头',
  check: ({ source }) => source.entries.flatMap(check),
};
