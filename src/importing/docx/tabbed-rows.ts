import { textOf, type Inline, type Paragraph, type Remark, type SourceBlock } from '../document.ts';

const FEWEST_ROWS = 3;
const LONGEST_CELL = 30;

/** Columns that were set with the tab key become the table that they look like. */
export function joinTabbedRows(blocks: readonly SourceBlock[], remarks: Remark[]): SourceBlock[] {
  const joined: SourceBlock[] = [];
  for (let at = 0; at < blocks.length;) {
    const rows = rowsFrom(blocks, at);
    const [first] = rows;
    const block = blocks[at];
    if (first !== undefined && rows.length >= FEWEST_ROWS) {
      joined.push({ kind: 'table', rows });
      remarks.push({ kind: 'changed', what: '用制表符排的几列（改成了表格）', text: first.map(textOf).join(' ') });
      at += rows.length;
    } else {
      if (block !== undefined) joined.push(block);
      at += 1;
    }
  }
  return joined;
}

/** The paragraphs from there on with as many cells as the first. */
function rowsFrom(blocks: readonly SourceBlock[], from: number): Inline[][][] {
  const rows: Inline[][][] = [];
  for (const block of blocks.slice(from)) {
    const cells = block.kind === 'paragraph' ? cellsOf(block) : [];
    if (cells.length < 2 || cells.length !== (rows[0]?.length ?? cells.length)) break;
    rows.push(cells);
  }
  return rows;
}

/** Several tabs are one gap; those in front are an indent. */
function cellsOf({ inlines, look }: Paragraph): Inline[][] {
  if (look.outline !== undefined || look.numbered !== undefined || look.bullet !== undefined) return [];
  const cells: Inline[][] = [[]];
  for (const piece of inlines) {
    if (piece.kind !== 'text') {
      cells.at(-1)?.push(piece);
      continue;
    }
    for (const [index, text] of piece.text.split('\t').entries()) {
      if (index > 0) cells.push([]);
      if (text.trim() !== '') cells.at(-1)?.push({ ...piece, text });
    }
  }
  const filled = cells.filter((cell) => cell.length > 0);
  return filled.some((cell) => textOf(cell).length > LONGEST_CELL || cell.some(({ kind }) => kind === 'break')) ? [] : filled;
}
