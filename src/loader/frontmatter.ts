/** An entry's file, cut at its `---` lines. Line numbers are those of the file, from 1. */
export interface Frontmatter {
  yaml: string;
  /** The line on which the YAML begins. */
  yamlLine: number;
  body: string;
  /** The line on which the body begins. */
  bodyLine: number;
}

/** Why a file could not be cut, with the line to look at. */
export interface FrontmatterProblem {
  problem: 'missing' | 'indented' | 'unclosed' | 'text-before' | 'unopened' | 'lookalike';
  line: number;
}

const FENCE = /^---[ \t]*$/;
const INDENTED = /^[ \t\u3000]+---[ \t]*$/;
const LOOKALIKE = /^[ \t\u3000]*(?:[—–－-]{2,}|\.{3})[ \t]*$/;
const FIELD = /^[A-Za-z]\w*\s*[:：]/;

/** Both fences with what stands between them: nothing, or lines. */
const HEAD = /^---[ \t]*\n(?:([\s\S]*?)\n)??---[ \t]*(?:\n|$)/;

/** Cuts the text of an entry (line ends `\n`) into frontmatter and body. */
export function splitFrontmatter(text: string): Frontmatter | FrontmatterProblem {
  const head = HEAD.exec(text);
  if (head === null) return whyNot(text.split('\n'));
  const yaml = head[1];
  const yamlLine = 2;
  const bodyLine = yamlLine + (yaml === undefined ? 0 : yaml.split('\n').length) + 1;
  return { yaml: yaml ?? '', yamlLine, body: text.slice(head[0].length), bodyLine };
}

function whyNot(lines: readonly string[]): FrontmatterProblem {
  const first = lines.findIndex((line) => line.trim() !== '');
  const opening = lines[first] ?? '';
  if (first !== 0 || !FENCE.test(opening)) {
    if (INDENTED.test(opening)) return { problem: 'indented', line: first + 1 };
    if (LOOKALIKE.test(opening)) return { problem: 'lookalike', line: first + 1 };
    const later = lines.findIndex((line) => FENCE.test(line));
    if (later > 0 && FIELD.test(opening)) return { problem: 'unopened', line: first + 1 };
    return later > 0 ? { problem: 'text-before', line: first + 1 } : { problem: 'missing', line: 1 };
  }
  const near = lines.findIndex((line, index) => index > 0 && (INDENTED.test(line) || LOOKALIKE.test(line)));
  return near > 0
    ? { problem: INDENTED.test(lines[near] ?? '') ? 'indented' : 'lookalike', line: near + 1 }
    : { problem: 'unclosed', line: lastField(lines) + 1 };
}

/** Where the fields seem to end: the line before the first blank one. */
function lastField(lines: readonly string[]): number {
  const blank = lines.findIndex((line, index) => index > 1 && line.trim() === '');
  return blank < 0 ? 0 : blank - 1;
}
