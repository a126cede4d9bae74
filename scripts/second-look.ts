import { rmSync } from 'node:fs';
import { scanBuiltSite } from '../src/checks/built-site.ts';
import type { GateContext } from '../src/checks/rule.ts';

/** Says what the finished site holds that it must not, and deletes that site; false when it must not go out. */
export function passesSecondLook(folder: string, context: GateContext): boolean {
  const found = scanBuiltSite(folder, context);
  if (found.length === 0) return true;
  rmSync(folder, { recursive: true });
  for (const { file, what, value } of found) console.error(`${file}：${what}${value === undefined ? '' : `（${value}）`}`);
  console.error(
    `\n生成的网站里有上面 ${String(found.length)} 处不能公开的信息，不能发布，生成的网站已经删掉。到 content/ 里找到对应的文章改好，再生成一次；找不到来源的，把这段文字发给维护网站的人。`,
  );
  return false;
}
