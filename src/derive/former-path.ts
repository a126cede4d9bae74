/** A former path as its author may write it, with or without slashes at the ends and the collection's folder → `news/2025/0318-chun-cha`. */
export function formerPath(folder: string, written: string): string {
  const bare = written.replace(/^\/|\/$/g, '');
  return bare.startsWith(`${folder}/`) ? bare : `${folder}/${bare}`;
}
