import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { parse } from 'yaml';
import type { Site } from '../schemas/site.ts';

/** Bundles a worker as `offline.js` into a folder: the one script whose address does not change, as a browser knows a worker by it. */
export async function writeWorker(root: string, entry: 'worker' | 'retired', folder: string, target: string[]): Promise<void> {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    build: {
      target,
      outDir: folder,
      emptyOutDir: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: join(root, `src/offline/${entry}.ts`),
        output: { format: 'iife', entryFileNames: 'offline.js' },
      },
    },
  });
}

/** Gives a built site its worker; `offline: false` in site.yaml one that takes all copies back. */
export function offlineWorker(target: string[]): AstroIntegration {
  let root = '';
  return {
    name: 'mingbang-offline-worker',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir }) => {
        const { offline } = parse(readFileSync(join(root, 'content/site.yaml'), 'utf8')) as Pick<Site, 'offline'>;
        await writeWorker(root, offline === false ? 'retired' : 'worker', fileURLToPath(dir), target);
      },
    },
  };
}
