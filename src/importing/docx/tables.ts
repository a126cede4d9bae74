import { PLAIN_LOOK, plainPiece, textOf, type Inline, type Remark, type SourceBlock } from '../document.ts';
import { isForm, isWhole, readGrid, spans, widthOf, withoutTwins, type Cell, type Row } from './table-grid.ts';
import type { XmlNode } from '../../documents/xml.ts';

/** So long are headings of groups, sums and figures. */
const MOST_REPEATED = 20;

/**
 * The blocks that a table becomes: itself with merged cells written out, rows over its whole width at its top and its end as
 * paragraphs. In a form each cell is written once.
 */
export function readTable(node: XmlNode, read: (cell: XmlNode) => SourceBlock[], remarks: Remark[]): SourceBlock[] {
  const { grid: all, cells } = readGrid(node, read, remarks);
  const grid = withoutTwins(all);
  const width = widthOf(grid);
  // Texts side by side or in frames, and the red head of an official document: there is nothing to look up in them.
  if (grid.length === 1 || isRed(cells) || (width === 1 && cells.some(({ blocks }) => blocks.length > 1)))
    return cells.flatMap(({ blocks }) => blocks);
  const captions: SourceBlock[] = [];
  const notes: SourceBlock[] = [];
  while (grid.length > 1 && isWhole(grid[0], width)) captions.push(...(grid.shift()?.[0]?.blocks ?? []));
  while (isWhole(grid.at(-1), width)) notes.unshift(...(grid.pop()?.[0]?.blocks ?? []));
  const rows = rowsOf(grid, remarks);
  return [...captions.map(bold), ...(rows.length === 0 ? [] : [{ kind: 'table' as const, rows }]), ...notes];
}

function isRed(cells: readonly Cell[]): boolean {
  const filled = cells.flatMap(({ blocks }) => blocks);
  return filled.length > 0 && filled.every((block) => block.kind === 'paragraph' && block.look.red);
}

function rowsOf(grid: readonly Row[], remarks: Remark[]): Inline[][][] {
  const form = isForm(grid);
  const written = new Map([...new Set(grid.flat())].map((cell) => [cell, inlinesOf(cell, remarks)]));
  const merged = grid.flat().find((cell, at, every) => written.get(cell)?.length !== 0 && every.lastIndexOf(cell) > at);
  if (merged !== undefined)
    remarks.push({
      kind: 'changed',
      what: form ? '登记表一类的表格（合并的单元格只写一次，请核对）' : '合并的单元格（拆开了，每一格都写出来）',
      text: textOf(written.get(merged) ?? []),
    });
  const lines = form
    ? grid.map((row) => row.filter((cell, at) => cell !== undefined && (at === 0 || cell !== row[at - 1])))
    : grid;
  const width = widthOf(lines);
  const rows = lines.map((row) => Array.from({ length: width }, (_, column) => cellAt(row, column, width, written)));
  return picturesOnce(form ? rows : joinHead(rows, headRows(grid))).filter((row) => row.some((cell) => cell.length > 0));
}

/** A merged cell is written at each place that it covers; its picture is not. */
function picturesOnce(rows: Inline[][][]): Inline[][][] {
  const shown = new Set<Inline>();
  const isNew = (piece: Inline): boolean => {
    const known = piece.kind === 'picture' && shown.has(piece);
    shown.add(piece);
    return !known;
  };
  return rows.map((row) => row.map((cell) => cell.filter(isNew)));
}

/** A merged cell is written in each place that it covers; over the whole width, or with more than a few words, once in its row. */
function cellAt(row: Row, column: number, width: number, written: ReadonlyMap<Cell | undefined, Inline[]>): Inline[] {
  const cell = row[column];
  const inlines = written.get(cell) ?? [];
  const again = column > 0 && cell === row[column - 1];
  return again && (isWhole(row, width) || textOf(inlines).length > MOST_REPEATED) ? [] : inlines;
}

/** How many rows the head takes: a head with groups merges its other cells downwards. */
function headRows(grid: readonly Row[]): number {
  const first = grid[0] ?? [];
  return spans(first) ? Math.max(1, ...first.map((cell) => cell?.tall ?? 1)) : 1;
}

/** One row of headings from several: the different texts above a column, joined by a blank. */
function joinHead(rows: Inline[][][], count: number): Inline[][][] {
  if (count < 2 || count >= rows.length) return rows;
  const head = (rows[0] ?? []).map((_, column) => {
    const cells = rows.slice(0, count).map((row) => row[column] ?? []);
    const different = cells.filter(
      (cell, index) => cell.length > 0 && cells.findIndex((other) => textOf(other) === textOf(cell)) === index,
    );
    return different.flatMap((cell, index) => (index === 0 ? cell : [plainPiece(' '), ...cell]));
  });
  return [head, ...rows.slice(count)];
}

/** A cell is one line: its paragraphs are joined by blanks. */
function inlinesOf(cell: Cell | undefined, remarks: Remark[]): Inline[] {
  const lines = (cell?.blocks ?? []).flatMap((block): Inline[][] => {
    if (block.kind === 'paragraph') return [block.inlines];
    const flat = block.rows.flat().filter((inner) => inner.length > 0);
    remarks.push({ kind: 'kept', what: '表格里的表格（按文字写出，请核对）', text: flat.map(textOf).join(' ') });
    return flat;
  });
  return lines
    .flatMap((line, index) => (index === 0 ? line : [plainPiece(' '), ...line]))
    .map((piece) => (piece.kind === 'break' ? plainPiece(' ') : piece));
}

const bold = (block: SourceBlock): SourceBlock =>
  block.kind === 'table'
    ? block
    : {
        ...block,
        inlines: block.inlines.map((piece) => (piece.kind === 'text' ? { ...piece, bold: true } : piece)),
        look: { ...PLAIN_LOOK, bold: true, centred: true },
      };
