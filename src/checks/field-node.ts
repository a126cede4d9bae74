import { z } from 'astro/zod';
import type { ReferenceTarget } from '../schemas/fields.ts';
import type { Path } from '../loader/yaml-source.ts';

/** A field as the model describes it: the JSON Schema of its zod schema, with the model's own marks. */
export interface FieldNode {
  title?: string;
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, FieldNode>;
  items?: FieldNode;
  oneOf?: FieldNode[];
  reference?: ReferenceTarget;
  role?: string;
}

export type MutablePath = (string | number)[];

/** The fields of a schema as data, so that rules can walk a value and its description side by side. */
export function describeFields(schema: z.ZodType): FieldNode {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as FieldNode;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The alternative of a discriminated union that a value chose. */
function chosen(node: FieldNode, value: unknown): FieldNode {
  if (node.oneOf === undefined || !isRecord(value)) return node;
  const fits = (option: FieldNode): boolean =>
    Object.entries(option.properties ?? {}).some(([key, field]) => field.const !== undefined && field.const === value[key]);
  return node.oneOf.find(fits) ?? node;
}

function child(node: FieldNode, value: unknown, step: string | number): FieldNode | undefined {
  const { items, properties } = chosen(node, value);
  return typeof step === 'number' ? items : properties?.[step];
}

function valueAt(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isRecord(value) ? value[step] : undefined;
}

/** The value at a path, or undefined. */
export const getIn = (value: unknown, path: Path): unknown => path.reduce(valueAt, value);

/** The description of the field at a path; the value decides between alternatives on the way. */
export function fieldAt(node: FieldNode, value: unknown, path: Path): FieldNode | undefined {
  let found: FieldNode | undefined = node;
  let current = value;
  for (const step of path) {
    found = child(found, current, step);
    if (found === undefined) return undefined;
    current = valueAt(current, step);
  }
  return chosen(found, current);
}

/** Calls `visit` for every value that the model describes, parents first. */
export function walkFields(
  node: FieldNode,
  value: unknown,
  visit: (field: FieldNode, value: unknown, path: MutablePath) => void,
  path: MutablePath = [],
): void {
  const field = chosen(node, value);
  // A field's own marks stand on the union, its alternatives only say what is inside.
  visit(node, value, path);
  if (Array.isArray(value)) {
    const { items } = field;
    if (items !== undefined)
      value.forEach((item, index) => {
        walkFields(items, item, visit, [...path, index]);
      });
  } else if (isRecord(value)) {
    for (const [key, property] of Object.entries(field.properties ?? {}))
      if (value[key] !== undefined) walkFields(property, value[key], visit, [...path, key]);
  }
}

/** Every key that the model knows somewhere below a field. */
export function knownKeys(node: FieldNode): Set<string> {
  const keys = new Set<string>();
  const collect = ({ properties, items, oneOf }: FieldNode): void => {
    for (const [key, property] of Object.entries(properties ?? {})) {
      keys.add(key);
      collect(property);
    }
    if (items !== undefined) collect(items);
    oneOf?.forEach(collect);
  };
  collect(node);
  return keys;
}

/** A field's name for its author: the Chinese title and the key, `参加人次（events 第2项 participants）`. */
export function fieldName(node: FieldNode, value: unknown, path: Path): string | undefined {
  if (path.length === 0) return undefined;
  const keys = path.map((step) => (typeof step === 'number' ? `第${step + 1}项` : step)).join(' ');
  const named = [...path.keys()].reverse().map((index) => fieldAt(node, value, path.slice(0, index + 1))?.title);
  const title = named.find((candidate) => candidate !== undefined);
  return title === undefined || title === keys ? keys : `${title}（${keys}）`;
}
