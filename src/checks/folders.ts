import type { ContentFile } from '../loader/content-files.ts';
import { foldersAbove } from '../loader/folders.ts';

/** Whether a path is one of some files or lies in one of some folders; without a list everything does. */
export const within = (list: readonly string[] | undefined, path: string): boolean =>
  list === undefined || list.some((one) => path === one || path.startsWith(`${one}/`));

/** Entry folder → the files in it and below it. Files outside of every entry are left out. */
export function filesByEntry(files: readonly ContentFile[], entryFolders: readonly string[]): Map<string, ContentFile[]> {
  const byEntry = new Map(entryFolders.map((folder) => [folder, [] as ContentFile[]]));
  for (const file of files) {
    const nearest = foldersAbove(file.path).find((folder) => byEntry.has(folder));
    byEntry.get(nearest ?? '')?.push(file);
  }
  return byEntry;
}
