import type { Rule, RuleFinding } from '../rule.ts';
import { atLine, type YamlText } from '../yaml-lines.ts';

const KEY = /^(\s*(?:-\s+)*)([A-Za-z][\w-]*):(?=[^\s])(.*)$/;
const IN_BRACES = /([{,，]\s*)([A-Za-z][\w-]*):(?=[^\s])/g;

const message = (key: string, rest: string) => ({
  field: key,
  why: '冒号后面缺一个空格，这一行读不出来',
  fix: `在冒号后面加一个空格，写成“${key}: ${rest.length > 20 ? `${rest.slice(0, 20)}…` : rest}”`,
});

function check({ file, broken, keys, lines }: YamlText): RuleFinding[] {
  return lines.flatMap((line) => {
    const [, lead = '', key = '', rest = ''] = KEY.exec(line.text) ?? [];
    if (key !== '' && !rest.startsWith('//') && (keys.has(key) || (broken && !line.item)))
      // Other blanks than the plain one are the next rule's business.
      return /^[\u00a0\u200b\u3000]/.test(rest) ? [] : [atLine(file, line, lead.length + key.length, message(key, rest))];
    if (!line.masked.startsWith('{') && !line.masked.startsWith('[{')) return [];
    return [...line.masked.matchAll(IN_BRACES)]
      .filter(([, , inner = '']) => keys.has(inner))
      .map((match) => atLine(file, line, line.valueColumn - 1 + match.index + match[0].length - 1, message(match[2] ?? '', '…')));
  });
}

/** `title:春耕` is one long word to YAML. */
export const spaceAfterColon: Rule = {
  id: 'Y03',
  title: '冒号后面缺空格',
  severity: 'error',
  scope: 'entry',
  basis: '文件格式：字段名后面用英文冒号加空格',
  check: ({ yamlTexts }) => yamlTexts.flatMap(check),
};
