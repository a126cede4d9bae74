/** Half a character is what a figure or a Latin letter takes. */
const widthOf = (line: string): number => Array.from(line).reduce((sum, letter) => sum + (letter < '\u2E80' ? 0.5 : 1), 0);

/** Lines set to both margins come out with a space after every character. */
const withoutSpacing = (line: string): string =>
  /^(?:\S ){6,}/.test(line) ? line.replace(/(?<=[\u2E80-\uFFEF]) (?=[\u2E80-\uFFEF])/g, '') : line;

/** Shorter lines are those of a list or a table, each of which stands for itself. */
const LEAST = 20;

/** A line that fills the width and ends within a sentence. Rows of a table have gaps and no clauses. */
const runsOn = (line: string, width: number): boolean =>
  width >= LEAST &&
  widthOf(line) >= width - 3 &&
  /[，。；、]/.test(line) &&
  !/[。！？：]$/.test(line) &&
  (line.match(/ /g)?.length ?? 0) < 3;

/** The lines of a PDF put together to the paragraphs they were broken from; `lines` are of one document, in order. */
export function joinLines(lines: readonly string[]): string[] {
  const plain = lines.map(withoutSpacing);
  const width = Math.max(0, ...plain.map(widthOf));
  const paragraphs: string[] = [];
  for (const [index, line] of plain.entries()) {
    const before = plain[index - 1];
    if (before !== undefined && runsOn(before, width)) paragraphs.push(`${paragraphs.pop() ?? ''}${line}`);
    else paragraphs.push(line);
  }
  return paragraphs;
}
