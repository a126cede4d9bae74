import { createHash } from 'node:crypto';

/** A short fingerprint of a plain view: equal views, equal fingerprint. The `cacheKey` of incremental builds. */
export function digest(view: unknown): string {
  return createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 22);
}
