import { formerPath } from '../derive/former-path.ts';
import { collections } from '../schemas/index.ts';

const PAGES = collections.pages.folder;

interface Renamed {
  formerly?: string[] | undefined;
}

/** The addresses that an entry had before, oldest first, without the base and slashes at the ends; authors may leave the collection's folder out. */
export function formerPaths(folder: string, { formerly = [] }: Renamed): string[] {
  // The address of a standing page does not name its folder.
  return formerly.map((old) => (folder === '' ? formerPath(PAGES, old).slice(PAGES.length + 1) : formerPath(folder, old)));
}

/** The address under which an entry was first published: what identifies it for ever. */
export const firstPath = (folder: string, id: string, fields: Renamed): string =>
  formerPaths(folder, fields)[0] ?? (folder === '' ? id : `${folder}/${id}`);
