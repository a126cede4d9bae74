import { posix } from 'node:path';
import type { ContentFile } from '../../loader/content-files.ts';
import { collections } from '../../schemas/index.ts';
import { filesByEntry } from '../folders.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

const FOLDERS: readonly string[] = Object.values(collections).map(({ folder }) => folder);

function problem(name: string): { why: string; fix: string } | undefined {
  if (name === 'index.mdx') return undefined;
  if (/\.(docx?|wps|rtf|odt)$/i.test(name))
    return { why: 'Word/WPS 文件不会变成文章', fix: '把文字复制到 index.mdx 的正文里；想让读者下载，就在 attachments 里写上它' };
  if (/^index\.(mdx|md|markdown|txt|html?)$/i.test(name))
    return { why: `文章的文件名要写成 index.mdx，现在是 ${name}`, fix: '把文件名改成 index.mdx' };
  if (/\.mdx?$/i.test(name)) return { why: `只有 index.mdx 会变成文章，${name} 不会`, fix: '放进单独的文件夹，文件名改成 index.mdx' };
  return undefined;
}

/** The file next to which an orphan stands says so for its whole folder. */
function orphans(files: readonly ContentFile[], entryFolders: readonly string[]): RuleFinding[] {
  const seen = new Set<string>();
  const housed = new Set([...filesByEntry(files, entryFolders).values()].flat());
  return files.flatMap((file): RuleFinding[] => {
    const { path } = file;
    const folder = posix.dirname(path);
    if (housed.has(file) || seen.has(folder) || problem(posix.basename(path)) !== undefined) return [];
    seen.add(folder);
    const loose = FOLDERS.includes(folder.slice('content/'.length));
    const why = loose ? '文件直接放在了栏目文件夹里，不属于任何一篇' : '这个文件夹里没有 index.mdx，不会变成页面';
    return [{ file: path, line: 1, column: 1, why, fix: loose ? '移到它所属的那一篇的文件夹里' : '补上 index.mdx，或者删掉这个文件夹' }];
  });
}

function check({ source, fileRefs }: GateContext): RuleFinding[] {
  const inCollections = source.files.filter(({ path }) => FOLDERS.some((folder) => path.startsWith(`content/${folder}/`)));
  const offered = new Set(fileRefs.map(({ path }) => path));
  const folders = source.entries.map(({ folder }) => folder);
  const wrong = inCollections.flatMap(({ path }): RuleFinding[] => {
    const found = offered.has(path) ? undefined : problem(posix.basename(path));
    return found === undefined ? [] : [{ file: path, line: 1, column: 1, ...found }];
  });
  // A folder whose entry file is only misnamed has been spoken of.
  const spoken = wrong.map(({ file }) => posix.dirname(file));
  return [...wrong, ...orphans(inCollections, [...folders, ...spoken])];
}

/** What was meant as an entry and is none. */
export const entryFiles: Rule = {
  id: 'F04',
  title: '文章的文件名不对',
  severity: 'error',
  basis: '每一篇是一个文件夹，文字写在里面的 index.mdx',
  check,
};
