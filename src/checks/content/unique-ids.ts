import type { Path } from '../../loader/yaml-source.ts';
import { collections } from '../../schemas/index.ts';
import { getIn } from '../field-node.ts';
import { oldPaths, type OldPath } from '../old-paths.ts';
import { OWN_PAGES } from '../own-pages.ts';
import { about, textAt, type FieldRecord } from '../records.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

interface Named {
  record: FieldRecord;
  path: Path;
  /** Must be unique within this group. */
  group: string;
  id: string;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function named(record: FieldRecord): Named[] {
  const items = (group: string, key: string): Named[] =>
    list(getIn(record.value, [key])).flatMap((_, index): Named[] => {
      const id = textAt(record, key, index, 'id');
      return id === undefined ? [] : [{ record, group: `${record.file} ${group}`, id, path: [key, index, 'id'] }];
    });
  const own = (group: string): Named[] => {
    const id = textAt(record, 'id');
    return id === undefined ? [] : [{ record, group, id, path: ['id'] }];
  };
  switch (record.kind) {
    case 'site':
      return ['columns', 'villages', 'industries'].flatMap((key) => items(key, key));
    case 'standards':
      return list(getIn(record.value, ['heads'])).flatMap((head, index) =>
        list(getIn(head, ['items'])).map((item, position) => ({
          record,
          group: record.file,
          id: String(getIn(item, ['id'])),
          path: ['heads', index, 'items', position, 'id'],
        })),
      );
    case 'branches':
      return items('grids', 'grids');
    case 'reports':
      return items('claims', 'claims');
    case 'figures':
      return own(record.file);
    case 'commitments':
      return own('commitments');
    default:
      return [];
  }
}

function repeated(names: Named[]): RuleFinding[] {
  const first = new Map<string, Named>();
  return names.flatMap((name) => {
    const key = `${name.group}\0${name.id}`;
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, name);
      return [];
    }
    const { line } = before.record.locate(before.path);
    const where = before.record.file === name.record.file ? `第 ${line} 行` : `${before.record.file} 第 ${line} 行`;
    return [about(name.record, name.path, { why: `这个编号已经用过了（${where}）`, fix: '换一个编号' })];
  });
}

/** Why an old path cannot lead to its entry; undefined where it can. */
function wrongPath({ record: { entry, file }, path }: OldPath, taken: ReadonlyMap<string, string>): { why: string; fix: string } | undefined {
  const [folder = '', ...parts] = path.split('/');
  const depth = entry && collections[entry.collection].depth;
  // What is no path at all is said by the schema.
  if (parts.length !== depth && /^[a-z0-9/-]+$/.test(path)) return { why: `旧路径的层数不对：“${folder}”里的是 ${String(depth)} 层`, fix: '从旧网址里把文件夹名照抄下来' };
  if (folder === 'pages' && OWN_PAGES.has(parts[0] ?? '')) return { why: '这是网站自己的网页的地址', fix: '核对旧路径，不是它就删掉这一行' };
  const by = taken.get(path);
  if (by === undefined) return undefined;
  const why = by === file ? '这个路径已经写过，或者就是现在的路径' : `这个路径正被 ${by} 使用`;
  return { why, fix: '核对旧路径；一个旧网址只能转到一篇' };
}

function oldAddresses(context: GateContext): RuleFinding[] {
  const taken = new Map(context.source.entries.map(({ collection, id, file }) => [`${collection}/${id}`, file]));
  return oldPaths(context).flatMap((old) => {
    const found = wrongPath(old, taken);
    taken.set(old.path, old.record.file);
    return found === undefined ? [] : [about(old.record, ['formerly', old.index], found)];
  });
}

/** Ids that stand for two things, and old addresses that are in use. */
export const uniqueIds: Rule = {
  id: 'C02',
  title: '编号或旧路径重复',
  severity: 'error',
  basis: '编号用来引用，一个编号只能指一样东西',
  check: (context) => [...repeated(context.records.flatMap(named)), ...oldAddresses(context)],
};
