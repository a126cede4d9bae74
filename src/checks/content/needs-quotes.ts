import type { Rule, RuleFinding } from '../rule.ts';
import { atLine, type YamlLine, type YamlText } from '../yaml-lines.ts';

/** `* id: x`: a list as Markdown has it. */
const LIST_MARK = /^\s*\*\s+[A-Za-z][\w-]*\s*[:：]/;
const quoted = (value: string): string => (value.includes('"') ? `'${value.replaceAll("'", "''")}'` : `"${value}"`);

/** Where a plain text stops being plain to YAML: a mark at its start, or `: ` inside of it. */
function offence({ key, item, masked, value, text }: YamlLine): { index: number; why: string; fix?: string } | undefined {
  if (/^[@`%&*!]/.test(masked) && !LIST_MARK.test(text)) return { index: 0, why: `内容以“${value[0] ?? ''}”开头，这个符号在这里有别的意思` };
  if (/^[|>](?![+-]?\d?[+-]?(\s|$))/.test(masked)) return { index: 0, why: `内容以“${value[0] ?? ''}”开头，这个符号在这里有别的意思` };
  if (key !== undefined && /^-\s/.test(masked))
    return { index: 0, why: '列表不能跟字段名写在同一行', fix: '从“-”开始另起一行，缩进两格' };
  const afterBracket = /^(?:\[[^[\]]*\]|\{[^{}]*\})\s*(?=[^\s#,\]}])/.exec(masked);
  if (afterBracket !== null) return { index: 0, why: `内容以“${value[0] ?? ''}”开头，会被当成列表，后面的字读不进去` };
  // Full-width brackets have a rule of their own.
  if (/^[[{｛|>\uE000]/.test(masked)) return undefined;
  if (item && key !== undefined && /\p{Script=Han}/u.test(key))
    return { index: text.indexOf(':') - (text.length - value.length), why: '句子里的英文冒号加空格会被当成字段名的结尾', fix: `换成中文冒号，写成“${key}：${value}”` };
  if (LIST_MARK.test(text)) return undefined;
  const colon = masked.search(/:(\s|$)/);
  if (key === undefined || colon < 0) return undefined;
  return { index: colon, why: '内容里的英文冒号加空格会被当成字段名的结尾', fix: `换成中文冒号，或者给整个内容加上英文引号，写成 ${quoted(value)}` };
}

function check({ file, lines }: YamlText): RuleFinding[] {
  return lines.flatMap((line) => {
    const found = offence(line);
    if (found === undefined) return [];
    const fix = found.fix ?? `给整个内容加上英文引号，写成 ${quoted(line.value)}`;
    return [atLine(file, line, line.valueColumn - 1 + found.index, { ...(line.key !== undefined && { field: line.key }), why: found.why, fix })];
  });
}

/** Texts that YAML reads as something else unless they are quoted. */
export const needsQuotes: Rule = {
  id: 'Y09',
  title: '内容要加引号',
  severity: 'error',
  scope: 'entry',
  basis: '文件格式：以特殊符号开头、或者含有“: ”的内容要放在英文引号里',
  check: ({ yamlTexts }) => yamlTexts.flatMap(check),
};
