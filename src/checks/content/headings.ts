import type { EntrySource } from '../../loader/read-content.ts';
import type { MdxNode } from '../../loader/safe-mdx.ts';
import { nodesOf, placeOf, plainText, sourceOf } from '../mdx-tree.ts';
import type { Rule, RuleFinding } from '../rule.ts';

interface Message {
  why: string;
  fix: string;
}

const marks = (depth: number): string => '#'.repeat(depth);

function ofHeading(entry: EntrySource, node: MdxNode, above: number): Message | undefined {
  const depth = node.depth ?? 1;
  const text = plainText(node).trim();
  if (!/^\s*#/.test(sourceOf(entry, node))) {
    // Fields once more; rule Y01 says so.
    if (/^\s*---\s*$/.test(entry.body.slice(0, node.position?.start.offset))) return undefined;
    return { why: '下一行的 --- 或 === 会把这一段变成标题', fix: '要分隔线就在 --- 前面空一行，不要就删掉' };
  }
  if (text === '') return { why: '标题是空的', fix: '补上标题文字，或者删掉这一行' };
  if (depth === 1) return { why: '正文里不用一级标题，文章的标题已经在 title 里', fix: `改成二级标题，写成 ## ${text}` };
  if (depth > above + 1) {
    const right = marks(above + 1);
    return { why: `标题跳级了：上一级是 ${above === 1 ? '文章标题' : marks(above)}，这里应当是 ${right}`, fix: `写成 ${right} ${text}` };
  }
  return undefined;
}

function ofParagraph(entry: EntrySource, node: MdxNode): Message | undefined {
  const [, hashes = '', text = ''] = /^([#＃]{1,6})[ \u3000]*([^#＃\s][^\n]*)/.exec(sourceOf(entry, node)) ?? [];
  if (hashes === '' || /^\d/.test(text)) return undefined;
  const right = marks(Math.max(2, hashes.length));
  return { why: hashes.includes('＃') ? '“＃”是全角的，不会变成标题' : '“#”后面缺一个空格，不会变成标题', fix: `写成 ${right} ${text.trim()}` };
}

function check(entry: EntrySource): RuleFinding[] {
  let above = 1;
  return nodesOf(entry, 'heading', 'paragraph').flatMap((node): RuleFinding[] => {
    const found = node.type === 'heading' ? ofHeading(entry, node, above) : ofParagraph(entry, node);
    if (node.type === 'heading') above = Math.max(node.depth ?? 1, 2) > above + 1 ? above + 1 : Math.max(node.depth ?? 2, 2);
    return found === undefined ? [] : [{ file: entry.file, ...placeOf(entry, node), ...found }];
  });
}

/** The page has one `h1`, its title; below it no level is left out. */
export const headings: Rule = {
  id: 'M10',
  title: '小标题的层次不对',
  severity: 'error',
  scope: 'entry',
  basis: '无障碍要求（GB/T 37668）：标题逐级往下，读屏软件靠它跳转',
  check: ({ source }) => source.entries.flatMap(check),
};
