/** The same fields with a mark before what the entry is called, so that it is seen wherever the entry appears: `〔草稿〕春耕备耕`. */
export function marked<F extends object>(fields: F, mark: string): F {
  const names = ['title', 'name', 'shortName'] as const;
  const changed = names.flatMap((key) => {
    const value: unknown = (fields as Record<string, unknown>)[key];
    return typeof value === 'string' ? [[key, `〔${mark}〕${value}`]] : [];
  });
  return { ...fields, ...(Object.fromEntries(changed) as Partial<F>) };
}
