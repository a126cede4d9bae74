import { createHash } from 'node:crypto';
import { metadataOf } from './image-metadata.ts';

/** A short fingerprint of a plain view: equal views, equal fingerprint. The `cacheKey` of incremental builds. */
export function digest(view: unknown): string {
  const json = JSON.stringify(view, (_key, value: unknown) => metadataOf(value));
  return createHash('sha256').update(json).digest('base64url').slice(0, 22);
}
