import type { YamlProblem } from '../../loader/yaml-source.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import type { YamlText } from '../yaml-lines.ts';

const MESSAGES: Record<string, { why: string; fix: string }> = {
  BAD_INDENT: { why: '缩进没有对齐', fix: '同一层的字段左边对齐，下一层多缩进两个空格' },
  BLOCK_AS_IMPLICIT_KEY: { why: '上一行已经写了内容，这一行又多缩进了', fix: '同一层的字段左边对齐：把这一行前面多的空格删掉；上一行若是一组字段的名字，冒号后面不要写内容' },
  MULTILINE_IMPLICIT_KEY: { why: '这一行不是“字段名: 内容”的样子', fix: '写成“字段名: 内容”；若是上一行没写完的话，接到上一行后面' },
  BLOCK_IN_FLOW: { why: '括号里的写法不对', fix: '每一项写成“字段名: 内容”，中间用英文逗号隔开' },
  MULTIPLE_DOCS: { why: '中间多了一行“---”或“...”', fix: '删掉多余的这一行' },
  MISSING_CHAR: { why: '缺少结束的引号或括号', fix: '补上' },
  BAD_DQ_ESCAPE: { why: '英文双引号里的“\\”有别的意思', fix: '换成英文单引号，或者把“\\”删掉' },
  BAD_ALIAS: { why: '“*”在这里有别的意思', fix: '给整个内容加上英文引号' },
  TAB_AS_INDENT: { why: '缩进用了 Tab 键', fix: '换成两个空格' },
};
const OTHER = { why: '这里的写法读不出来', fix: '对照别的条目检查这一行和上一行：冒号、引号、缩进' };

const UNCLOSED = { why: '这一行的括号只有开头、没有结尾', fix: '在这一行末尾补上 } 或 ]' };
const LESS_INDENT = { why: '这一行缩进少了，和上面“- ”后面的字段没有对齐', fix: '前面补上空格，让它和“- ”后面的第一个字左边对齐' };

type Said = Pick<RuleFinding, 'line' | 'column' | 'why' | 'fix'>;

/** The parser's complaint at the line that its author has to change. */
function saidOf({ code, message, line, column }: YamlProblem, { raw }: YamlText): Said {
  const index = raw.findIndex(({ number }) => number === line);
  const startOf = (text: string): number => text.length - text.trimStart().length + 1;
  // It points at the text of the line above, which is right.
  const next = raw[index + 1];
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && next !== undefined && next.text.trim() !== '' && startOf(next.text) > startOf(raw[index]?.text ?? ''))
    return { line: next.number, column: startOf(next.text), ...(MESSAGES[code] ?? OTHER) };
  if (code === 'BAD_INDENT' && message.startsWith('Flow')) {
    const opened = raw.slice(0, index).findLast(({ text }) => /[[{]/.test(text));
    if (opened !== undefined) return { line: opened.number, column: opened.text.search(/[[{]/) + 1, ...UNCLOSED };
  }
  if (code === 'MISSING_CHAR' && message.includes('without - indicator')) return { line, column: startOf(raw[index]?.text ?? ''), ...LESS_INDENT };
  return { line, column, ...(MESSAGES[code] ?? OTHER) };
}

/** Only the first complaint: what follows in the same file is mostly its echo. */
function check(text: YamlText): RuleFinding[] {
  const [problem] = text.yaml.problems.filter(({ code }) => code !== 'DUPLICATE_KEY');
  return problem === undefined ? [] : [{ file: text.file, ...saidOf(problem, text) }];
}

/** What the YAML parser refuses and no other rule explains. */
export const yamlSyntax: Rule = {
  id: 'Y11',
  title: '字段区读不出来',
  severity: 'error',
  scope: 'entry',
  basis: '文件格式：YAML',
  check: ({ yamlTexts }) => yamlTexts.flatMap(check),
};
