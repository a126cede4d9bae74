/** Paths of all pictures in the fields of an entry, each once: every value with `src` and `alt` (the `photo` field of the model). */
export function picturePaths(value: unknown): string[] {
  const found = new Set<string>();
  collect(value, found);
  return [...found];
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if ('src' in value && 'alt' in value && typeof value.src === 'string') found.add(value.src);
  for (const child of Object.values(value)) collect(child, found);
}
