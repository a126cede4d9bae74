import type { Rule, RuleFinding } from '../rule.ts';
import { atLine, type YamlLine, type YamlText } from '../yaml-lines.ts';

/** True when the next line of structure belongs below this one, so that an empty value with a remark is meant. */
function hasChildren(line: YamlLine, next: YamlLine | undefined): boolean {
  if (next === undefined) return false;
  const deeper = next.indent.length > line.indent.length;
  return deeper || (next.item && !line.item && next.indent.length === line.indent.length);
}

function check({ file, lines }: YamlText): RuleFinding[] {
  return lines.flatMap((line, position) => {
    const index = line.masked.search(/(?<=^|\s)#/);
    if (index < 0) return [];
    const eaten = line.value.slice(index);
    const kept = line.value.slice(0, index).trim();
    const remark = /^#\s/.test(eaten);
    if (remark && (kept !== '' || hasChildren(line, lines[position + 1]))) return [];
    const fix = `给整个内容加上英文引号，写成 "${line.value}"${remark ? '' : '；如果本来就是备注，在 # 后面空一格'}`;
    return [
      atLine(file, line, line.valueColumn - 1 + index, {
        ...(line.key !== undefined && { field: line.key }),
        why: `“#”和后面的“${eaten.slice(1).trim()}”被当成备注，不会显示`,
        fix: kept.startsWith('[') || kept.startsWith('{') ? '给带 # 的那一项加上英文引号' : fix,
      }),
    ];
  });
}

/** `title: 青禾镇 #1 地块` ends before the `#`. */
export const eatenByHash: Rule = {
  id: 'Y07',
  title: '“#”后面的字会丢',
  severity: 'error',
  scope: 'entry',
  basis: '文件格式：空格加 # 是备注的开始',
  check: ({ yamlTexts }) => yamlTexts.flatMap(check),
};
