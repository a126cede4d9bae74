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
}

/** A schema as what is typed in (before defaults and conversions), with the names and helps of `field()`. */
export const fieldSchema = (schema: z.ZodType): FieldSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as FieldSchema;
