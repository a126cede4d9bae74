import type { Finding } from './rule.ts';

/** The text with the corrections of its findings made. A correction whose place no longer says what was found is left out. */
export function applyEdits(text: string, findings: readonly Finding[]): { text: string; made: Finding[] } {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const placed = findings
    .flatMap((finding) => {
      const line = starts[finding.line - 1];
      const start = (line ?? 0) + finding.column - 1;
      return line !== undefined && finding.edit !== undefined && text.startsWith(finding.edit.from, start)
        ? [{ finding, edit: finding.edit, start }]
        : [];
    })
    .sort((a, b) => b.start - a.start);
  let rest = text;
  let limit = Number.POSITIVE_INFINITY;
  const made: Finding[] = [];
  for (const { finding, edit, start } of placed) {
    // Two findings about the same characters: the later one is made, the other is found again in the next run.
    if (start + edit.from.length > limit) continue;
    rest = rest.slice(0, start) + edit.to + rest.slice(start + edit.from.length);
    limit = start;
    made.unshift(finding);
  }
  return { text: rest, made };
}
