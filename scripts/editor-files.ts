import { z } from 'astro/zod';
import { editorSettings, editorTasks } from '../src/outputs/editor-settings.ts';
import { editorSnippets, type SnippetSource } from '../src/outputs/editor-snippets.ts';
import { fieldSchema } from '../src/schemas/field-schema.ts';
import { collections, documents, type Companion } from '../src/schemas/index.ts';
import { measureOptions } from './measure-options.ts';

/** Offered in editors with what each of them counts; the model does not know which there are. */
const MEASURES = { enum: measureOptions.map(({ value }) => value), enumDescriptions: measureOptions.map(({ label }) => label) };

/** The schema of a file for editors, which know an older edition of JSON Schema than zod's own. */
function editorSchema(schema: z.ZodType, title: string): string {
  const json = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      if (jsonSchema['role'] === 'measure') Object.assign(jsonSchema, MEASURES);
    },
  });
  return `${JSON.stringify({ ...json, title }, null, 2)}\n`;
}

interface EditorSchema {
  glob: string;
  title: string;
  schema: z.ZodType;
}

/** Name of the schema → the files that it is for. */
function editorSchemas(): Record<string, EditorSchema> {
  const single = Object.entries(documents).map(([name, { title, schema, ...where }]): [string, EditorSchema] => [
    name,
    { title, schema, glob: 'file' in where ? `content/${where.file}` : `content/${where.folder}/*.yaml` },
  ]);
  const entries = Object.entries(collections).flatMap(
    ([name, { folder, title, schema, companions }]): [string, EditorSchema][] => [
      [name, { title, schema, glob: `content/${folder}/**/index.mdx` }],
      ...Object.entries(companions as Record<string, Companion>)
        .filter(([, { format }]) => format === 'yaml')
        .map(([key, { file, item }]): [string, EditorSchema] => [
          key,
          { title: `${title}：${file}`, schema: z.array(item), glob: `content/${folder}/**/${file}` },
        ]),
    ],
  );
  return Object.fromEntries([...single, ...entries]);
}

/** Groups of fields that are often added to an entry that stands already. */
function snippetSources(): SnippetSource[] {
  const { properties: news = {} } = fieldSchema(collections.news.schema);
  const lifecycle = ['changes', 'withdrawn'];
  return ['events', 'evidence', 'notice', 'photos', 'attachments', 'audio', ...lifecycle].flatMap((key) => {
    const schema = news[key];
    return schema === undefined ? [] : [{ name: schema.title ?? key, key, schema }];
  });
}

/** Files for VS Code that are generated from the model: path → text. */
export function editorFiles(): Record<string, string> {
  const schemas = Object.entries(editorSchemas());
  return {
    '.vscode/settings.json': editorSettings(Object.fromEntries(schemas.map(([name, { glob }]) => [name, glob]))),
    '.vscode/tasks.json': editorTasks(),
    '.vscode/mingbang.code-snippets': editorSnippets(snippetSources()),
    ...Object.fromEntries(
      schemas.map(([name, { schema, title }]) => [`.vscode/schemas/${name}.json`, editorSchema(schema, title)]),
    ),
  };
}
