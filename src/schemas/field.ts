import type { z } from 'astro/zod';

/** What a field is called (Chinese), how to fill it in, and an example: the form editor, the field handbook and the messages read it. */
export function field<S extends z.ZodType>(schema: S, title: string, description?: string, example?: unknown): S {
  return schema.meta({
    title,
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { examples: [example] }),
  });
}
