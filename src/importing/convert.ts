import { textOf, type Paragraph, type SourceBlock, type SourceDocument } from './document.ts';
import { readBack, settled } from './mdx/read-back.ts';
import { writeMdx } from './mdx/write-mdx.ts';
import { recognise, type BodyBlock, type Recognised } from './official/recognise.ts';
import { Refusal } from '../documents/refusal.ts';

export interface Converted extends Recognised {
  /** The body as safe MDX. */
  mdx: string;
}

const linesOf = (block: BodyBlock | SourceBlock): string[] =>
  block.kind === 'table' ? block.rows.flat().map(textOf) : [`${numberOf(block)}${textOf(block.inlines)}`];
/** What a list prints before an item is text of the document. */
const numberOf = (block: BodyBlock | SourceBlock): string =>
  block.kind === 'item' && typeof block.mark === 'number' ? `${String(block.mark)}.` : '';

/**
 * A read document as the body of an entry. What was written is read back and compared with the document, line by line: text that
 * would not come out as it is stands there without bold or links, and where even that differs, nothing is handed out ({@link Refusal}).
 * @param pictureNames file names beside the entry, by the key of the picture
 */
export function convert(source: SourceDocument, pictureNames: ReadonlyMap<string, string>): Converted {
  const recognised = recognise(source);
  const notes = notesOf(recognised, source);
  const numbers = new Map(notes.map(([key], index) => [key, String(index + 1)]));
  // What went into a field is not in the body; everything else of the document is.
  const kept = source.blocks.filter((block) => !recognised.taken.has(block));
  const expected = [...kept, ...notes.flatMap(([, paragraphs]) => paragraphs)].flatMap(linesOf);
  const plain = new Set<string>();
  for (;;) {
    const mdx = writeMdx(
      recognised.body,
      notes.map(([, paragraphs]) => paragraphs),
      (block) => ({
        picture: (key) => pictureNames.get(key),
        note: (key) => numbers.get(key) ?? key,
        plain: linesOf(block).some((line) => plain.has(settled(line))),
      }),
    );
    const { problems, differences } = readBack(mdx, expected);
    if (problems.length === 0 && differences.length === 0) return { ...recognised, mdx };
    const fresh = differences.filter(({ expected: line }) => line !== '' && !plain.has(line));
    const [first] = differences;
    if (fresh.length === 0)
      throw new Refusal(
        `转换出来的文字和原文对不上，没有写入 → 把这份文件交给维护网站的人。原文：“${first?.expected ?? ''}”，写出来：“${first?.found ?? problems[0]?.value ?? ''}”`,
      );
    for (const { expected: line } of fresh) plain.add(line);
  }
}

/** The notes in the order in which the text refers to them. */
function notesOf({ body }: Recognised, { notes }: SourceDocument): [key: string, paragraphs: Paragraph[]][] {
  const inlines = body.flatMap((block) => (block.kind === 'table' ? block.rows.flat(2) : block.inlines));
  const keys = new Set(inlines.flatMap((piece) => (piece.kind === 'note' ? [piece.note] : [])));
  return [...keys].map((key) => [key, notes.get(key) ?? []]);
}
