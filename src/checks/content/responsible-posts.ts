import { nearest } from '../../schemas/nearest.ts';
import { getIn } from '../field-node.ts';
import { about } from '../records.ts';
import type { Rule } from '../rule.ts';

/** Owners of promises and figures that are not on the township's own list of posts. */
export const responsiblePosts: Rule = {
  id: 'R06',
  title: '责任岗位不在名单里',
  severity: 'warning',
  basis: '责任岗位从 site.yaml 的 posts 里选，同一个岗位写法一致才能归到一起',
  check: ({ records, source }) => {
    const posts = getIn(source.site?.yaml?.value, ['posts']);
    if (!Array.isArray(posts)) return [];
    const known = posts.map(String);
    return records.flatMap((record) =>
      record.fields.flatMap(({ node, value: owner, path }) => {
        if (node.role !== 'owner' || typeof owner !== 'string' || owner === '' || known.includes(owner)) return [];
        const guess = nearest(owner, known);
        const fix = guess === undefined ? '从 posts 里选一个，或者把这个岗位加进 posts' : `是不是想写 ${guess}`;
        return [about(record, path, { why: 'site.yaml 的 posts 里没有这个岗位', fix })];
      }),
    );
  },
};
