import { readContent } from '../src/loader/read-content.ts';
import type { Commitment } from '../src/schemas/commitment.ts';
import type { Figure } from '../src/schemas/figure.ts';
import type { Site } from '../src/schemas/site.ts';

/** What a form offers for the post that answers for a figure or a promise. */
export type OwnerOptions = readonly { value: string; label: string }[];

/**
 * The township's own list of posts (`posts` in site.yaml), and behind it those that figures and promises name without their being on
 * it: the gate only warns of these, so a form must not lose them. Empty where there is no list; any post may then be written.
 */
export function ownerOptions(root: string): OwnerOptions {
  const { site, entries } = readContent(root);
  const { posts = [] } = (site?.parsed.data ?? {}) as Partial<Site>;
  if (posts.length === 0) return [];
  const named = entries
    .flatMap(({ companions }) => companions.filter(({ name }) => name === 'figures' || name === 'commitments'))
    .flatMap(({ items }) => items.flatMap(({ data }) => (data === undefined ? [] : [(data as Figure | Commitment).owner])));
  return [
    ...posts.map((post) => ({ value: post, label: post })),
    ...[...new Set(named)]
      .filter((post) => !posts.includes(post))
      .map((post) => ({ value: post, label: `${post}（不在责任岗位名单里）` })),
  ];
}
