import { existsSync } from 'node:fs';
import path from 'node:path';
import { serveFolder } from '../../src/lib/static-server.ts';
import type { StaticServer } from '../../src/lib/static-server.ts';

/** Serves a built site to a browser test, on a free port of this machine only. `base` is the one it was built with. */
export async function serveDist(folder: string, base = '/'): Promise<StaticServer> {
  if (!existsSync(path.join(folder, 'index.html')))
    throw new Error(`No built site in ${folder}: build it before the browser tests.`);
  return serveFolder({ folder, base });
}
