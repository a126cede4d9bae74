import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../documents/refusal.ts';

/**
 * Writes the files of an imported entry. A folder that holds exactly these bytes is left as it is (`same`); one that holds anything
 * else has been worked on, and is never touched ({@link Refusal}).
 */
export function placeEntry(target: string, named: string, files: ReadonlyMap<string, string | Buffer>): 'written' | 'same' {
  if (!existsSync(target)) {
    mkdirSync(target, { recursive: true });
    for (const [name, content] of files) writeFileSync(join(target, name), content);
    return 'written';
  }
  const present = readdirSync(target).filter((name) => !name.startsWith('.'));
  const same =
    present.length === files.size &&
    [...files].every(
      ([name, content]) => present.includes(name) && Buffer.from(content).equals(readFileSync(join(target, name))),
    );
  if (same) return 'same';
  throw new Refusal(
    `${named} 已经有了，内容和这份文件转换出来的不一样（多半是导入以后改过），没有动它 → 要另存成一篇，加 --slug 换一个文件夹名；只想看看转换结果，加 --out 写到别的文件夹；要重新来过，先把那个文件夹删掉`,
  );
}
