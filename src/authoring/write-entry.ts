import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Misuse } from './misuse.ts';

/** Writes the files of a new entry into a folder of their own; whatever stands there already is left alone. */
export function writeEntry(root: string, folder: string, files: ReadonlyMap<string, string | Buffer>): void {
  const target = join(root, folder);
  if (existsSync(target)) throw new Misuse(`${folder} 已经有了，没有动它；要另建一个，用 --slug 换一个文件夹名`);
  mkdirSync(target, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(target, name), content);
}
