import { posix } from 'node:path';
import type { ContentFile } from '../loader/read-content.ts';

/** Entry folder → the files in it and below it. Files outside of every entry are left out. */
export function filesByEntry(files: readonly ContentFile[], entryFolders: readonly string[]): Map<string, ContentFile[]> {
  const byEntry = new Map(entryFolders.map((folder) => [folder, [] as ContentFile[]]));
  for (const file of files) {
    for (let folder = posix.dirname(file.path); folder !== '.'; folder = posix.dirname(folder)) {
      const list = byEntry.get(folder);
      if (list !== undefined) {
        list.push(file);
        break;
      }
    }
  }
  return byEntry;
}
