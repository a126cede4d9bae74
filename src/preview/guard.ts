import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { isApproved } from '../derive/disclosure.ts';
import { splitFrontmatter } from '../loader/frontmatter.ts';
import { YamlSource } from '../loader/yaml-source.ts';
import type { Disclosure } from '../schemas/disclosure.ts';

const PICTURES = new Set(['.jpg', '.jpeg', '.png', '.webp', '.gif', '.avif', '.svg']);

const isInside = (folder: string, file: string): boolean => {
  const path = relative(folder, file);
  return path !== '' && !path.startsWith('..') && resolve(folder, path) === file;
};

/**
 * True for a request that would hand out a file which is not for everybody. The development server answers with any file of the
 * project, and others in the network can ask it: texts of `content/` leave it only through the pages, pictures only when their entry
 * is approved, and what Astro and the build keep for themselves not at all.
 * @param root the project, as `realpath` gives it
 * @param url of the request, below the base
 */
export function isPrivate(root: string, url: string): boolean {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  // The endpoint that sizes pictures reads the file that it is told.
  const asked = [pathname, searchParams.get('href'), searchParams.get('url')].filter((path) => path !== null);
  return asked.some((path) => fileOf(root, path).some((file) => isPrivateFile(root, file)));
}

/** The files that a path may mean: as it is written, and where links lead. */
function fileOf(root: string, path: string): string[] {
  let decoded = path.replace(/[?#].*$/, '');
  try {
    decoded = decodeURIComponent(decoded);
  } catch {
    return [root];
  }
  const bare = decoded.replace(/^\/@id\//, '').replaceAll('\0', '');
  const direct = bare.startsWith('/@fs/') ? resolve(bare.replace(/^\/@fs(\/(?=[a-z]:))?/i, '')) : join(root, bare);
  // An absolute path is read as such by some of the server's parts.
  const candidates = [direct, resolve(bare)].filter((file) => existsSync(file));
  return [...candidates, ...candidates.map((file) => realpathSync.native(file))];
}

function isPrivateFile(root: string, file: string): boolean {
  const content = join(root, 'content');
  if (isInside(join(root, '.cache'), file)) return !isInside(join(root, '.cache/vite'), file);
  if (isInside(join(root, '.astro'), file)) return true;
  if (!isInside(content, file)) return false;
  return !PICTURES.has(extname(file).toLowerCase()) || !isOfApprovedEntry(content, file);
}

function isOfApprovedEntry(content: string, picture: string): boolean {
  for (let folder = dirname(picture); isInside(content, folder); folder = dirname(folder)) {
    const entry = join(folder, 'index.mdx');
    if (!existsSync(entry)) continue;
    const front = splitFrontmatter(readFileSync(entry, 'utf8').replaceAll('\r\n', '\n'));
    const fields = 'yaml' in front ? (new YamlSource(front.yaml).value as { disclosure?: Disclosure } | null) : null;
    return typeof fields?.disclosure === 'object' && isApproved(fields.disclosure);
  }
  // Beside no entry, such as the emblem that site.yaml names.
  return true;
}
