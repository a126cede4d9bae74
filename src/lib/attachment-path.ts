/** Where an attachment of an entry is published: `content/news/2026/0305-x` + `./a.pdf` → `/files/news/2026/0305-x/a.pdf`. */
export function attachmentPath(folder: string, file: string): string {
  return `/files/${folder.replace(/^content\//, '')}/${file.replace(/^\.\//, '')}`;
}
