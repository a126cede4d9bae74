import type { EntrySource } from '../../loader/read-content.ts';
import type { MdxNode } from '../../loader/safe-mdx.ts';
import { nodesOf, placeInBody, placeOf, plainText, sourceOf } from '../mdx-tree.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** A footnote's number that stayed letters; a backslash says that this was meant. Full-width brackets were never read as one. */
const LITERAL = /(?<!\\)(?:\[\^([^[\]\n\\]+)\]|［[\^＾]([^［］\n]+)］|【[\^＾]([^【】\n]+)】)/g;
/** Few bodies have any; the others need not be looked at. */
const ANY = /[[［【][\^＾]/;
const basis = '正文的写法：[^1] 标在要注释的地方，[^1]: 后面写注释的内容，两处编号一样';

const labelOf = ({ identifier = '' }: MdxNode): string => identifier.toLowerCase();
const marks = (label: string): string => `[^${label}]`;

interface Literal {
  label: string;
  written: string;
  offset: number;
  /** What stands behind it on the line. */
  rest: string;
  startsLine: boolean;
}

function literals(entry: EntrySource): Literal[] {
  return nodesOf(entry, 'text').flatMap((node) =>
    Array.from(sourceOf(entry, node).matchAll(LITERAL), ({ 0: written, 1: a, 2: b, 3: c, index }): Literal => {
      const offset = (node.position?.start.offset ?? 0) + index;
      const before = entry.body.slice(entry.body.lastIndexOf('\n', offset - 1) + 1, offset);
      const rest = entry.body.slice(offset + written.length).split('\n')[0] ?? '';
      return { label: (a ?? b ?? c ?? '').trim().toLowerCase(), written, offset, rest, startsLine: before.trim() === '' };
    }),
  );
}

/** A line that was to be the footnote's text. */
const meansText = ({ startsLine, rest }: Literal): boolean => startsLine && /^\s*[：:]/.test(rest);

function unexplained(entry: EntrySource): RuleFinding[] {
  const all = literals(entry);
  const meant = new Set(all.filter(meansText).map(({ label }) => label));
  const known = new Set(nodesOf(entry, 'footnoteDefinition').map(labelOf));
  const said = ({ label, written, ...literal }: Literal): Pick<RuleFinding, 'why' | 'fix'> => {
    if (meansText({ label, written, ...literal }))
      return { why: '这一行的冒号不对，注释没有生效，页面上会露出方括号', fix: `“${marks(label)}”后面紧跟英文冒号和一个空格，写成“${marks(label)}: 注释的内容”` };
    if (/\s/.test(label)) return { why: '注释的编号里有空格，页面上会露出方括号', fix: '编号只用一个数字，写成 [^1]，下面那一行也改成一样的' };
    if (!written.startsWith('[')) return { why: '注释的方括号是全角的，页面上会原样露出来', fix: `换成英文方括号，写成 ${marks(label)}` };
    if (known.has(label)) return { why: '注释的编号在这里没有生效，页面上会露出方括号', fix: `挪到文字中间，写成“文字${marks(label)}”` };
    return { why: '没有这条注释的内容，页面上会露出方括号', fix: `在文末空一行，写“${marks(label)}: 注释的内容”；不要注释就删掉，只是方括号的话前面加反斜杠，写成 \\${marks(label)}` };
  };
  return all
    // One slip makes the number and the text fail; it is said where it is made.
    .filter((literal) => meansText(literal) || !meant.has(literal.label) || !literal.written.startsWith('['))
    .map((literal) => ({ file: entry.file, ...placeInBody(entry, literal.offset), value: literal.written, ...said(literal) }));
}

/** The footnotes that a reader gets to: those of the running text, and those that these name. */
function reached(entry: EntrySource): Set<string> {
  const texts = nodesOf(entry, 'footnoteDefinition');
  const within = (outer: MdxNode, inner: MdxNode): boolean =>
    (outer.position?.start.offset ?? 0) <= (inner.position?.start.offset ?? 0) &&
    (outer.position?.end.offset ?? 0) >= (inner.position?.end.offset ?? 0);
  const numbers = nodesOf(entry, 'footnoteReference').map((node) => ({ label: labelOf(node), home: texts.find((text) => within(text, node)) }));
  const labels = new Set<string>();
  for (let size = -1; size < labels.size; ) {
    size = labels.size;
    for (const { label, home } of numbers) if (home === undefined || labels.has(labelOf(home))) labels.add(label);
  }
  return labels;
}

function unused(entry: EntrySource): RuleFinding[] {
  const labels = reached(entry);
  const seen = new Set<string>();
  const notes = nodesOf(entry, 'footnoteDefinition').flatMap((node): RuleFinding[] => {
    const label = labelOf(node);
    const again = seen.has(label);
    seen.add(label);
    const place = { file: entry.file, ...placeOf(entry, node), value: plainText(node) };
    if (again) return [{ ...place, why: `${marks(label)} 的内容写了两遍，读者只看得到前一遍`, fix: '换一个编号，或者并到前一条里' }];
    return labels.has(label)
      ? []
      : [{ ...place, why: `正文里没有 ${marks(label)}，这条注释读者看不到`, fix: `在要注释的文字后面写 ${marks(label)}；不要了就删掉这一行` }];
  });
  // With a blank in its number a footnote is read as the address of a link.
  const misread = nodesOf(entry, 'definition')
    .filter(({ identifier = '' }) => identifier.startsWith('^'))
    .map((node) => ({ file: entry.file, ...placeOf(entry, node), value: sourceOf(entry, node), why: '注释的编号里有空格，这条注释读者看不到', fix: '编号只用一个数字，写成“[^1]: 注释的内容”' }));
  return [...notes, ...misread];
}

/** A footnote's number without its text: printed with its brackets. */
export const unexplainedFootnotes: Rule = {
  id: 'M14',
  title: '注释的编号没有内容',
  severity: 'error',
  scope: 'entry',
  basis,
  check: ({ source }) => source.entries.filter(({ body }) => ANY.test(body)).flatMap(unexplained),
};

/** A footnote's text that nothing leads to: it is on no page. */
export const unusedFootnotes: Rule = {
  id: 'M15',
  title: '注释没有编号指过去',
  severity: 'warning',
  scope: 'entry',
  basis,
  check: ({ source }) => source.entries.filter(({ body }) => ANY.test(body)).flatMap(unused),
};
