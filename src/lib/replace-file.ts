import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file whole or not at all: beside its place, then moved over what was there; a full disk or a second writer leaves no half. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const unfinished = `${path}.${String(process.pid)}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(unfinished, content);
  renameSync(unfinished, path);
}
