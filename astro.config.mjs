import { readFileSync } from 'node:fs';
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { parse } from 'yaml';

// The public address is the township's to set, in content/site.yaml; its path, if any, is the base. Tests override both.
const address = new URL(parse(readFileSync(new URL('./content/site.yaml', import.meta.url), 'utf8')).url);
const base = process.env['SITE_BASE'] ?? address.pathname;
const outDir = process.env['SITE_OUT'] ?? './dist';

/** Vite marks dynamic imports for preloading and fills the marks in after Astro has already inlined the script: left alone they throw. */
const withoutPreloadMarks = {
  name: 'mingbang-without-preload-marks',
  renderChunk: (code) => (code.includes('__VITE_PRELOAD__') ? code.replaceAll('__VITE_PRELOAD__', 'void 0') : null),
};

export default defineConfig({
  site: address.origin,
  base,
  outDir,
  cacheDir: './.cache/astro',
  trailingSlash: 'always',
  output: 'static',
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  prerenderConflictBehavior: 'error',
  build: { inlineStylesheets: 'always', format: 'directory' },
  // Old WebViews: no range media queries, no nesting (docs/decisions).
  vite: {
    plugins: [withoutPreloadMarks],
    build: { modulePreload: false, target: ['chrome66', 'safari12'], cssTarget: ['chrome66', 'safari12'] },
  },
  image: {
    layout: 'constrained',
    responsiveStyles: false,
    breakpoints: [480, 960],
    service: { entrypoint: 'astro/assets/services/sharp', config: { webp: { effort: 2, quality: 75 } } },
  },
  markdown: { syntaxHighlight: false, processor: satteri({ features: { smartPunctuation: false } }) },
  integrations: [mdx()],
  experimental: { incrementalBuild: true },
});
