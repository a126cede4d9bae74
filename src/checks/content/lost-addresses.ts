import type { EntrySource } from '../../loader/read-content.ts';
import { collections, type CollectionName } from '../../schemas/index.ts';
import { entryAt, seenBefore, seenNow } from '../before.ts';
import { getIn } from '../field-node.ts';
import { formerPaths } from '../old-paths.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

/** An entry with all its paths, the oldest first and the present one last. */
interface Owner {
  entry: EntrySource;
  paths: string[];
}

const pathsOf = (collection: CollectionName, id: string, value: unknown): string[] => [
  ...formerPaths(collection, value),
  `${collections[collection].folder}/${id}`,
];

/** Paths as an author writes them: without the folder of the collection. */
const list = (paths: readonly string[]): string => `[${paths.map((path) => path.slice(path.indexOf('/') + 1)).join(', ')}]`;

function inOrder(some: readonly string[], all: readonly string[]): boolean {
  let from = 0;
  return some.every((one) => {
    const at = all.indexOf(one, from);
    from = at + 1;
    return at >= 0;
  });
}

/** An entry whose folder went away under this name, and that no other one answers for. */
function goneWithoutWord(file: string, value: unknown, paths: readonly string[], today: string): RuleFinding {
  const title = getIn(value, ['title']) ?? getIn(value, ['name']);
  return {
    file,
    line: 1,
    column: 1,
    why: `“${String(title)}”公布过，这个文件夹现在没有了，旧链接和二维码都会打不开`,
    fix: `改了文件夹名的，在新的那一篇写 formerly: ${list(paths)}；要撤下的，把文件夹放回来，加一行 withdrawn: { on: ${today}, reason: 原因 }`,
  };
}

/** What is wrong with the old paths of an entry that is still there, perhaps under another name. */
function wrongFormerly({ entry, paths }: Owner, before: readonly string[], known: ReadonlyMap<string, Owner>): RuleFinding[] {
  const lost = before.filter((path) => known.get(path)?.entry !== entry);
  if (lost.length === 0 && inOrder(before, paths)) return [];
  const why =
    lost.length > 0
      ? `曾用路径里少了 ${list(lost)}，那时的链接和二维码打不开这一篇了`
      : '曾用路径的先后和原来不一样，订阅的人会把这一篇当成新的再收一遍';
  return [
    {
      file: entry.file,
      ...(entry.yaml?.locate(['formerly'], 'key') ?? { line: 1, column: 1 }),
      field: '曾用路径（formerly）',
      why,
      fix: `最早的在前，写成 formerly: ${list(before.filter((path) => path !== paths.at(-1)))}`,
    },
  ];
}

/** An entry that readers could open, or read a word of its takedown, and that is now hidden without one. */
function hiddenAgain({ file, yaml, parsed }: EntrySource, today: string): RuleFinding[] {
  if (yaml === undefined || seenNow(parsed.data, today) !== 'hidden') return [];
  const key = ['draft', 'publishOn'].find((name) => getIn(yaml.value, [name]) !== undefined) ?? 'disclosure';
  return [
    {
      file,
      ...yaml.locate([key], 'key'),
      why: '这一篇公布过，这样改就从网站上消失了，一句说明也没有',
      fix: `要撤下，写 withdrawn: { on: ${today}, reason: 原因 }，页面上留一句说明；不撤下就改回来`,
    },
  ];
}

/** Every path that answers now, with the entry that it leads to. */
function knownPaths(entries: readonly EntrySource[]): Map<string, Owner> {
  const known = new Map<string, Owner>();
  for (const entry of entries) {
    const paths = pathsOf(entry.collection, entry.id, entry.yaml?.value);
    for (const path of paths) known.set(path, { entry, paths });
  }
  return known;
}

function check({ base, source, today }: GateContext): RuleFinding[] {
  const changed = [...(base?.gone ?? []), ...(base?.changed ?? [])].flatMap(([file, text]) => {
    const at = entryAt(file);
    const before = at && seenBefore(at.collection, text, today);
    return at === undefined || before === undefined ? [] : [{ file, before, ...at }];
  });
  if (changed.length === 0) return [];
  const known = knownPaths(source.entries);
  return changed.flatMap(({ file, collection, id, before }) => {
    const value = before.yaml?.value;
    const paths = pathsOf(collection, id, value);
    const owner = known.get(paths.at(-1) ?? '');
    if (owner === undefined) return [goneWithoutWord(file, value, paths, today)];
    return [...wrongFormerly(owner, paths, known), ...hiddenAgain(owner.entry, today)];
  });
}

/** Addresses that readers know and that would answer nothing, or be taken for another entry. */
export const lostAddresses: Rule = {
  id: 'D08',
  title: '公布过的网址不见了',
  severity: 'error',
  basis: '印出去的二维码、别人转发的链接一直要打得开；信息要撤下，也要留一句说明',
  check,
};
