import type { AstroIntegration } from 'astro';

/**
 * Lowers the scripts of the browser to what old WebViews read, and only those: `build.target` would slow the server's bundle down
 * as well, and a client target set in `vite.environments` is overridden by Astro.
 */
export function lowerClientScripts(target: string[]): AstroIntegration {
  return {
    name: 'mingbang-lower-client-scripts',
    hooks: {
      'astro:build:setup': ({ vite }) => {
        vite.environments ??= {};
        const client = (vite.environments['client'] ??= {});
        client.build = { ...client.build, target };
      },
    },
  };
}
