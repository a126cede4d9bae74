interface Renamed {
  formerly?: string[] | undefined;
}

/** The addresses that an entry had before, oldest first, without the base and slashes at the ends; authors may leave the collection's folder out. */
export function formerPaths(folder: string, { formerly = [] }: Renamed): string[] {
  return formerly.map((old) => {
    const bare = old.replace(/^\/|\/$/g, '');
    if (folder === '') return bare.replace(/^pages\//, '');
    return bare.startsWith(`${folder}/`) ? bare : `${folder}/${bare}`;
  });
}

/** The address under which an entry was first published: what identifies it for ever. */
export const firstPath = (folder: string, id: string, fields: Renamed): string =>
  formerPaths(folder, fields)[0] ?? (folder === '' ? id : `${folder}/${id}`);
