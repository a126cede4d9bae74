import type { Remark, SourceBlock } from '../document.ts';
import { child, descendants, innerText, valueOf, type XmlNode } from '../../documents/xml.ts';

export interface Cell {
  blocks: SourceBlock[];
  /** Rows that it spans, counted while the table is read. */
  tall: number;
}

/** The cell at each place of a row, a merged one at each place that it covers; undefined where the row begins or ends early. */
export type Row = (Cell | undefined)[];

const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:smartTag']);

/** Elements of a name, also where a content control or a revision wraps them. */
const wrapped = (node: XmlNode, name: string): XmlNode[] =>
  node.children.flatMap((inner) => (inner.name === name ? [inner] : WRAPPERS.has(inner.name) ? wrapped(inner, name) : []));

/** All text in a row or cell, deleted or not. */
const wordsOf = (node: XmlNode): string =>
  ['w:delText', 'w:t']
    .flatMap((name) => descendants(node, name))
    .map(innerText)
    .join(' ');

/** The rows of a table, without the rows and cells that a revision deleted. */
export function readGrid(
  node: XmlNode,
  read: (cell: XmlNode) => SourceBlock[],
  remarks: Remark[],
): { grid: Row[]; cells: Cell[] } {
  const cells: Cell[] = [];
  const grid: Row[] = [];
  for (const row of wrapped(node, 'w:tr')) {
    const properties = child(row, 'w:trPr');
    if (child(properties, 'w:del') !== undefined) {
      remarks.push({ kind: 'dropped', what: '修订删除的表格行', text: wordsOf(row) });
      continue;
    }
    const inRow = wrapped(row, 'w:tc');
    // As in Word, when the revision is accepted: the cells behind move up.
    const left = inRow.filter((cell) => child(child(cell, 'w:tcPr'), 'w:cellDel') === undefined);
    for (const cell of inRow)
      if (!left.includes(cell))
        remarks.push({ kind: 'dropped', what: '修订删除的单元格（后面的格往前移，请核对）', text: wordsOf(cell) });
    if (inRow.length > 0 && left.length === 0) continue;
    const line: Row = Array.from({ length: Number(valueOf(properties, 'w:gridBefore') ?? 0) }, () => undefined);
    for (const cell of left) {
      const format = child(cell, 'w:tcPr');
      const wide = Math.max(1, Number(valueOf(format, 'w:gridSpan') ?? 1));
      const merge = child(format, 'w:vMerge');
      const above = grid.at(-1)?.[line.length];
      const goesOn = merge !== undefined && merge.attributes['w:val'] !== 'restart' && above !== undefined;
      // What hides in a merged-away cell is not on the page, but Word writes at most an empty paragraph there.
      const blocks = read(cell);
      const found = goesOn ? above : { blocks, tall: 0 };
      if (!goesOn) cells.push(found);
      else if (blocks.length > 0) above.blocks.push(...blocks);
      found.tall += 1;
      line.push(...Array.from({ length: wide }, () => found));
    }
    grid.push(line);
  }
  return { grid, cells };
}

export const widthOf = (grid: readonly Row[]): number => Math.max(0, ...grid.map((row) => row.length));

/** True for a row that is one cell. */
export const isWhole = (row: Row | undefined, width: number): boolean =>
  width > 1 && row?.length === width && row[0]?.tall === 1 && row.every((cell) => cell === row[0]);

/** True for a row in which a cell stands at several places. */
export const spans = (row: Row | undefined): boolean =>
  row?.some((cell, at) => at > 0 && cell !== undefined && cell === row[at - 1]) === true;

/** Without the columns that no row tells from the one before: programs keep every line that was ever drawn. */
export function withoutTwins(grid: readonly Row[]): Row[] {
  const isTwin = (at: number): boolean => at > 0 && grid.every((row) => row[at] === row[at - 1]);
  const kept = Array.from({ length: widthOf(grid) }, (_, at) => at).filter((at) => !isTwin(at));
  return grid.map((row) => kept.filter((at) => at < row.length).map((at) => row[at]));
}

/**
 * True for a form, where a label stands before what was filled in and every row is divided as it needs: no row has a cell in each
 * column, so the columns say nothing.
 */
export function isForm(grid: readonly Row[]): boolean {
  const width = widthOf(grid);
  const rows = grid.filter((row) => !isWhole(row, width));
  const most = Math.max(0, ...rows.map((row) => new Set(row).size));
  return rows.length > 1 && most < width && rows.filter(spans).length * 2 >= rows.length;
}
