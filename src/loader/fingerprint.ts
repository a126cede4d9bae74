import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Changes with the code that makes entries: Astro clears its store for a new configuration, but not for a new loader or schema. */
export function loaderFingerprint(srcDir: string): string {
  const hash = createHash('sha256');
  for (const file of globSync('{loader,schemas}/*.ts', { cwd: srcDir }).sort()) {
    if (!file.endsWith('.test.ts')) hash.update(file).update(readFileSync(join(srcDir, file)));
  }
  return hash.digest('hex');
}
