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

/** A schema never changes, so that it is described once. */
const descriptions = new WeakMap<z.ZodType, FieldNode>();

/** The fields of a schema as data, so that rules can walk a value and its description side by side. */
export function describeFields(schema: z.ZodType): FieldNode {
  const node = descriptions.get(schema) ?? (z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as FieldNode);
  descriptions.set(schema, node);
  return node;
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
  if (typeof step === 'number') return items;
  return properties !== undefined && Object.hasOwn(properties, step) ? properties[step] : undefined;
}

function valueAt(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return value[Number(step)];
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
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

/** A value with its description. */
export interface Field {
  node: FieldNode;
  value: unknown;
  path: Path;
}

/** Every value that the model describes, parents first. */
export function listFields(node: FieldNode, value: unknown): Field[] {
  const fields: Field[] = [];
  const walk = (current: FieldNode, held: unknown, path: Path): void => {
    // A field's own marks stand on the union, its alternatives only say what is inside.
    fields.push({ node: current, value: held, path });
    if (typeof held !== 'object') return;
    const { items, properties = {} } = chosen(current, held);
    if (Array.isArray(held)) {
      if (items !== undefined) for (const [index, item] of held.entries()) walk(items, item, path.concat(index));
    } else if (isRecord(held)) {
      for (const [key, inner] of Object.entries(held)) {
        const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
        if (property !== undefined) walk(property, inner, path.concat(key));
      }
    }
  };
  walk(node, value, []);
  return fields;
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
