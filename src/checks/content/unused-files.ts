import { collections, type Companion } from '../../schemas/index.ts';
import { filesByEntry } from '../folders.ts';
import type { GateContext, Rule } from '../rule.ts';

/** Files of readable entries that nothing names. They are not published, but they stay in the repository for ever. */
function check({ source, fileRefs }: GateContext) {
  const named = new Set(fileRefs.map(({ path }) => path));
  const byEntry = filesByEntry(source.files, source.entries.map(({ folder }) => folder));
  return source.entries.flatMap(({ collection, folder, yaml, mdx }) => {
    if (yaml === undefined || yaml.problems.length > 0 || mdx.tree === undefined) return [];
    const companions: Record<string, Companion> = collections[collection].companions;
    const own = new Set(['index.mdx', ...Object.values(companions).map(({ file }) => file)]);
    return (byEntry.get(folder) ?? [])
      .filter(({ path }) => !named.has(path))
      .filter(({ path }) => !own.has(path.slice(folder.length + 1)) && !/\.(mdx?|docx?|wps|rtf|odt)$/i.test(path))
      .map(({ path }) => ({ file: path, line: 1, column: 1, why: '没有任何地方用到这个文件', fix: '在 cover、photos、attachments 或正文里用上它；不用就删掉' }));
  });
}

/** Leftovers beside entries. */
export const unusedFiles: Rule = {
  id: 'F07',
  title: '没有用到的文件',
  severity: 'warning',
  scope: 'entry',
  basis: '多余的照片和文件容易带出不该公开的内容',
  check,
};
