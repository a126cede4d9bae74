import { readFileSync } from 'node:fs';
import type { ContentSource } from '../loader/read-content.ts';
import { readText } from '../loader/source.ts';

const TEXT = /\.(mdx?|ya?ml|csv|txt)$/i;

/** Gives a line of a text file of `content/`, from 1; each file is read once, and only when a finding points at it. */
export function lineReader({ files }: ContentSource): (file: string, line: number) => string | undefined {
  const absolute = new Map(files.map((file) => [file.path, file.absolute]));
  const known = new Map<string, string[]>();
  return (file, line) => {
    const path = absolute.get(file);
    if (path === undefined || !TEXT.test(file)) return undefined;
    const lines = known.get(file) ?? readText(readFileSync(path)).text.split('\n');
    known.set(file, lines);
    return lines[line - 1];
  };
}
