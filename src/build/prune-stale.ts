import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Removes from `dist/` what this build neither wrote nor lists as a page. Unchanged pages stay there between builds
 * (`emptyOutDir: false` saves a quarter of a rebuild), so a page that was taken down has to be deleted on purpose.
 */
export function pruneStale(): AstroIntegration {
  let root = '';
  let start = 0;
  return {
    name: 'mingbang-prune-stale',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.outDir);
      },
      'astro:build:start': () => {
        // The clock of the disk, which the files' own times come from.
        const mark = join(root, '.started');
        mkdirSync(root, { recursive: true });
        writeFileSync(mark, '');
        start = statSync(mark).mtimeMs;
        rmSync(mark);
      },
      'astro:build:done': ({ pages }) => {
        const current = new Set(pages.map(({ pathname }) => join(root, pathname, 'index.html')));
        for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
          const path = join(entry.parentPath, entry.name);
          if (entry.isFile() && !current.has(path) && statSync(path).mtimeMs < start) rmSync(path);
        }
        removeEmptyFolders(root);
      },
    },
  };
}

function removeEmptyFolders(root: string): void {
  const deepestFirst = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => b.split(sep).length - a.split(sep).length);
  for (const folder of deepestFirst) if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
