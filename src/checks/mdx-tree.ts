import type { EntrySource } from '../loader/read-content.ts';
import type { MdxNode } from '../loader/safe-mdx.ts';
import type { Place } from '../loader/yaml-source.ts';

/** Calls `visit` for a node and all below it, in the order of the text. */
export function walkTree(node: MdxNode | undefined, visit: (node: MdxNode) => void): void {
  if (node === undefined) return;
  visit(node);
  for (const child of node.children ?? []) walkTree(child, visit);
}

/** Root → its nodes by type. A tree never changes, so that walking it once serves all rules. */
const indexes = new WeakMap<MdxNode, Map<string, MdxNode[]>>();

function indexOf(tree: MdxNode): Map<string, MdxNode[]> {
  const known = indexes.get(tree);
  if (known !== undefined) return known;
  const index = new Map<string, MdxNode[]>();
  walkTree(tree, (node) => {
    const list = index.get(node.type);
    if (list === undefined) index.set(node.type, [node]);
    else list.push(node);
  });
  indexes.set(tree, index);
  return index;
}

/** What nodes are written with: a body without it has none of them and need not be parsed. */
const MARKS: Record<string, RegExp> = {
  link: /[[<@]|:\/\/|www\./i,
  definition: /\[/,
  image: /!\[/,
  imageReference: /!\[/,
  mdxJsxFlowElement: /</,
  mdxJsxTextElement: /</,
};

/** All nodes of the given types in the body of an entry, in the order of the text. */
export function nodesOf(entry: EntrySource, ...types: string[]): MdxNode[] {
  if (types.every((type) => MARKS[type]?.test(entry.body) === false)) return [];
  const { tree } = entry.mdx;
  if (tree === undefined) return [];
  const index = indexOf(tree);
  const found = types.flatMap((type) => index.get(type) ?? []);
  const offset = ({ position }: MdxNode): number => position?.start.offset ?? 0;
  return types.length === 1 ? found : found.sort((a, b) => offset(a) - offset(b));
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
export function placeOf(entry: EntrySource, { position }: MdxNode): Place {
  return { line: entry.bodyLine - 1 + (position?.start.line ?? 1), column: position?.start.column ?? 1 };
}
