import { defineConfig } from 'vitest/config';
import { SITE_DATE } from '../support/site-date.ts';

/** `npm run test:old-browsers`: apart from `npm test`, for it fetches its browsers from the registry when they are not in `.cache/`. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    env: { SITE_DATE, TZ: 'Asia/Shanghai', NO_COLOR: '1' },
    include: ['*.test.ts'],
    globalSetup: '../support/build-sites.ts',
    testTimeout: 120_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
  },
});
