import type { EntrySource } from '../../loader/read-content.ts';
import type { MdxNode } from '../../loader/safe-mdx.ts';
import { nodesOf, placeInBody, walkTree } from '../mdx-tree.ts';
import type { Rule, RuleFinding } from '../rule.ts';

const BLOCKS = ['paragraph', 'heading', 'tableCell'];

/** Offsets of `**` that stayed letters: the parser did not take them for marks, and no backslash says that this was meant. */
function literalMarks(entry: EntrySource, block: MdxNode): number[] {
  const marks: number[] = [];
  walkTree(block, ({ type, value, position }) => {
    if (type !== 'text' || position === undefined || value?.includes('**') !== true) return;
    // 138****1234 is a covered number, not a bold one.
    const source = entry.body.slice(position.start.offset, position.end.offset).replace(/\d\*{2,}\d/g, (covered) => covered.replaceAll('*', '·'));
    for (const { index } of source.matchAll(/(?<!\\)\*\*/g)) marks.push(position.start.offset + index);
  });
  return marks.sort((a, b) => a - b);
}

/** Moves blanks and punctuation out of the marks: `**注意：**` → `**注意**：`. */
function mended(inner: string): string {
  const [, before = '', kept = inner, after = ''] = /^([\p{P}\s]*)([^]*?)([\p{P}\s]*)$/u.exec(inner) ?? [];
  return kept === '' ? inner : `${before.trim()}**${kept}**${after.trim()}`;
}

function check(entry: EntrySource): RuleFinding[] {
  return nodesOf(entry, ...BLOCKS).flatMap((block) => {
    const marks = literalMarks(entry, block);
    const findings: RuleFinding[] = [];
    for (let index = 0; index < marks.length; index += 2) {
      const [open = 0, close] = [marks[index], marks[index + 1]];
      const place = { file: entry.file, ...placeInBody(entry, open) };
      if (close === undefined) {
        findings.push({ ...place, why: '加粗的“**”只有一半', fix: '在要加粗的文字两头各写一个 **，不要加粗就删掉' });
        continue;
      }
      const inner = entry.body.slice(open + 2, close);
      findings.push({ ...place, value: `**${inner}**`, why: '这里不会变成粗体，页面上会露出“**”', fix: `标点和空格移到 ** 外面，写成 ${mended(inner)}` });
    }
    return findings;
  });
}

/** `**注意：**正文` is not bold in CommonMark: a mark between punctuation and a letter does not count. */
export const brokenEmphasis: Rule = {
  id: 'M08',
  title: '加粗没有生效',
  severity: 'error',
  scope: 'entry',
  basis: 'Markdown 规定：** 里侧挨着标点、外侧挨着文字时不算加粗',
  check: ({ source }) => source.entries.flatMap(check),
};
