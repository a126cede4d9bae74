import type { Rule, RuleFinding } from '../rule.ts';
import { atLine, type YamlText } from '../yaml-lines.ts';

/** Never wanted in a field: non-breaking, zero-width, soft hyphen, direction and line marks. */
const ANYWHERE = /[\u00a0\u00ad\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u2064\ufeff]/;
/** Blanks that look like a space where YAML needs a plain one: before a key, after a colon or a dash. */
const STRUCTURAL = /^(\s*?)([\u2000-\u200a\u202f\u205f\u3000])|^(\s*(?:-\s+)*[A-Za-z][\w-]*:\s*?)([\u2000-\u200a\u202f\u205f\u3000])|^(\s*-\s*?)([\u2000-\u200a\u202f\u205f\u3000])/;

const NAMES: Record<string, string> = {
  '\u00a0': '不间断空格（多半是从网页或 Word 粘贴来的）',
  '\u3000': '全角空格',
  '\ufeff': '看不见的标记（BOM）',
};

function check({ file, raw, lines }: YamlText): RuleFinding[] {
  const structural = new Set(lines.map(({ number }) => number));
  return raw.flatMap((line) => {
    const hidden = ANYWHERE.exec(line.text)?.index;
    const match = structural.has(line.number) ? STRUCTURAL.exec(line.text) : null;
    const blank = match === null ? undefined : (match[1] ?? match[3] ?? match[5] ?? '').length;
    const index = hidden ?? blank;
    if (index === undefined) return [];
    const name = NAMES[line.text[index] ?? ''] ?? '看不见的字符';
    return [atLine(file, line, index, { why: `这里有一个${name}`, fix: '删掉它；需要空格时用键盘在英文输入法下重新敲一个' })];
  });
}

/** Blanks that are none. */
export const invisibleSpaces: Rule = {
  id: 'Y04',
  title: '有看不见的字符',
  severity: 'error',
  scope: 'entry',
  basis: '文件格式：字段区只用普通的半角空格',
  check: ({ yamlTexts }) => yamlTexts.flatMap(check),
};
