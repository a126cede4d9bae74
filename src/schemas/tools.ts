import { z } from 'astro/zod';

/**
 * What a schema needs from its user. Astro passes its own `image()`, which turns a path into picture metadata; the gate, the
 * generators and the tests pass {@link plainTools}, for which a picture is the path that the author wrote.
 */
export interface SchemaTools<I> {
  image: () => z.ZodType<I>;
}

export const plainTools: SchemaTools<string> = {
  image: () => z.string().min(1).meta({ format: 'image-path' }),
};

/** What a field is called (Chinese), how to fill it in, and an example: the form editor, the field handbook and the messages read it. */
export function field<S extends z.ZodType>(schema: S, title: string, description?: string, example?: unknown): S {
  return schema.meta({
    title,
    ...(description === undefined ? {} : { description }),
    ...(example === undefined ? {} : { examples: [example] }),
  });
}
