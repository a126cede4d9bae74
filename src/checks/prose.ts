import type { EntrySource } from '../loader/read-content.ts';
import type { MdxNode } from '../loader/safe-mdx.ts';
import { sourceOf } from './mdx-tree.ts';

/** Stands for everything that is not running text: marks, addresses, components, what an author wrapped. */
export const GAP = '\u0000';

/**
 * The running text of a body, character for character where it stands in the body, and {@link GAP} everywhere else. What is inside
 * `<Plain>` or code is not running text.
 */
export function proseOf(entry: EntrySource): string {
  const pieces: [from: number, text: string][] = [];
  const collect = (node: MdxNode): void => {
    if (node.name === 'Plain' || node.type === 'code' || node.type === 'inlineCode') return;
    if (node.type === 'text' && node.position !== undefined) pieces.push([node.position.start.offset, sourceOf(entry, node)]);
    for (const child of node.children ?? []) collect(child);
  };
  if (entry.mdx.tree !== undefined) collect(entry.mdx.tree);
  let prose = '';
  for (const [from, text] of pieces) prose += GAP.repeat(Math.max(0, from - prose.length)) + text;
  return prose + GAP.repeat(Math.max(0, entry.body.length - prose.length));
}

/** The text with every match of some patterns blanked out, places kept. */
export function without(text: string, patterns: readonly RegExp[]): string {
  return patterns.reduce((rest, pattern) => rest.replace(pattern, (found) => GAP.repeat(found.length)), text);
}

/** A pattern that finds any of the words, the longest first. */
export function anyOf(words: readonly string[], flags = 'g'): RegExp {
  const escaped = [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(escaped.join('|'), flags);
}
