import type { Rule, RuleFinding } from '../rule.ts';
import { atLine, type YamlLine, type YamlText } from '../yaml-lines.ts';

type Message = Pick<RuleFinding, 'why' | 'fix'> & { index: number };

/** A number, day, time or switch between Chinese quotes, as a whole value: the author wanted to quote it. */
const CHINESE_QUOTED = /(?:^|[:[,{]\s*)([“”＂‘’])((?:\d[\d\s:./年月日-]*|true|false)?)([“”＂‘’])(?=\s*(?:$|[\]},]))/;

function closing(value: string): number {
  const quote = value[0];
  for (let index = 1; index < value.length; index += 1) {
    if (quote === '"' && value[index] === '\\') index += 1;
    else if (value[index] === quote) {
      if (quote === "'" && value[index + 1] === "'") index += 1;
      else return index;
    }
  }
  return -1;
}

function straight(line: YamlLine, broken: boolean): Message | undefined {
  const { value } = line;
  const end = closing(value);
  if (end < 0) {
    if (!broken) return undefined;
    if (/[“”‘’＂]$/.test(value))
      return { index: value.length - 1, why: '开头是英文引号，结尾却是中文引号，两个对不上', fix: `两头都用英文引号，写成 ${value.slice(0, -1)}${value[0] ?? ''}` };
    return { index: 0, why: '引号只有开头、没有结尾', fix: `在这一行末尾补上同样的引号 ${value[0] ?? ''}；本来不需要引号就把它删掉` };
  }
  const rest = value.slice(end + 1);
  if (/^\s*($|#|[,\]}])/.test(rest) || line.masked.startsWith('[') || /^\s*:(\s|$)/.test(rest)) return undefined;
  return {
    index: end + 1,
    why: '引号结束以后还有字，后面的读不进去',
    fix: `文字里的引号用中文引号，写成 “${value.slice(1, end)}”${rest.trim()}`,
  };
}

function chinese(line: YamlLine): Message | undefined {
  const { value } = line;
  const plain = CHINESE_QUOTED.exec(value);
  if (plain !== null) {
    const [all, open = '', inner = ''] = plain;
    return { index: plain.index + all.indexOf(open), why: '数字、日期外面用了中文引号，引号会被当成内容', fix: `换成英文引号，写成 "${inner}"` };
  }
  if (value.startsWith('＂')) return { index: 0, why: '这是全角引号，不起引号的作用', fix: '换成英文引号 "' };
  if (/^[“‘].*["']$/.test(value) && !/["']/.test(value.slice(0, -1)))
    return { index: value.length - 1, why: '开头是中文引号，结尾却是英文引号，两个对不上', fix: `两头都用英文引号，写成 "${value.slice(1, -1)}"` };
  const [, whole] = /^“([^“”]*)”$/.exec(value) ?? [];
  if (whole !== undefined && /:\s|\s#/.test(whole))
    return { index: 0, why: '中文引号挡不住里面的“: ”和“#”', fix: `换成英文引号，写成 "${whole}"` };
  return undefined;
}

function check({ file, broken, lines }: YamlText): RuleFinding[] {
  return lines.flatMap((line) => {
    const found = /^["']/.test(line.value) ? straight(line, broken) : chinese(line);
    if (found === undefined) return [];
    const { index, ...message } = found;
    return [atLine(file, line, line.valueColumn - 1 + index, { ...(line.key !== undefined && { field: line.key }), ...message })];
  });
}

/** Quotes that do not pair, or are not YAML's. */
export const quotes: Rule = {
  id: 'Y06',
  title: '引号不成对或不是英文引号',
  severity: 'error',
  scope: 'entry',
  basis: '文件格式：需要引号时用一对英文引号',
  check: ({ yamlTexts }) => yamlTexts.flatMap(check),
};
