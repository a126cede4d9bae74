import { execFileSync } from 'node:child_process';
import { blobsAt } from './base-files.ts';
import type { ContentFile } from './content-files.ts';
import { git } from './git.ts';

/** Texts are all read at once; of what else the commit leaves alone, the name is enough. */
const TEXT = /\.(mdx?|ya?ml|csv|txt)$/i;
/** Stands for the index where git expects a commit: `:content/site.yaml`. */
const INDEX = '';

/** What the next commit of a repository holds below `content/`. */
export interface StagedContent {
  files: ContentFile[];
  /** Paths that the commit adds, changes or takes away; a renamed file counts under both names. */
  changed: string[];
}

interface Blob {
  path: string;
  hash: string;
}

/** Reads `<folder>/content` from the index of git, whatever lies in the folder. Undefined where there is no repository. */
export function stagedContent(folder: string): StagedContent | undefined {
  const listed = git(folder, 'ls-files', '--stage', '-z', '--', 'content');
  if (listed === undefined) return undefined;
  const blobs = listed.split('\0').flatMap(toBlob);
  const texts = blobsAt(
    folder,
    INDEX,
    blobs.map(({ path }) => path).filter((path) => TEXT.test(path)),
  );
  let sizes: Map<string, number> | undefined;
  const files = blobs.map(({ path, hash }): ContentFile => {
    const read = (): Buffer => texts.get(path) ?? asCheckedOut(folder, path, hash);
    return {
      path,
      get bytes() {
        return texts.get(path)?.length ?? (sizes ??= sizesOf(folder, blobs)).get(hash) ?? 0;
      },
      read: (length) => read().subarray(0, length),
    };
  });
  return { files, changed: changedPaths(folder) };
}

/** Against the last commit; before the first one everything is new. */
function changedPaths(folder: string): string[] {
  const born = git(folder, 'rev-parse', '--verify', '--quiet', 'HEAD') !== undefined;
  const command = born ? ['diff', '--cached', '--name-only', '--no-renames', '--relative'] : ['ls-files'];
  const listed = git(folder, ...command, '-z', '--', 'content') ?? '';
  return listed.split('\0').filter((path) => path !== '');
}

/** `100644 <hash> 0\tcontent/…`; links and other repositories are no files, and what begins with a dot is not content. */
function toBlob(line: string): Blob[] {
  const [, hash, path] = /^100\d{3} ([0-9a-f]+) 0\t(.+)$/s.exec(line) ?? [];
  return hash === undefined || path === undefined || /(?:^|\/)\./.test(path) ? [] : [{ hash, path }];
}

function sizesOf(folder: string, blobs: readonly Blob[]): Map<string, number> {
  const input = blobs.map(({ hash }) => `${hash}\n`).join('');
  const output = execFileSync('git', ['-C', folder, 'cat-file', '--batch-check'], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  // `<hash> blob <bytes>`
  return new Map(output.split('\n').map((line) => [line.split(' ')[0] ?? '', Number(line.split(' ')[2])]));
}

/** A file as a checkout would write it, so that one that is kept in large-file storage is looked into and not its pointer. */
function asCheckedOut(folder: string, path: string, hash: string): Buffer {
  return execFileSync('git', ['-C', folder, 'cat-file', '--filters', `--path=${path}`, hash], { maxBuffer: 1 << 30 });
}
