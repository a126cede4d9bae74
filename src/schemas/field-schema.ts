import { z } from 'astro/zod';

/** A field as the model describes it to authors: the part of JSON Schema that the handbook, the templates and the form editor read. */
export interface FieldSchema {
  type?: string | undefined;
  title?: string | undefined;
  description?: string | undefined;
  examples?: readonly unknown[] | undefined;
  enum?: readonly (string | number | boolean | null)[] | undefined;
  const?: string | number | boolean | null | undefined;
  reference?: unknown;
  format?: string | undefined;
  /** What a text stands for that is no entry: a post, a commitment, a measure. */
  role?: unknown;
  properties?: Record<string, FieldSchema> | undefined;
  required?: readonly string[] | undefined;
  items?: FieldSchema | undefined;
  anyOf?: readonly FieldSchema[] | undefined;
  oneOf?: readonly FieldSchema[] | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  minItems?: number | undefined;
  maxItems?: number | undefined;
  /** What a form offers for a field whose values are not in the model; never in a schema itself. */
  options?: readonly { label: string; value: string }[] | undefined;
}

/** A schema as what is typed in (before defaults and conversions), with the names and helps of `field()`. */
export const fieldSchema = (schema: z.ZodType): FieldSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as FieldSchema;
