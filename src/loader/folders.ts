/** The folders that a file lies in, the nearest first: `content/news/2026/0305-x`, `content/news/2026`, … */
export function foldersAbove(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.push(path.slice(0, end));
  return folders;
}
