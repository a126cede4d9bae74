import {
  PLAIN_LOOK,
  textOf,
  type Inline,
  type Paragraph,
  type SourceBlock,
  type SourceDocument,
  type Table,
} from '../document.ts';
import { dayOfLine } from './dates.ts';
import { readHead, usualSize, type Head } from './head.ts';
import { numberedItems } from './numbered-items.ts';
import { headingLike, isBareNumber, isDecimal, numberedRank } from './ranks.ts';

export interface HeadingBlock {
  kind: 'heading';
  /** From 2: the page's own heading is the title. */
  depth: number;
  inlines: Inline[];
}

export type BodyBlock = HeadingBlock | Table | { kind: 'text'; quote?: boolean; inlines: Inline[] } | Item;

/** An item of a list: with a bullet, with its number, or, below another, with whatever stands at its front (`a)`). */
export interface Item {
  kind: 'item';
  mark: 'bullet' | 'own' | number;
  depth: number;
  inlines: Inline[];
}

/** A document with its parts told apart. */
export interface Recognised extends Head {
  body: BodyBlock[];
  /** The day of the signature or below the title, `YYYY-MM-DD`. */
  day: string | undefined;
  /** Who signed. */
  signedBy: string | undefined;
  /** What the text announces as 附件. */
  announced: string[];
}

const lineOf = (block: SourceBlock | undefined): string => (block?.kind === 'paragraph' ? textOf(block.inlines).trim() : '');
/** A heading that ends in a full stop is no longer than this. */
const LONGEST_SENTENCE = 30;
const ANNEX_LIST = /^附\s*件\s*[：:]\s*/;
const ANNEX = /^附\s*件\s*[\d一二三四五六七八九十]{0,3}\s*[：:]?$/;

/** Tells apart the parts of a document in official style. Nothing is invented: what is not there stays undefined. */
export function recognise(source: SourceDocument): Recognised {
  const head = readHead(source.blocks);
  const rest = source.blocks.flatMap((block) => (head.taken.has(block) ? leftOver(block) : [block])).flatMap(picturesApart);
  return { ...head, ...signature(rest), announced: announced(rest), body: body(rest, usualSize(source.blocks)) };
}

/** A footnote or picture in a title cannot go along into a field: it opens the text. */
function leftOver(block: SourceBlock): SourceBlock[] {
  if (block.kind === 'table') return [];
  const inlines = block.inlines.filter(({ kind }) => kind === 'note' || kind === 'picture');
  return inlines.length === 0 ? [] : [{ ...block, inlines }];
}

/** A picture in a line of text or in a heading stands by itself, before the line where it began it, else after. */
function picturesApart(block: SourceBlock): SourceBlock[] {
  if (block.kind === 'table' || block.look.bullet !== undefined || block.look.numbered !== undefined) return [block];
  const isPicture = ({ kind }: Inline): boolean => kind === 'picture';
  const first = block.inlines.findIndex((piece) => !isPicture(piece) && !(piece.kind === 'text' && piece.text.trim() === ''));
  if (first < 0 || !block.inlines.some(isPicture)) return [block];
  const parts = [
    block.inlines.slice(0, first).filter(isPicture),
    block.inlines.filter((piece) => !isPicture(piece)),
    block.inlines.slice(first).filter(isPicture),
  ];
  return parts.flatMap((inlines, at) =>
    inlines.length === 0 ? [] : [{ ...block, inlines, look: at === 1 ? block.look : PLAIN_LOOK }],
  );
}

function signature(blocks: readonly SourceBlock[]): Pick<Recognised, 'day' | 'signedBy'> {
  const annex = blocks.findIndex((block) => ANNEX.test(lineOf(block)));
  const main = annex > 0 ? blocks.slice(0, annex) : blocks;
  const last = main.findLastIndex((block) => dayOfLine(lineOf(block)) !== undefined);
  if (last < 0) return { day: undefined, signedBy: undefined };
  const names: string[] = [];
  for (let at = last - 1; at > 0 && names.length < MOST_SIGNERS && isSigner(lineOf(main[at])); at -= 1)
    names.unshift(...signers(lineOf(main[at])));
  return { day: dayOfLine(lineOf(main[last])), signedBy: names.length > 0 ? names.join('、') : undefined };
}

