import type { Rule, RuleFinding } from '../rule.ts';
import { type YamlText } from '../yaml-lines.ts';

function check({ file, yaml, lines }: YamlText): RuleFinding[] {
  return yaml.problems
    .filter(({ code }) => code === 'DUPLICATE_KEY')
    .map(({ line, column }) => {
      const here = lines.find(({ number }) => number === line);
      const key = /^[\w\u4e00-\u9fff-]+/.exec((here?.text ?? '').slice(column - 1))?.[0] ?? '';
      const first = lines.filter(({ number, text }) => number < line && text.slice(column - 1).startsWith(`${key}:`)).at(-1);
      const where = first === undefined ? '' : `（第一次在第 ${first.number} 行）`;
      return { file, line, column, field: key, why: `这个字段写了两次${where}，不知道以哪个为准`, fix: '留下对的，删掉另一行' };
    });
}

/** YAML would silently take the last one in many programs. */
export const duplicateKey: Rule = {
  id: 'Y10',
  title: '字段重复',
  severity: 'error',
  scope: 'entry',
  basis: '文件格式：一个字段只写一次',
  check: ({ yamlTexts }) => yamlTexts.flatMap(check),
};
