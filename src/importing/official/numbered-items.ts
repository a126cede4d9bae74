import { textOf, type Paragraph, type SourceBlock } from '../document.ts';
import type { Item } from './recognise.ts';

/**
 * The paragraphs that are items of a plain numbered list (`1.` `2.` `3.`), by paragraph. Numbered headings have text between them,
 * and the levels of official documents (一、 （一）) are no such list: both stay what they are.
 */
export function numberedItems(blocks: readonly SourceBlock[]): Map<SourceBlock, Item> {
  const items = new Map<SourceBlock, Item>();
  for (let at = 0; at < blocks.length;) {
    const run = runFrom(blocks, at);
    if (run.filter(({ look }) => look.numbered?.plain !== undefined).length > 1)
      for (const paragraph of run) items.set(paragraph, itemOf(paragraph));
    at += Math.max(1, run.length);
  }
  return items;
}

/** Numbered paragraphs that follow each other without anything between them, from a plain number on. */
function runFrom(blocks: readonly SourceBlock[], from: number): Paragraph[] {
  const run: Paragraph[] = [];
  for (const block of blocks.slice(from)) {
    if (block.kind === 'table' || block.look.outline !== undefined || block.look.numbered === undefined) break;
    const { list, plain } = block.look.numbered;
    if (plain === undefined && list !== run[0]?.look.numbered?.list) break;
    // Markdown has no place for a number with nothing behind it.
    if (plain !== undefined && textOf(block.inlines.slice(1)).trim() === '') break;
    run.push(block);
  }
  return run;
}

/** The number of a plain item is printed by the list: it leaves the text. */
function itemOf({ look, inlines }: Paragraph): Item {
  const { depth = 0, plain } = look.numbered ?? {};
  return { kind: 'item', mark: plain ?? 'own', depth, inlines: plain === undefined ? inlines : inlines.slice(1) };
}
