import { PLAIN_LOOK, plainPiece, type Paragraph, type SourceBlock, type SourceDocument, type Table } from '../document.ts';
import { withoutInvisible } from '../invisible.ts';
import { decodeText } from './decode.ts';
import { rejoin } from './rejoin.ts';

/** Reads plain text: a line is a paragraph, unless a program broke all at one width; its indent says nothing; lines with the same number of tabs are a table. */
export function readTxt(bytes: Uint8Array): SourceDocument {
  const remarks: SourceDocument['remarks'] = [];
  const text = withoutInvisible(decodeText(bytes), remarks);
  const lines = rejoin(text.split('\n'), remarks).filter((line) => line.trim() !== '');
  const blocks: SourceBlock[] = [];
  for (let at = 0; at < lines.length;) {
    const rows = tableRows(lines, at);
    blocks.push(rows.length > 1 ? table(rows) : paragraph(lines[at] ?? ''));
    at += Math.max(1, rows.length > 1 ? rows.length : 1);
  }
  return { blocks, notes: new Map(), pictures: new Map(), remarks };
}

const tabs = (line: string | undefined): number => line?.trim().split('\t').length ?? 0;

/** The lines from there on that have as many cells as the first. */
function tableRows(lines: readonly string[], from: number): string[] {
  const cells = tabs(lines[from]);
  if (cells < 2) return [];
  let until = from;
  while (tabs(lines[until]) === cells) until += 1;
  return lines.slice(from, until);
}

const table = (rows: readonly string[]): Table => ({
  kind: 'table',
  rows: rows.map((row) =>
    row
      .trim()
      .split('\t')
      .map((cell) => [plainPiece(cell.trim())]),
  ),
});

function paragraph(line: string): Paragraph {
  // Typed on a computer, a centred line is one with far more blanks before it than an indent has.
  const indent = /^[\u3000 \t]*/.exec(line)?.[0].replaceAll('\u3000', '  ').replaceAll('\t', '        ').length ?? 0;
  return {
    kind: 'paragraph',
    inlines: [plainPiece(line.trim())],
    look: { ...PLAIN_LOOK, centred: indent >= 10, right: indent >= 30 },
  };
}
