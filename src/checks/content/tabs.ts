import type { Rule, RuleFinding } from '../rule.ts';
import { atLine, type YamlText } from '../yaml-lines.ts';

function check({ file, lines }: YamlText): RuleFinding[] {
  return lines.flatMap((line) => {
    const lead = /^[\s-]*/.exec(line.text)?.[0] ?? '';
    const index = lead.indexOf('\t');
    if (index < 0) return [];
    return [atLine(file, line, index, { why: '缩进用了 Tab 键，这里只能用空格', fix: '删掉 Tab，每一层缩进敲两个空格' })];
  });
}

/** YAML forbids tabs before a key. */
export const tabs: Rule = {
  id: 'Y05',
  title: '缩进用了 Tab',
  severity: 'error',
  scope: 'entry',
  basis: '文件格式：缩进用两个空格',
  check: ({ yamlTexts }) => yamlTexts.flatMap(check),
};
