import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname, join, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { mimeType } from '../lib/mime-type.ts';

export interface LocalFilesOptions {
  /** The project's folder; nothing outside of its `content/` is read or written. */
  root: string;
  /** Makes a picture fit for content/, in place, before anybody can see it; says what it took away. */
  cleanPicture: (file: string) => Promise<void>;
  /** What the gate finds after a change of a file, by its path from the root. */
  check: (path: string) => Promise<unknown>;
}

const FILES = '/files/';
const FINDINGS = '/findings/';
const PICTURE = /\.(jpe?g|png|webp)$/i;
const TEXT = /\.(mdx|yaml)$/;
const MOST_BYTES = 60 * 1024 * 1024;

const versionOf = (bytes: Buffer): string => `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;

class Refusal extends Error {
  readonly status: number;

  constructor(status: number, why: string) {
    super(why);
    this.status = status;
  }
}

/**
 * Answers the form editor's page for the files below `content/`: lists, reads, writes, removes. True where the request was for it.
 * Writing is refused where the file is no longer the one that the form read.
 */
export function localFiles(options: LocalFilesOptions): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const { url = '' } = request;
    if (!url.startsWith(FILES) && !url.startsWith(FINDINGS)) return false;
    answer(options, url, request, response).catch((error: unknown) => {
      const status = error instanceof Refusal ? error.status : isMissing(error) ? 404 : 500;
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
      response.end(error instanceof Error ? error.message : String(error));
    });
    return true;
  };
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function answer(
  options: LocalFilesOptions,
  url: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // A page of another site can neither send this heading nor come under this name.
  const isOurs = /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(request.headers.host ?? '');
  if (!isOurs || request.headers['x-mingbang-editor'] === undefined) throw new Refusal(403, '只有编辑器自己能读写');
  if (url.startsWith(FINDINGS)) {
    const path = decodeURIComponent(url.slice(FINDINGS.length));
    within(options.root, path);
    sendJson(response, await options.check(path));
    return;
  }
  const path = decodeURIComponent(url.slice(FILES.length));
  if (path === '' || path === '/') {
    sendJson(response, [{ name: 'content', kind: 'directory' }]);
    return;
  }
  const file = within(options.root, path.replace(/\/$/, ''));
  switch (request.method) {
    case 'GET':
      if (path.endsWith('/')) sendJson(response, listed(file));
      else sendFile(response, file);
      return;
    case 'PUT':
      await put(options.cleanPicture, file, path, request, response);
      return;
    case 'DELETE':
      remove(file);
      response.writeHead(204).end();
      return;
    default:
      throw new Refusal(405, 'GET, PUT, DELETE');
  }
}

/** The file for a path below `content/`, wherever links lead. */
function within(root: string, path: string): string {
  const names = path.split('/');
  const isPlain = names.every((name) => name !== '' && !name.startsWith('.') && !/[\\:\0]/.test(name));
  if (names[0] !== 'content' || !isPlain) throw new Refusal(403, `编辑器只管 content/ 里的文件：${path}`);
  const content = realpathSync(join(root, 'content'));
  const file = join(content, ...names.slice(1));
  let standing = file;
  while (statSync(standing, { throwIfNoEntry: false }) === undefined) standing = dirname(standing);
  const real = realpathSync(standing);
  if (real !== content && !real.startsWith(content + sep)) throw new Refusal(403, `${path} 在 content/ 外面`);
  return file;
}

function listed(folder: string): { name: string; kind: string }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => ({ name: entry.name, kind: entry.isDirectory() ? 'directory' : 'file' }));
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' }).end(JSON.stringify(value));
}

function sendFile(response: ServerResponse, file: string): void {
  const bytes = readFileSync(file);
  response
    .writeHead(200, {
      'Content-Type': mimeType(file),
      'Cache-Control': 'no-store',
      'Last-Modified': statSync(file).mtime.toUTCString(),
      ETag: versionOf(bytes),
    })
    .end(bytes);
}

async function put(
  cleanPicture: LocalFilesOptions['cleanPicture'],
  file: string,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) throw new Refusal(413, '文件太大，超过 60 MB');
  const sent = await buffer(request);
  const standing = statSync(file, { throwIfNoEntry: false });
  const before = standing === undefined ? undefined : readFileSync(file);
  const known = request.headers['if-match'] ?? '';
  if (before !== undefined && versionOf(before) !== known)
    throw new Refusal(409, `${path} 刚才在别处改过。先刷新页面，再把这次的改动填进去`);
  mkdirSync(dirname(file), { recursive: true });
  // Written beside and moved over: neither a full disk nor a reader ever sees half a file.
  const unfinished = join(dirname(file), `.new-${basename(file)}`);
  try {
    writeFileSync(unfinished, before !== undefined && TEXT.test(file) ? asBefore(before.toString(), sent.toString()) : sent);
    if (PICTURE.test(file)) await cleanPicture(unfinished);
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
  response.writeHead(204, { ETag: versionOf(readFileSync(file)) }).end();
}

/** A text with the line ends, the mark at its beginning and the blank lines at its end that it had: the editor drops them. */
export function asBefore(before: string, now: string): string {
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
  const end = /\s*$/.exec(before)?.[0] ?? '';
  const text = `${mark}${now.trim()}`;
  return (before.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text) + end;
}

/** A file, or a folder that holds nothing. */
function remove(file: string): void {
  if (statSync(file).isDirectory()) rmdirSync(file);
  else rmSync(file);
}
