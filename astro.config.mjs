import { readFileSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';
import { contentPolicy } from './src/build/content-policy.ts';
import { lowerClientScripts } from './src/build/lower-client-scripts.ts';
import { offlineWorker } from './src/build/offline-worker.ts';
import { pruneStale } from './src/build/prune-stale.ts';
import { pruneUnusedPictures } from './src/build/prune-unused-pictures.ts';
import { styleguide } from './src/build/styleguide.ts';
import { withoutPreloadMarks } from './src/build/without-preload-marks.ts';
import { preview } from './src/preview/integration.ts';

// The public address is the township's to set, in content/site.yaml; its path, if any, is the base. `scripts/build.ts --base` overrides it.
const address = publicAddress();

/** While site.yaml cannot be read, the gate and the preview still have to say so. */
function publicAddress() {
  try {
    return new URL(parse(readFileSync(new URL('./content/site.yaml', import.meta.url), 'utf8')).url);
  } catch {
    return new URL('http://localhost/');
  }
}

/** Browsers of old WebViews: what they cannot read is rewritten. */
const OLDEST = ['chrome66', 'safari12'];

export default defineConfig({
  site: address.origin,
  base: address.pathname,
  cacheDir: './.cache/astro',
  trailingSlash: 'always',
  output: 'static',
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  prerenderConflictBehavior: 'error',
  build: { inlineStylesheets: 'always', format: 'directory' },
  vite: {
    cacheDir: './.cache/vite',
    plugins: [withoutPreloadMarks()],
    // What did not change stays in dist/; pruneStale removes what is gone.
    build: { cssTarget: OLDEST, modulePreload: false, assetsInlineLimit: 0, reportCompressedSize: false, emptyOutDir: false },
  },
  image: {
    layout: 'constrained',
    responsiveStyles: false,
    breakpoints: [480, 960],
    service: { entrypoint: 'astro/assets/services/sharp', config: { webp: { effort: 2, quality: 75 } } },
  },
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false } }) },
  integrations: [
    mdx(),
    lowerClientScripts(OLDEST),
    pruneStale(),
    pruneUnusedPictures(),
    contentPolicy(),
    offlineWorker(OLDEST),
    styleguide(),
    preview(),
  ],
  experimental: { incrementalBuild: true },
});
