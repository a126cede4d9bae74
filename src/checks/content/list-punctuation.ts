import type { Rule, RuleFinding } from '../rule.ts';
import { atLine, type YamlLine, type YamlText } from '../yaml-lines.ts';

interface Found {
  index: number;
  why: string;
  fix: string;
}

const halfWidth = (text: string): string =>
  text
    .replace(/[【［]/g, '[')
    .replace(/[】］]/g, ']')
    .replaceAll('｛', '{')
    .replaceAll('｝', '}')
    .replace(/\s*[，、]\s*/g, ', ');

function inList({ key, masked, value }: YamlLine): Found | undefined {
  const index = masked.search(/[，、]/);
  if (index < 0) return undefined;
  const wordList = key === 'keywords' || /[a-z0-9]\s*[，、]\s*[a-z0-9]/i.test(masked);
  if (masked.includes(',') && !wordList) return undefined;
  return {
    index,
    why: `列表里用了中文的“${value[index] ?? ''}”，几项会被当成一项`,
    fix: `换成英文逗号，写成 ${halfWidth(value)}；逗号若是句子里的，给整项加上英文引号`,
  };
}

function inMap(line: YamlLine, keys: Set<string>): Found | undefined {
  const match = /[，、；]\s*([A-Za-z][\w-]*)\s*[:：]/.exec(line.masked);
  if (match === null || !keys.has(match[1] ?? '')) return undefined;
  return { index: match.index, why: '花括号里的几项之间用了中文逗号', fix: '换成英文逗号加一个空格' };
}

function find(line: YamlLine, { broken, keys }: YamlText): Found | undefined {
  const { masked, value } = line;
  if (masked.startsWith('｛')) return { index: 0, why: '花括号是全角的', fix: `换成英文花括号和英文逗号，写成 ${halfWidth(value)}` };
  if (masked.startsWith('［') || /^【[^】]*】$/.test(masked))
    return { index: 0, why: '列表的括号是全角的', fix: `换成英文方括号和英文逗号，写成 ${halfWidth(value)}` };
  if (/^[[{].*[】］｝]$/.test(masked))
    return { index: value.length - 1, why: '开头是英文括号，结尾却是全角括号', fix: '结尾也换成英文括号' };
  // Words behind the bracket: no list, which rule Y09 says.
  if (/^\[[^\]]*\]\s*[^\s#,\]}]/.test(masked)) return undefined;
  if (masked.startsWith('[')) {
    if (broken && !masked.includes(']') && !masked.endsWith(','))
      return { index: 0, why: '方括号只有开头、没有结尾', fix: '在这一行末尾补上 ]' };
    return inMap(line, keys) ?? inList(line);
  }
  return masked.startsWith('{') ? inMap(line, keys) : undefined;
}

function check(text: YamlText): RuleFinding[] {
  return text.lines.flatMap((line) => {
    const found = find(line, text);
    if (found === undefined) return [];
    const { index, ...message } = found;
    return [atLine(text.file, line, line.valueColumn - 1 + index, { ...(line.key !== undefined && { field: line.key }), ...message })];
  });
}

/** `[春茶，开采]` is a list of one word. */
export const listPunctuation: Rule = {
  id: 'Y08',
  title: '列表里的逗号或括号是全角的',
  severity: 'error',
  scope: 'entry',
  basis: '文件格式：行内列表写成 [甲, 乙]，用英文方括号和英文逗号',
  check: ({ yamlTexts }) => yamlTexts.flatMap(check),
};
