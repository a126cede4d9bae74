import type { Rule, RuleFinding } from '../rule.ts';
import { atLine, type YamlText } from '../yaml-lines.ts';

/** What hands and Word put in front of an item: a dash without its blank, long dashes, stars, dots, numbers. */
const MARK = /^(\s*)(-(?=[A-Za-z])|[—–－•·●▪*]+\s*|(?:\d+[.、．)）]|[（(]\d+[）)])\s*)([A-Za-z][\w-]*)(?=\s*[:：])/;

function check({ file, keys, lines }: YamlText): RuleFinding[] {
  return lines.flatMap((line) => {
    const [, indent = '', mark = '', key = ''] = MARK.exec(line.text) ?? [];
    // Only in front of a name that the model has: anything else may be text.
    if (mark === '' || !keys.has(key)) return [];
    const why = mark === '-' ? '“-”后面缺一个空格，不算列表的一项' : `“${mark.trim()}”在这里不算列表的一项`;
    return [atLine(file, line, indent.length, { why, fix: `换成英文短横线加一个空格，写成“- ${key}: …”` })];
  });
}

/** `-id: x`, `— id: x`, `1. id: x`: none of them is a list to YAML. */
export const listMarks: Rule = {
  id: 'Y13',
  title: '列表的“- ”写得不对',
  severity: 'error',
  scope: 'entry',
  basis: '文件格式：列表的每一项以英文短横线加一个空格开头',
  check: ({ yamlTexts }) => yamlTexts.flatMap(check),
};
