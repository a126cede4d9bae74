import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Misuse } from './misuse.ts';

/** Writes the files of a new entry into a folder of their own; whatever stands there already is left alone. */
export function writeEntry(root: string, folder: string, files: ReadonlyMap<string, string | Buffer>): void {
  const target = join(root, folder);
  const another = folder.startsWith('content/reports/') ? '要建别的年度，用 --year 写明' : '要另建一个，用 --slug 换一个文件夹名';
  if (existsSync(target)) throw new Misuse(`${folder} 已经有了，没有动它；${another}`);
  mkdirSync(target, { recursive: true });
  for (const [name, content] of files) writeFileSync(join(target, name), content);
}
