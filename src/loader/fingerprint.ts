import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Changes with the code that makes entries: Astro clears its store for a new configuration, but not for a new loader or schema. */
export function loaderFingerprint(srcDir: string): string {
  const hash = createHash('sha256');
  for (const folder of ['loader', 'schemas'])
    for (const name of readdirSync(join(srcDir, folder)).sort())
      if (/(?<!\.test)\.ts$/.test(name)) hash.update(name).update(readFileSync(join(srcDir, folder, name)));
  return hash.digest('hex');
}
