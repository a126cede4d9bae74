import { textOf, type Paragraph, type SourceBlock } from '../document.ts';
import { Refusal } from '../../documents/refusal.ts';
import { dayOfLine } from './dates.ts';
import { numberedRank } from './ranks.ts';

/** What stands at the top of an official document. */
export interface Head {
  title: string | undefined;
  /** 青党发〔2026〕8号. */
  number: string | undefined;
  /** The name in the red head, without 文件. */
  issuer: string | undefined;
  /** The blocks that said this; they leave the body. */
  taken: Map<SourceBlock, string>;
}

const NUMBER = /^[\p{Script=Han}A-Za-z（）()]{1,20}[〔［[(（【]\d{4}[〕］\])）】]第?\d{1,4}号$/u;
const SECRET = /^(?:绝密|机密|秘密)(?:$|[★☆*\s（(])/;
/** What stands at the top and is no title. */
const LABEL = /^(?:目\s*[录次]|附\s*件\s*[\d一二三四五六七八九十]{0,3}\s*[：:]?)$/;
const ENDS_SENTENCE = /[。；;：:，,！!？?、]$/;
const LONGEST_TITLE = 60;
const LONGEST_NAME = 40;

const lineOf = (block: Paragraph): string =>
  textOf(block.inlines)
    .replace(/\s*\n\s*/g, '')
    .trim();

/** Finds title, number and red head among the first blocks. Throws a {@link Refusal} where the document is marked secret. */
export function readHead(blocks: readonly SourceBlock[]): Head {
  const end = blocks.findIndex(({ kind }) => kind === 'table');
  const lines = blocks.slice(0, end < 0 ? 12 : Math.min(end, 12)).filter((block) => block.kind === 'paragraph');
  const secret = lines.map(lineOf).find((line) => SECRET.test(line.replace(/\s/g, '')));
  if (secret !== undefined)
    throw new Refusal(`这份文件标着密级“${secret}”，没有导入 → 涉密文件不能上网；已经解密的，先按规定去掉密级标志再导入`);
  const head: Head = { title: undefined, number: undefined, issuer: undefined, taken: new Map() };
  const headings = blocks.filter((block) => block.kind === 'paragraph' && block.look.outline === 1).length;
  const title = titleLines(lines, usualSize(blocks), headings);
  const issuers: string[] = [];
  const before = title[0] === undefined ? 0 : lines.indexOf(title[0]);
  for (const [index, block] of lines.entries()) {
    const line = lineOf(block);
    if (NUMBER.test(line.replace(/\s/g, '')) && head.number === undefined && index < before + title.length + 2) {
      head.number = line.replace(/\s/g, '');
      head.taken.set(block, '文号');
    } else if (index < before && isRedHead(block)) {
      issuers.push(line.replace(/\s/g, '').replace(/文件$/, ''));
      head.taken.set(block, '红头');
    }
  }
  // The star on the red line is no name.
  const named = issuers.filter((issuer) => /\p{Script=Han}/u.test(issuer));
  if (named.length > 0) head.issuer = named.join('、');
  if (title.length > 0) head.title = title.map(lineOf).join('');
  for (const block of title) head.taken.set(block, '标题');
  return head;
}

/** True for a line of the red head: a name, or a star. What else is red above the title is a note to whoever fills it in. */
function isRedHead(block: Paragraph): boolean {
  const line = lineOf(block);
  if (block.look.centred && /文\s*件$/.test(line)) return true;
  return block.look.red && line.length <= LONGEST_NAME && !/^附\s*件|[，。；：！？“”,;:!?]/.test(line);
}

/** The size in which most of the text is set. */
export function usualSize(blocks: readonly SourceBlock[]): number {
  const sizes = new Map<number, number>();
  for (const block of blocks)
    if (block.kind === 'paragraph') sizes.set(block.look.size, (sizes.get(block.look.size) ?? 0) + textOf(block.inlines).length);
  return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** True for a line that can be a title, or one of its lines. */
function possible(block: Paragraph): boolean {
  const line = lineOf(block);
  if (line === '' || line.length > LONGEST_TITLE || ENDS_SENTENCE.test(line)) return false;
  if (LABEL.test(line) || dayOfLine(line) !== undefined) return false;
  return !NUMBER.test(line.replace(/\s/g, '')) && !block.look.red && !/文\s*件$/.test(line);
}

/** The lines of the title. It stands above the first sentence; what it looks like goes from the certain to the probable. */
function titleLines(lines: readonly Paragraph[], usual: number, headings: number): Paragraph[] {
  const sentence = lines.findIndex((block) => ENDS_SENTENCE.test(lineOf(block)) && !LABEL.test(lineOf(block)));
  const top = sentence < 0 ? lines : lines.slice(0, sentence);
  const lineAt = (index: number): string => (top[index] === undefined ? '' : lineOf(top[index]));
  const unnumbered = (block: Paragraph): boolean => numberedRank(lineOf(block)) === undefined;
  const tests: ((block: Paragraph, index: number) => boolean)[] = [
    ({ look }) => look.title,
    // 第一章 stands as big as a title where the title is a picture.
    (block) => block.look.centred && (block.look.size > usual || block.look.bold) && unnumbered(block),
    ({ look }, index) => LABEL.test(lineAt(index - 1)) && (look.centred || look.bold || look.outline === 1),
    // The only heading of the first level is a title, whatever its author called it.
    (block) => block.look.outline === 1 && headings === 1 && unnumbered(block),
    (block) => block.look.centred && unnumbered(block),
    // Typed without any form: the first line, when more follows.
    (block, index) =>
      index === 0 && lines.length > 1 && lineOf(block).length <= 45 && unnumbered(block) && block.look.outline === undefined,
  ];
  for (const test of tests) {
    const first = top.findIndex((block, index) => possible(block) && test(block, index));
    const block = top[first];
    if (block !== undefined) return [block, ...goingOn(top.slice(first + 1), block)];
  }
  return [];
}

/** Further lines of a title that is too long for one: set the same way, right below. */
function goingOn(lines: readonly Paragraph[], first: Paragraph): Paragraph[] {
  const more: Paragraph[] = [];
  let length = lineOf(first).length;
  if (!first.look.centred || first.look.size === 0) return [];
  for (const block of lines) {
    length += lineOf(block).length;
    const alike = block.look.centred && block.look.size === first.look.size && block.look.bold === first.look.bold;
    if (!alike || !possible(block) || length > LONGEST_TITLE || /^[（(—]/.test(lineOf(block))) break;
    more.push(block);
  }
  return more;
}
