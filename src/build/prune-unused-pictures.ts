import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const PICTURE = /\.(jpe?g|png|webp|avif|gif|tiff?|svg)$/i;
const TEXT = /\.(html|css|js|json|xml|webmanifest)$/i;

/**
 * Removes the pictures that no file of the site names. Astro puts the original of every picture of the content into the output and takes
 * away those that it made smaller ones from: what stays is the original of a picture that no page shows, of a draft or an entry for the
 * Party only, for whoever guesses its address.
 */
export function pruneUnusedPictures(): AstroIntegration {
  let assets = '';
  return {
    name: 'mingbang-prune-unused-pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        assets = config.build.assets;
      },
      'astro:build:done': ({ dir }) => {
        removeUnused(fileURLToPath(dir), assets);
      },
    },
  };
}

/** Removes from the folder of assets the pictures that no text of the site names. */
function removeUnused(root: string, assets: string): void {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const pictures = files.filter(({ name, parentPath }) => parentPath === join(root, assets) && PICTURE.test(name));
  // As they stand in an address.
  const unused = new Map(pictures.map(({ name }) => [encodeURI(name), name]));
  for (const { name, parentPath } of files.filter(({ name }) => TEXT.test(name))) {
    if (unused.size === 0) return;
    const [, ...named] = readFileSync(join(parentPath, name), 'utf8').split(`/${assets}/`);
    for (const after of named) unused.delete(/^[^"'\s,()<>&\\]*/.exec(after)?.[0] ?? '');
  }
  for (const name of unused.values()) rmSync(join(root, assets, name));
}
