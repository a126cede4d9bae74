import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const path = join(root, 'docs/pictures.lock.json');

/** What is to be read in each picture as it was drawn: file → lines. Words, not pixels: those differ with the fonts of a machine. */
export const readLock = (): Record<string, string[]> => JSON.parse(readFileSync(path, 'utf8')) as Record<string, string[]>;

export function writeLock(lock: Record<string, string[]>): void {
  const sorted = Object.fromEntries(Object.entries(lock).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
}

export const pictureFile = (file: string): string => join(root, 'docs', `${file}.webp`);

/** Lines as they are compared: without marks of the day and the machine. */
export const comparable = (lines: readonly string[]): string[] =>
  lines
    .map((line) =>
      line
        .replace(/localhost:\d+/g, 'localhost')
        .replace(/\b[0-9a-f]{8}\b/g, '〈提交〉')
        .replace(/\d+ KB\b/g, '〈大小〉')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((line) => line !== '');

/** Why a picture has to be drawn anew, in a sentence with the command that does it; undefined when it is as the thing is today. */
export function staleness(file: string, seen: readonly string[]): string | undefined {
  const drawn = readLock()[file];
  const renew = `→ npm run pictures -- ${file}`;
  if (drawn === undefined || !existsSync(pictureFile(file))) return `docs/${file}.webp has not been drawn yet ${renew}`;
  const now = comparable(seen);
  const at = Array.from({ length: Math.max(drawn.length, now.length) }).findIndex((_, line) => drawn[line] !== now[line]);
  if (at < 0) return undefined;
  const quoted = (line: string | undefined): string => (line === undefined ? 'nothing more' : `“${line}”`);
  return `docs/${file}.webp is out of date: it shows ${quoted(drawn[at])}, now there is ${quoted(now[at])} ${renew}`;
}
