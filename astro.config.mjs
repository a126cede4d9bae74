import { readFileSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';

// The public address is the township's to set, in content/site.yaml; its path, if any, is the base. `scripts/build.ts --base` overrides it.
const address = new URL(parse(readFileSync(new URL('./content/site.yaml', import.meta.url), 'utf8')).url);

/** Browsers of old WebViews: what they cannot read is rewritten (docs/architecture.md). */
const OLDEST = ['chrome66', 'safari12'];

/** Only the browser's scripts are lowered: `build.target` would slow the server's bundle down as well, and a client target set in `vite` is overridden by Astro. */
const lowerClientScripts = {
  name: 'mingbang-lower-client-scripts',
  hooks: {
    'astro:build:setup': ({ vite }) => {
      vite.environments ??= {};
      vite.environments.client ??= {};
      vite.environments.client.build = { ...vite.environments.client.build, target: OLDEST };
    },
  },
};

/** Vite marks dynamic imports for preloading and fills the marks in after Astro has already inlined the script: left alone they throw. */
const withoutPreloadMarks = {
  name: 'mingbang-without-preload-marks',
  renderChunk: (code) => (code.includes('__VITE_PRELOAD__') ? code.replaceAll('__VITE_PRELOAD__', 'void 0') : null),
};

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
    plugins: [withoutPreloadMarks],
    build: { modulePreload: false, cssTarget: OLDEST },
  },
  image: {
    layout: 'constrained',
    responsiveStyles: false,
    breakpoints: [480, 960],
    service: { entrypoint: 'astro/assets/services/sharp', config: { webp: { effort: 2, quality: 75 } } },
  },
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false } }) },
  integrations: [mdx(), lowerClientScripts],
  experimental: { incrementalBuild: true },
});
