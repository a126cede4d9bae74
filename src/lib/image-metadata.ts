/** What Astro gives for an imported picture: a proxy that also answers to these. */
interface Traced<T> {
  clone?: T;
  fsPath?: string;
}

/**
 * The facts of an imported picture, read without touching it: Astro takes any reading of its `src` or `width` for a use of the
 * original, and then publishes that beside the sized ones with all that a camera wrote into it. Other values come back as they are.
 */
export function metadataOf<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const traced = value as Traced<T>;
  return traced.fsPath === undefined ? value : (traced.clone ?? value);
}
