import type { EntrySource } from '../../loader/read-content.ts';
import { collections, type CollectionName } from '../../schemas/index.ts';
import { nearest } from '../../schemas/nearest.ts';
import { closedEntries, nameOf, type Closed } from '../closed-entries.ts';
import { oldPaths } from '../old-paths.ts';
import { nodesOf, placeOf } from '../mdx-tree.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

/** The entry that a path of the site leads to: `/news/2026/0305-x/` → news, `2026/0305-x`. Lists and years lead to none. */
function entryOf(path: string): { name: CollectionName; id: string } | undefined {
  const [folder = '', ...rest] = path.split('/').filter((part) => part !== '');
  const name = (Object.keys(collections) as CollectionName[]).find((candidate) => collections[candidate].folder === folder);
  if (name === undefined || name === 'pages' || rest.length < collections[name].depth) return undefined;
  if (name === 'news' && !/^\d{4}$/.test(rest[0] ?? '')) return undefined;
  return { name, id: rest.slice(0, collections[name].depth).join('/') };
}

/** The page exists and is not published. What is not published itself may point at what will be published with it. */
function isClosed(entry: EntrySource, path: string, closed: Closed): boolean {
  const target = entryOf(path) ?? { name: 'pages' as const, id: path.replaceAll('/', '') };
  return !closed.has(nameOf(entry)) && closed.get(nameOf({ collection: target.name, id: target.id })) === '没有公开';
}

function check(entry: EntrySource, ids: ReadonlySet<string>, closed: Closed): RuleFinding[] {
  return nodesOf(entry, 'link', 'definition').flatMap((node) => {
    const url = node.url ?? '';
    const path = url.replace(/[?#].*$/, '');
    if (!path.startsWith('/') || path.startsWith('//')) return [];
    const place = { file: entry.file, ...placeOf(entry, node), value: url };
    const target = entryOf(path);
    if (target !== undefined && !ids.has(`${target.name}/${target.id}`)) {
      const guess = nearest(`${target.name}/${target.id}`, [...ids]);
      const fix = guess === undefined ? '核对地址；网址里的这一段就是文件夹名' : `是不是想写 /${guess}/`;
      return [{ ...place, why: '站内没有这个页面', fix }];
    }
    if (isClosed(entry, path, closed))
      return [{ ...place, why: '这个页面没有公开，读者打不开', fix: '删掉链接，或者先公开那一篇' }];
    return path.endsWith('/') || /\.[a-z0-9]+$/i.test(path) ? [] : [{ ...place, why: '站内网址末尾缺一个“/”，有的服务器会打不开', fix: `写成 ${path}/` }];
  });
}

function idsOf(context: GateContext): Set<string> {
  return new Set([...context.source.entries.map(({ collection, id }) => `${collection}/${id}`), ...oldPaths(context).map(({ path }) => path)]);
}

/** Links to pages of this site that do not exist. */
export const siteLinks: Rule = {
  id: 'R07',
  title: '站内链接打不开',
  severity: 'error',
  basis: '《政府网站与政务新媒体检查指标》：链接可用',
  check: (context) => {
    const ids = idsOf(context);
    const closed = closedEntries(context);
    return context.source.entries.flatMap((entry) => check(entry, ids, closed));
  },
};
