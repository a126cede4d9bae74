import { defineConfig } from 'vitest/config';
import { SITE_DATE } from './tests/support/site-date.ts';

export default defineConfig({
  test: {
    // Left to itself Vitest keeps one of two cores free, and they are idle half the time.
    maxWorkers: 2,
    env: { SITE_DATE, TZ: 'Asia/Shanghai', NO_COLOR: '1' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'],
          setupFiles: 'tests/support/seed.ts',
          // What must be quick is measured in CPU time, not by a clock that other work on the machine runs against.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: ['tests/site/**/*.site.test.ts'],
          globalSetup: 'tests/support/build-sites.ts',
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.browser.test.ts'],
          globalSetup: 'tests/support/build-sites.ts',
          // Several walk the whole site, on a machine that may have other work.
          testTimeout: 300_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 120_000 } },
        },
      },
    ],
  },
});
