import type { EntrySource } from '../../loader/read-content.ts';
import type { FrontmatterProblem } from '../../loader/frontmatter.ts';
import type { Rule, RuleFinding } from '../rule.ts';

const MESSAGES: Record<FrontmatterProblem['problem'], { why: string; fix: string }> = {
  missing: {
    why: '文件开头没有“---”，标题、日期这些字段读不出来',
    fix: '第一行写三个英文短横线 ---，字段写完后再写一行 ---，下面才是正文',
  },
  'text-before': { why: '“---”前面还有别的内容', fix: '把第一个 --- 移到文件的第一行，前面什么都不要有' },
  indented: { why: '“---”前面有空格', fix: '让 --- 顶格写，前面不留空格' },
  unopened: { why: '字段上面缺少开头的“---”', fix: '在文件的最上面加一行 ---（三个英文短横线，顶格）' },
  lookalike: { why: '这一行不是三个英文短横线', fix: '删掉这一行，换成三个英文短横线 ---' },
  unclosed: { why: '字段和正文之间缺少结束的“---”', fix: '在最后一个字段下面单独写一行 ---（三个英文短横线，顶格）' },
};

/** A second block of fields, as when two files were put together: readers would see it as text. */
function secondBlock({ file, body, bodyLine }: EntrySource): RuleFinding[] {
  const [, before = '', fields = ''] = /^(\s*)---[ \t]*\n([^]*?)\n---[ \t]*(?:\n|$)/.exec(body) ?? [];
  if (fields === '' || !fields.split('\n').every((line) => /^(?:\s*$|\s+\S|- |[A-Za-z]\w*\s*[:：])/.test(line))) return [];
  const line = bodyLine + before.split('\n').length - 1;
  return [{ file, line, column: 1, why: '这里又有一段字段，读者会在正文里看到', fix: '把里面的字段并到文件开头那一段，这里的两行 --- 和中间的内容都删掉' }];
}

function check(entry: EntrySource): RuleFinding[] {
  const { front, file, text, encoding } = entry;
  if (!('problem' in front)) return secondBlock(entry);
  if (encoding === 'binary') return [];
  if (text.trim() === '') return [{ file, line: 1, column: 1, why: '文件是空的', fix: '写上字段和正文；不需要这个文件就删掉' }];
  const line = text.split('\n')[front.line - 1] ?? '';
  const column = line.length - line.trimStart().length + 1;
  return [{ file, line: front.line, column: front.problem === 'indented' ? 1 : column, ...MESSAGES[front.problem] }];
}

/** The two lines that hold an entry's fields. */
export const frontmatterFence: Rule = {
  id: 'Y01',
  title: '字段区的“---”不对',
  severity: 'error',
  scope: 'entry',
  basis: '文件格式：字段写在文件开头两行 --- 之间',
  check: ({ source }) => source.entries.flatMap(check),
};
