import { inspectMdx, type MdxNode, type MdxProblem } from '../../loader/safe-mdx.ts';

/** Blanks are layout: how many stand somewhere, at the ends of a line and behind its number, says nothing. */
export const settled = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(\d+\.) /, '$1');

const lineOf = (node: MdxNode): string =>
  node.type === 'break' ? '\n' : node.children === undefined ? (node.value ?? '') : node.children.map(lineOf).join('');

/** The text of every block that holds text, in order, the numbers that lists print included; notes at the end. */
function linesOf(node: MdxNode): string[] {
  if (['paragraph', 'heading', 'tableCell'].includes(node.type)) return [lineOf(node)];
  const inside = node.children ?? [];
  const { ordered, start }: { ordered?: boolean | null; start?: number | null } = node as MdxNode & {
    ordered?: boolean;
    start?: number;
  };
  if (node.type !== 'list' || ordered !== true) return inside.flatMap(linesOf);
  return inside.flatMap((item, index) => {
    const [first = '', ...more] = linesOf(item);
    return [`${String((start ?? 1) + index)}.${first}`, ...more];
  });
}

export interface ReadBack {
  /** What the gate would refuse. */
  problems: MdxProblem[];
  /** Lines of the document, and what the site would show in their place. Empty when every character is there. */
  differences: { expected: string; found: string }[];
}

/** Reads a written body with the build's own parser and holds it against the lines that were to be written. Lines without text do not count. */
export function readBack(mdx: string, expected: readonly string[]): ReadBack {
  const { tree, problems } = inspectMdx(mdx);
  const filled = (lines: readonly string[]): string[] => lines.map(settled).filter((line) => line !== '');
  const [wanted, found] = [filled(expected), filled(tree === undefined ? [] : linesOf(tree))];
  const differences = Array.from({ length: Math.max(wanted.length, found.length) }, (_, index) => ({
    expected: wanted[index] ?? '',
    found: found[index] ?? '',
  })).filter((pair) => pair.expected !== pair.found);
  return { problems, differences };
}
