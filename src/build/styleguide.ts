import type { AstroIntegration } from 'astro';

/** `/_styleguide/` in `npm run dev`: every piece of the house style in its states. It is in no build. */
export function styleguide(): AstroIntegration {
  return {
    name: 'mingbang-styleguide',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command === 'dev') injectRoute({ pattern: '/_styleguide/', entrypoint: 'src/pages/_styleguide/index.astro' });
      },
    },
  };
}
