import type { EntrySource } from '../loader/read-content.ts';
import type { MdxNode } from '../loader/safe-mdx.ts';
import type { Place } from '../loader/yaml-source.ts';

/** Calls `visit` for a node and all below it, in the order of the text. */
export function walkTree(node: MdxNode | undefined, visit: (node: MdxNode) => void): void {
  if (node === undefined) return;
  visit(node);
  for (const child of node.children ?? []) walkTree(child, visit);
}

/** All nodes of the given types in the body of an entry. */
export function nodesOf(entry: EntrySource, ...types: string[]): MdxNode[] {
  const found: MdxNode[] = [];
  walkTree(entry.mdx.tree, (node) => {
    if (types.includes(node.type)) found.push(node);
  });
  return found;
}

/** The text inside a node, without marks. */
export function plainText(node: MdxNode): string {
  return node.children === undefined ? (node.value ?? '') : node.children.map(plainText).join('');
}

/** The node as its author wrote it. */
export function sourceOf(entry: EntrySource, { position }: MdxNode): string {
  return position === undefined ? '' : entry.body.slice(position.start.offset, position.end.offset);
}

/** A place of the file from an offset into the body. */
export function placeInBody(entry: EntrySource, offset: number): Place {
  const before = entry.body.slice(0, offset);
  const lines = before.split('\n');
  return { line: entry.bodyLine + lines.length - 1, column: (lines.at(-1) ?? '').length + 1 };
}

/** The place of a node in its file. */
export const placeOf = (entry: EntrySource, node: MdxNode): Place => placeInBody(entry, node.position?.start.offset ?? 0);
