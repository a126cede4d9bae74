import type { Rule, RuleFinding } from '../rule.ts';
import type { YamlText } from '../yaml-lines.ts';

const MESSAGES: Record<string, { why: string; fix: string }> = {
  BAD_INDENT: { why: '缩进没有对齐', fix: '同一层的字段左边对齐，下一层多缩进两个空格' },
  BLOCK_AS_IMPLICIT_KEY: { why: '上一行已经写了内容，这里又多缩进了一层', fix: '同一层的字段左边对齐；上一行若是一组字段的名字，冒号后面不要写内容' },
  MULTILINE_IMPLICIT_KEY: { why: '这一行不是“字段名: 内容”的样子', fix: '写成“字段名: 内容”；若是上一行没写完的话，接到上一行后面' },
  BLOCK_IN_FLOW: { why: '括号里的写法不对', fix: '每一项写成“字段名: 内容”，中间用英文逗号隔开' },
  MULTIPLE_DOCS: { why: '中间多了一行“---”或“...”', fix: '删掉多余的这一行' },
  MISSING_CHAR: { why: '缺少结束的引号或括号', fix: '补上' },
  BAD_DQ_ESCAPE: { why: '英文双引号里的“\\”有别的意思', fix: '换成英文单引号，或者把“\\”删掉' },
  BAD_ALIAS: { why: '“*”在这里有别的意思', fix: '给整个内容加上英文引号' },
  TAB_AS_INDENT: { why: '缩进用了 Tab 键', fix: '换成两个空格' },
};
const OTHER = { why: '这里的写法读不出来', fix: '对照别的条目检查这一行和上一行：冒号、引号、缩进' };

/** Only the first complaint: what follows in the same file is mostly its echo. */
function check({ file, yaml }: YamlText): RuleFinding[] {
  const [problem] = yaml.problems.filter(({ code }) => code !== 'DUPLICATE_KEY');
  if (problem === undefined) return [];
  return [{ file, line: problem.line, column: problem.column, ...(MESSAGES[problem.code] ?? OTHER) }];
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
