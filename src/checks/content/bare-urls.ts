import type { EntrySource } from '../../loader/read-content.ts';
import { nodesOf, placeInBody, sourceOf } from '../mdx-tree.ts';
import type { Rule, RuleFinding } from '../rule.ts';

const SWALLOWED = /[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e“”‘’…—]/;

function check(entry: EntrySource): RuleFinding[] {
  return nodesOf(entry, 'link').flatMap((node): RuleFinding[] => {
    const source = sourceOf(entry, node);
    if (!/^(https?:\/\/|www\.)/i.test(source)) return [];
    const at = source.search(SWALLOWED);
    if (at < 0) return [];
    const url = source.slice(0, at);
    const place = placeInBody(entry, (node.position?.start.offset ?? 0) + at);
    return [{ file: entry.file, ...place, value: source, why: '网址后面的中文连在了一起，会变成网址的一部分，点开是错的', fix: `在网址后面空一格，或者写成 [名称](${url})` }];
  });
}

/** A bare address takes the Chinese punctuation behind it along. */
export const bareUrls: Rule = {
  id: 'M09',
  title: '网址后面连着中文',
  severity: 'error',
  scope: 'entry',
  basis: '《政府网站与政务新媒体检查指标》：链接可用',
  check: ({ source }) => source.entries.flatMap(check),
};
