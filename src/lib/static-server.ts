import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { mimeType } from './mime-type.ts';

export interface StaticServerOptions {
  /** The folder to serve, such as `dist`. */
  folder: string;
  /** The path the site lives under, `/` or `/sub/path/`. */
  base?: string;
  /** `0.0.0.0` lets a phone on the same network in. */
  host?: string;
  /** 0 takes any free port. */
  port?: number;
  /** Asked first; true where it answers by itself. */
  before?: (request: IncomingMessage, response: ServerResponse) => boolean;
}

export interface StaticServer {
  /** The site's address with its base, ending in a slash. */
  url: string;
  port: number;
  close: () => Promise<void>;
}

type Answer = { status: 200 | 404; file: string } | { status: 301; location: string } | { status: 400 | 404 | 405 };

/**
 * Serves a folder of built files: directory index, `404.html` with status 404, `/news` → `/news/`. Nothing outside the folder can be
 * read, whatever the path or the links in it. Rejects where the folder is missing or the port is taken.
 */
export async function serveFolder({
  folder,
  base = '/',
  host = '127.0.0.1',
  port = 0,
  before,
}: StaticServerOptions): Promise<StaticServer> {
  const root = await realpath(folder);
  const prefix = `/${base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
  const server = createServer((request, response) => {
    if (before?.(request, response) === true) return;
    answer(root, prefix, request)
      .then((found) => send(root, found, request, response))
      .catch(() => {
        // Seen when a rebuild removes the file between look-up and reading, or when the reader goes away.
        if (response.headersSent) response.destroy();
        else response.writeHead(500).end();
      });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${address.port}${prefix}`,
    port: address.port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => {
          if (error) reject(error);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}

async function answer(root: string, prefix: string, { method, url = '/' }: IncomingMessage): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405 };
  const [rawPath = '/', query] = url.split(/\?(.*)/s);
  const pathname = decode(rawPath);
  if (pathname === undefined) return { status: 400 };
  if (`${pathname}/` === prefix) return { status: 301, location: redirect(prefix, query) };
  if (!pathname.startsWith(prefix)) return notFound(root);

  const rest = pathname.slice(prefix.length);
  const segments = rest.split('/');
  const isFolderPath = segments.at(-1) === '';
  if (isFolderPath) segments.pop();
  if (!segments.every(isPlainName)) return notFound(root);

  const file = await within(root, path.join(root, ...segments));
  if (file === undefined) return notFound(root);
  if (!file.isDirectory) return isFolderPath ? notFound(root) : { status: 200, file: file.path };
  const index = await within(root, path.join(file.path, 'index.html'));
  if (index === undefined || index.isDirectory) return notFound(root);
  if (isFolderPath || rest === '') return { status: 200, file: index.path };
  return { status: 301, location: redirect(`${prefix}${segments.map(encodeURIComponent).join('/')}/`, query) };
}

function decode(rawPath: string): string | undefined {
  try {
    return decodeURIComponent(rawPath);
  } catch {
    return undefined;
  }
}

/** Empty, `.` and `..` would move elsewhere; a backslash or a colon would on Windows. */
const isPlainName = (segment: string): boolean => !['', '.', '..'].includes(segment) && !/[\\:\0]/.test(segment);

const redirect = (pathname: string, query: string | undefined): string =>
  query === undefined ? pathname : `${pathname}?${query}`;

/** The real file behind a path, where there is one and links do not lead it out of the root. */
async function within(root: string, file: string): Promise<{ path: string; isDirectory: boolean } | undefined> {
  try {
    const real = await realpath(file);
    if (real !== root && !real.startsWith(root + path.sep)) return undefined;
    const stats = await stat(real);
    return stats.isFile() || stats.isDirectory() ? { path: real, isDirectory: stats.isDirectory() } : undefined;
  } catch {
    return undefined;
  }
}

async function notFound(root: string): Promise<Answer> {
  const page = await within(root, path.join(root, '404.html'));
  return page === undefined || page.isDirectory ? { status: 404 } : { status: 404, file: page.path };
}

async function send(root: string, found: Answer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A wrong type shows itself in the browser instead of being guessed right there.
  response.setHeader('X-Content-Type-Options', 'nosniff');
  if ('file' in found) {
    const { size } = await stat(found.file);
    const isHashed = path.relative(root, found.file).startsWith(`_astro${path.sep}`);
    response.writeHead(found.status, {
      'Content-Type': mimeType(found.file),
      'Content-Length': size,
      // Only Astro's files carry their content in their name; all the rest changes under the same address.
      'Cache-Control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
    if (request.method === 'HEAD') response.end();
    else await pipeline(createReadStream(found.file), response);
    return;
  }
  if (found.status === 301) response.setHeader('Location', found.location);
  if (found.status === 405) response.setHeader('Allow', 'GET, HEAD');
  response.writeHead(found.status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' });
  response.end(request.method === 'HEAD' ? undefined : `${found.status}\n`);
}
