import { join } from 'node:path';

const built = join(import.meta.dirname, '../../.cache/tests');

/** The two builds that the tests look at, made by `build-sites.ts`. */
export const sites = {
  root: { base: '/', folder: join(built, 'root') },
  sub: { base: '/sub/path/', folder: join(built, 'sub') },
} as const;
