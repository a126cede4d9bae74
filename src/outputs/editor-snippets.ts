import { authorComponents } from '../schemas/author-components.ts';
import type { FieldSchema } from '../schemas/field-schema.ts';

/** A snippet as VS Code reads it. */
interface Snippet {
  prefix: string;
  description: string;
  scope: string;
  body: string[];
}

/** What is offered as a snippet: its word, and the field of the model. */
export interface SnippetSource {
  name: string;
  key: string;
  schema: FieldSchema;
}

/** Snippets for the editor: groups of fields that authors add later, and what may stand in a text. JSON. */
export function editorSnippets(sources: readonly SnippetSource[]): string {
  const fields = sources.flatMap(({ name, key, schema }) => {
    const variants = schema.items?.oneOf;
    if (variants === undefined) return [snippet(name, [`${key}:`, ...block(schema)])];
    return variants.map((variant) => snippet(`${name}：${String(variant.properties?.['kind']?.const)}`, [`- ${group(variant)}`]));
  });
  const components = Object.values(authorComponents).map(({ title, help, example }): [string, Snippet] => [
    title,
    { prefix: title, description: help, scope: 'mdx', body: example.split('\n').map((line) => line.replaceAll('$', '\\$')) },
  ]);
  return `${JSON.stringify(Object.fromEntries([...fields, ...components]), null, 2)}\n`;
}

const snippet = (name: string, lines: readonly string[]): [string, Snippet] => {
  let stop = 0;
  const body = lines.map((line) => line.replace(/\$\{/g, () => `\${${(stop += 1)}`));
  return [name, { prefix: name, description: `字段：${name}`, scope: 'mdx,yaml,markdown', body }];
};

/** The required fields below a key, each on a line of its own. */
function block({ properties = {}, required = [], items }: FieldSchema): string[] {
  if (items !== undefined) return [`  - ${items.properties === undefined ? place(items, '') : group(items)}`];
  const needed = Object.entries(properties).filter(([key]) => required.includes(key));
  return needed.map(([key, field]) => `  ${key}: ${value(field)}`);
}

const value = (field: FieldSchema): string => {
  if (field.properties !== undefined) return group(field);
  return field.items === undefined ? place(field, field.title ?? '') : `[${place(field.items, field.title ?? '')}]`;
};

function group({ properties = {}, required = [] }: FieldSchema): string {
  const parts = Object.entries(properties)
    .filter(([key]) => required.includes(key))
    .map(([key, field]) => `${key}: ${field.const === undefined ? value(field) : String(field.const)}`);
  return `{ ${parts.join(', ')} }`;
}

/** A place to type in, or a choice. The number of the place is put in later. */
function place({ enum: choices }: FieldSchema, title: string): string {
  return choices === undefined ? `\${:${title}}` : `\${|${choices.join(',')}|}`;
}
