import { PLAIN_LOOK, plainPiece, textOf, type Inline, type Remark, type SourceBlock, type Table } from '../document.ts';
import { child, descendants, innerText, valueOf, type XmlNode } from '../../documents/xml.ts';

interface Cell {
  blocks: SourceBlock[];
  /** Columns that it spans. */
  wide: number;
  /** Rows that it spans, counted while the table is read. */
  tall: number;
}

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:smartTag']);

/** Elements of a name, also where a content control or a revision wraps them. */
const wrapped = (node: XmlNode, name: string): XmlNode[] =>
  node.children.flatMap((inner) => (inner.name === name ? [inner] : WRAPPERS.has(inner.name) ? wrapped(inner, name) : []));

/** The blocks that a table becomes: itself with merged cells written out, a heading row over its whole width as a paragraph before it. */
export function readTable(node: XmlNode, read: (cell: XmlNode) => SourceBlock[], remarks: Remark[]): SourceBlock[] {
  const { grid, cells } = readGrid(node, read, remarks);
  // A table of one row sets texts side by side, a red one is the head of an official document: there is nothing to look up in them.
  if (grid.length === 1 || isRed(cells)) return cells.flatMap(({ blocks }) => blocks);
  const width = Math.max(0, ...grid.map((row) => row.length));
  const merged = cells.some(({ wide, tall }) => wide > 1 || tall > 1);
  if (merged)
    remarks.push({
      kind: 'changed',
      what: '合并的单元格（拆开了，每一格都写出来）',
      text: textOf(
        inlinesOf(
          cells.find(({ wide, tall }) => wide > 1 || tall > 1),
          remarks,
        ),
      ),
    });
  const captions: SourceBlock[] = [];
  while (grid.length > 1 && isWhole(grid[0], width)) captions.push(...(grid.shift()?.[0]?.blocks ?? []));
  const written = new Map(cells.map((cell) => [cell, inlinesOf(cell, remarks)]));
  const rows = grid.map((row) => Array.from({ length: width }, (_, column) => cellAt(row, column, width, written)));
  const filled = joinHead(rows, headRows(grid)).filter((row) => row.some((cell) => cell.length > 0));
  const table: Table = { kind: 'table', rows: filled };
  return [...captions.map(bold), ...(filled.length === 0 ? [] : [table])];
}

function isRed(cells: readonly Cell[]): boolean {
  const filled = cells.flatMap(({ blocks }) => blocks);
  return filled.length > 0 && filled.every((block) => block.kind === 'paragraph' && block.look.red);
}

function readGrid(
  node: XmlNode,
  read: (cell: XmlNode) => SourceBlock[],
  remarks: Remark[],
): { grid: (Cell | undefined)[][]; cells: Cell[] } {
  const cells: Cell[] = [];
  const grid: (Cell | undefined)[][] = [];
  for (const row of wrapped(node, 'w:tr')) {
    const properties = child(row, 'w:trPr');
    if (child(properties, 'w:del') !== undefined) {
      remarks.push({
        kind: 'dropped',
        what: '修订删除的表格行',
        text: ['w:delText', 'w:t']
          .flatMap((name) => descendants(row, name))
          .map(innerText)
          .join(' '),
      });
      continue;
    }
    const line: (Cell | undefined)[] = Array.from({ length: Number(valueOf(properties, 'w:gridBefore') ?? 0) }, () => undefined);
    for (const cell of wrapped(row, 'w:tc')) {
      const format = child(cell, 'w:tcPr');
      const wide = Math.max(1, Number(valueOf(format, 'w:gridSpan') ?? 1));
      const merge = child(format, 'w:vMerge');
      const above = grid.at(-1)?.[line.length];
      const goesOn = merge !== undefined && merge.attributes['w:val'] !== 'restart' && above !== undefined;
      // What hides in a merged-away cell is not on the page, but Word writes at most an empty paragraph there.
      const blocks = read(cell);
      const found = goesOn ? above : { blocks, wide, tall: 0 };
      if (!goesOn) cells.push(found);
      else if (blocks.length > 0) above.blocks.push(...blocks);
      found.tall += 1;
      line.push(...Array.from({ length: wide }, () => found));
    }
    grid.push(line);
  }
  return { grid, cells };
}

const isWhole = (row: readonly (Cell | undefined)[] | undefined, width: number): boolean =>
  width > 1 && row?.length === width && row[0]?.tall === 1 && row.every((cell) => cell === row[0]);

/** A cell over the whole width is written once; any other merged cell in each place that it covers. */
function cellAt(row: readonly (Cell | undefined)[], column: number, width: number, written: Map<Cell, Inline[]>): Inline[] {
  const cell = row[column];
  if (cell === undefined || (column > 0 && isWhole(row, width))) return [];
  return written.get(cell) ?? [];
}

/** How many rows the head takes: a head with groups merges its other cells downwards. */
function headRows(grid: readonly (Cell | undefined)[][]): number {
  const first = grid[0] ?? [];
  return first.some((cell) => (cell?.wide ?? 1) > 1) ? Math.max(1, ...first.map((cell) => cell?.tall ?? 1)) : 1;
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
