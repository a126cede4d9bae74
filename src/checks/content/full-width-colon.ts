import { nearest } from '../../schemas/nearest.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { atLine, type YamlLine, type YamlText } from '../yaml-lines.ts';

const KEY = /^\s*(?:-\s+)*([A-Za-z][\w-]*)\s*：\s*(.*)$/;
const IN_BRACES = /([{,，]\s*)([A-Za-z][\w-]*)\s*：/g;

const message = (key: string, rest: string) => ({
  field: key,
  why: '字段名后面用了中文的全角冒号，这一行读不出来',
  fix: `换成英文冒号加一个空格，写成“${key}: ${rest.length > 20 ? `${rest.slice(0, 20)}…` : rest}”`,
});

function check({ file, broken, keys, lines }: YamlText): RuleFinding[] {
  const isKey = (key: string, { item }: YamlLine): boolean =>
    keys.has(key) || (!item && (broken || nearest(key, [...keys]) !== undefined));
  return lines.flatMap((line) => {
    if (!line.text.includes('：')) return [];
    const [, key = '', rest = ''] = KEY.exec(line.text) ?? [];
    if (key !== '' && isKey(key, line)) return [atLine(file, line, line.text.indexOf('：'), message(key, rest))];
    if (!/^[[{]/.test(line.masked)) return [];
    return [...line.masked.matchAll(IN_BRACES)]
      .filter(([, , inner = '']) => keys.has(inner))
      .map((match) => atLine(file, line, line.valueColumn - 1 + match.index + match[0].length - 1, message(match[2] ?? '', '…')));
  });
}

/** `title：春耕` is one long word to YAML. */
export const fullWidthColon: Rule = {
  id: 'Y02',
  title: '冒号是全角的',
  severity: 'error',
  scope: 'entry',
  basis: '文件格式：字段名后面用英文冒号加空格',
  check: ({ yamlTexts }) => yamlTexts.flatMap(check),
};
