import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A file below `content/`: its path as an author says it, `content/news/…`, with `/` on every system. */
export interface ContentFile {
  path: string;
  bytes: number;
  /** Git's name for its bytes, where it comes from git. */
  hash?: string;
  /** Its bytes, or the first few of them. */
  read: (length?: number) => Buffer;
}

/** Everything below `<root>/content` as it lies on the disk, but for what begins with a dot. */
export function listFiles(root: string, folder = 'content'): ContentFile[] {
  const absolute = join(root, folder);
  const found: ContentFile[] = [];
  for (const item of readdirSync(absolute, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (item.name.startsWith('.')) continue;
    const path = `${folder}/${item.name}`;
    if (item.isDirectory()) found.push(...listFiles(root, path));
    else if (item.isFile()) found.push({ path, bytes: statSync(join(root, path)).size, ...fileAt(join(root, path)) });
  }
  return found;
}

/** Whether something lies there that {@link listFiles} lists: a link is none, for nobody looked at what it leads to. */
export const isPlainFile = (absolute: string): boolean => lstatSync(absolute, { throwIfNoEntry: false })?.isFile() === true;

/** A file on the disk, read when it is asked for. */
export function fileAt(absolute: string): Pick<ContentFile, 'read'> {
  return { read: (length) => (length === undefined ? readFileSync(absolute) : readHead(absolute, length)) };
}

function readHead(absolute: string, length: number): Buffer {
  const file = openSync(absolute, 'r');
  try {
    const head = Buffer.alloc(length);
    return head.subarray(0, readSync(file, head, 0, length, 0));
  } finally {
    closeSync(file);
  }
}
