import type { Plugin } from 'vite';

/** Vite marks dynamic imports for preloading and fills the marks in after Astro has already inlined the script: left alone they throw. */
export function withoutPreloadMarks(): Plugin {
  return {
    name: 'mingbang-without-preload-marks',
    renderChunk: (code) => (code.includes('__VITE_PRELOAD__') ? code.replaceAll('__VITE_PRELOAD__', 'void 0') : null),
  };
}
