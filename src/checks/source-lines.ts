import type { ContentSource } from '../loader/read-content.ts';
import { readText } from '../loader/source.ts';
import type { Place } from '../loader/yaml-source.ts';

const TEXT = /\.(mdx?|ya?ml|csv|txt)$/i;

/** Gives a line of a text file of `content/`, from 1; each file is read once, and only when a finding points at it. */
export function lineReader({ files, entries }: ContentSource): (file: string, line: number) => string | undefined {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const parsed = new Map(entries.flatMap((entry) => [entry, ...entry.companions].map(({ file, text }) => [file, text])));
  const known = new Map<string, string[]>();
  return (file, line) => {
    const found = byPath.get(file);
    if (found === undefined || !TEXT.test(file)) return undefined;
    const lines = known.get(file) ?? (parsed.get(file) ?? readText(found.read()).text).split('\n');
    known.set(file, lines);
    return lines[line - 1];
  };
}

/** Where an offset into a text stands, from 1. */
export function placeIn(text: string, index: number): Place {
  const before = text.slice(0, index).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
