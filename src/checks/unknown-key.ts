import type { Path } from '../loader/yaml-source.ts';
import { nearest } from '../schemas/nearest.ts';
import { fieldAt, knownKeys, type FieldNode } from './field-node.ts';
import type { FieldRecord } from './records.ts';

/** Keys that other systems use, with what they are here. */
const FOREIGN: Record<string, string> = {
  layout: '版式由网站统一决定，写在这里会让网站去执行别的文件 → 删掉这一行',
  slug: '网址由文件夹名决定，不在这里写 → 删掉这一行；想换网址就改文件夹名，并把旧路径写进 formerly',
  permalink: '网址由文件夹名决定，不在这里写 → 删掉这一行；想换网址就改文件夹名，并把旧路径写进 formerly',
  id: '编号就是文件夹名，不在这里写 → 删掉这一行',
};

const SYNONYMS: Record<string, string> = {
  tags: 'keywords',
  category: 'column',
  description: 'summary',
  excerpt: 'summary',
  pubDate: 'date',
  time: 'date',
  image: 'cover',
  content: 'summary',
  attachment: 'attachments',
  files: 'attachments',
};

/** Why a key is not known, and which one was meant: a typing error, a Chinese title, another system's word, a wrong indent. */
export function unknownKeyMessage(record: FieldRecord, path: Path, key: string): { why: string; fix: string } {
  const foreign = path.length === 0 ? FOREIGN[key] : undefined;
  if (foreign !== undefined && Object.hasOwn(FOREIGN, key)) {
    const [why = '', fix = ''] = foreign.split(' → ');
    return { why: `没有“${key}”这个字段：${why}`, fix };
  }
  const node = fieldAt(record.node, record.value, path);
  const fields = Object.entries(node?.properties ?? {});
  const known = fields.map(([name]) => name);
  const why = `没有“${key}”这个字段`;
  const guess =
    fields.find(([, { title }]) => title === key)?.[0] ??
    (Object.hasOwn(SYNONYMS, key) ? known.find((name) => name === SYNONYMS[key]) : undefined) ??
    nearest(key, known);
  if (guess !== undefined) return { why, fix: `是不是想写 ${guess}` };
  const home = homeOf(record, path, key);
  if (home !== undefined) return { why: `“${key}”不该写在这一层`, fix: home };
  return { why, fix: known.length > 12 ? '删掉这一行；可用的字段见字段手册' : `删掉这一行；这里可用的字段：${known.join('、')}` };
}

/** Where a key belongs when only its indent is wrong. */
function homeOf(record: FieldRecord, path: Path, key: string): string | undefined {
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const parent = path.slice(0, depth);
    if (fieldAt(record.node, record.value, parent)?.properties?.[key] !== undefined)
      return depth === 0 ? '缩进多了：移到最左边顶格写' : '缩进多了：往左退一层';
  }
  const here = fieldAt(record.node, record.value, path);
  const owner = Object.entries(here?.properties ?? {}).find(([, field]: [string, FieldNode]) => holds(field, key));
  return owner === undefined ? undefined : `它属于 ${owner[0]}：移到 ${owner[0]} 下面，缩进两格`;
}

const holds = (field: FieldNode, key: string): boolean => field.type !== undefined && knownKeys(field).has(key);
