import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writePolicies } from '../lib/content-policy.ts';

/** Gives every built page its policy: Astro's own lists the hashes of the whole site on each page (docs/decisions/0011-content-policy.md). */
export function contentPolicy(): AstroIntegration {
  return {
    name: 'mingbang-content-policy',
    hooks: {
      'astro:build:done': ({ dir }) => {
        writePolicies(fileURLToPath(dir));
      },
    },
  };
}
