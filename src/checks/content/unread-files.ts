import { collections, documents } from '../../schemas/index.ts';
import { nearest } from '../../schemas/nearest.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

const FOLDERS: readonly string[] = [...Object.values(collections).map(({ folder }) => folder), documents.standards.folder];
const FILES: readonly string[] = [
  ...[documents.site, documents.people, documents.terms, documents.exceptions].map(({ file }) => file),
  'README.md',
];

/** Files where nothing is read: one finding a folder. */
function check({ source, fileRefs }: GateContext): RuleFinding[] {
  const named = new Set(fileRefs.map(({ path }) => path));
  const seen = new Set<string>();
  return source.files.flatMap(({ path }): RuleFinding[] => {
    const [, first = '', ...rest] = path.split('/');
    if (named.has(path)) return [];
    const at = { file: path, line: 1, column: 1 };
    if (rest.length === 0) {
      if (FILES.includes(first)) return [];
      const guess = nearest(first, FILES);
      return [{ ...at, why: 'content/ 里直接放的文件不会被读取', fix: guess === undefined ? '移到它所属的文件夹里，不用就删掉' : `是不是想写 ${guess}` }];
    }
    if (first === documents.standards.folder && !/^\d{4}\.yaml$/.test(rest.join('/')))
      return [{ ...at, why: '“五好”标准的文件名应当是“年份.yaml”', fix: '改成例如 standards/2026.yaml' }];
    if (FOLDERS.includes(first) || seen.has(first)) return [];
    seen.add(first);
    const guess = nearest(first, FOLDERS);
    return [{ ...at, why: `没有“${first}”这个文件夹，里面的内容不会被读取`, fix: guess === undefined ? `可用的文件夹：${FOLDERS.join('、')}` : `是不是想写 ${guess}` }];
  });
}

/** Content that would silently not appear. */
export const unreadFiles: Rule = {
  id: 'F10',
  title: '放错地方的文件',
  severity: 'error',
  basis: '只读取 content/ 里约定的文件夹',
  check,
};
