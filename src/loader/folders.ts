import { posix } from 'node:path';

/** The folders that a file lies in, the nearest first: `content/news/2026/0305-x`, `content/news/2026`, … */
export function foldersAbove(path: string): string[] {
  const folder = posix.dirname(path);
  return folder === '.' ? [] : [folder, ...foldersAbove(folder)];
}