const MOST_SIGNERS = 5;

const isSigner = (line: string): boolean =>
  /\p{Script=Han}/u.test(line) &&
  signers(line).every((name) => name.length <= 30) &&
  !/[，。；：、！？,.;:!?]/.test(line) &&
  numberedRank(line) === undefined;

/** Several that sign in one line stand far apart; the letters of one name may be spread by single blanks. */
const signers = (line: string): string[] => line.split(/\s{3,}|\u3000{2,}|\t+/).map((name) => name.replace(/\s+/g, ''));

/** 附件：1.…… and the lines that go on counting. */
function announced(blocks: readonly SourceBlock[]): string[] {
  const from = blocks.findIndex((block) => /^附\s*件\s*[：:]\s*\S/.test(lineOf(block)));
  if (from < 0) return [];
  const first = lineOf(blocks[from]).replace(ANNEX_LIST, '');
  const names = [first];
  for (const block of blocks.slice(from + 1)) {
    if (!/^\d{1,2}[．.、]/.test(lineOf(block))) break;
    names.push(lineOf(block));
  }
  return names.map((name) => name.replace(/^\d{1,2}[．.、]\s*/, ''));
}

function body(blocks: readonly SourceBlock[], usual: number): BodyBlock[] {
  const stack: number[] = [];
  const chapters = blocks.some(
    (block) => block.kind === 'paragraph' && block.look.outline !== undefined && isDecimal(lineOf(block)),
  );
  const items = numberedItems(blocks);
  return blocks.map((block, index): BodyBlock => {
    if (block.kind === 'table') return block;
    if (block.look.bullet !== undefined)
      return { kind: 'item', mark: 'bullet', depth: block.look.bullet, inlines: block.inlines };
    const item = items.get(block);
    if (item !== undefined) return item;
    const rank = headingRank(block, blocks[index - 1], blocks[index + 1], { usual, chapters });
    if (rank === undefined) return { kind: 'text', ...(block.look.quote === true && { quote: true }), inlines: block.inlines };
    while ((stack.at(-1) ?? -1) >= rank) stack.pop();
    stack.push(rank);
    return { kind: 'heading', depth: Math.min(stack.length + 1, 6), inlines: block.inlines };
  });
}

/** The rank of a block as a heading, from its number, its style and how it is set; undefined for running text. */
function headingRank(
  block: Paragraph,
  before: SourceBlock | undefined,
  after: SourceBlock | undefined,
  { usual, chapters }: { usual: number; chapters: boolean },
): number | undefined {
  const line = lineOf(block);
  const numbered = numberedRank(line);
  const { outline, bold, centred, size } = block.look;
  if (line === '' || isBareNumber(line) || dayOfLine(line) !== undefined) return undefined;
  // At the top it is the label of the whole.
  if (ANNEX.test(line)) return before === undefined ? undefined : 0.2;
  if (outline !== undefined && line.length <= 80) {
    // Templates set whole numbered paragraphs in the style of their heading.
    if (line.length > LONGEST_SENTENCE && /[。；;]$/.test(line)) return undefined;
    return chapters && numbered === 3 ? outline : (numbered ?? outline);
  }
  if (numbered !== undefined) {
    const stressed = bold || centred;
    // Items of a list follow each other; a heading has something below it.
    const listed =
      numberedRank(lineOf(before).replace(ANNEX_LIST, '')) === numbered ||
      numberedRank(lineOf(after)) === numbered ||
      after === undefined;
    const most = numbered < 3 ? 40 : 30;
    return headingLike(stressed ? line.replace(/。$/, '') : line, most) && (stressed || !listed) ? numbered : undefined;
  }
  return centred && (bold || size > usual) && headingLike(line, 30) && !/^[（(—]/.test(line) && before !== undefined
    ? 0.4
    : undefined;
}
