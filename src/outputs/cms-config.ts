import { kindOf } from '../schemas/field-kind.ts';
import type { FieldSchema } from '../schemas/field-schema.ts';

/** A field of the form editor; the package's own schema says which keys go together, and a test holds this against it. */
export type CmsField = Record<string, unknown> & { name: string; widget: string };

/** A folder of entries that the editor offers. */
export interface CmsFolder {
  name: string;
  title: string;
  folder: string;
  /** Where an entry stands below the folder, with the editor's marks. */
  path: string;
  /** The field that says what an entry is called. */
  named: string;
  schema: FieldSchema;
  /** What a new entry's folder is called at first. */
  slug: string;
  /** False where an entry may do without a text. */
  bodyNeeded: boolean;
}

/** A file with a form of its own. */
export interface CmsFile {
  name: string;
  title: string;
  file: string;
  schema: FieldSchema;
}

/** Where the editor saves beside the clerk's own folder. */
export interface CmsBackend {
  name: 'github' | 'gitlab' | 'gitea';
  repo: string;
  branch?: string | undefined;
  base_url?: string | undefined;
  api_root?: string | undefined;
  app_id?: string | undefined;
}

/** The list of a file to which references point: target → file, list, and what stands for an item. */
const LISTS: Record<string, string> = { columns: 'columns', villages: 'villages', industries: 'industries' };
const FOLDERS: Record<string, string> = { branches: 'shortName', cooperatives: 'shortName' };
const LONG = 80;
const SLUG = '^[a-z0-9]+(-[a-z0-9]+)*$';

/** The configuration of the form editor, from the model: labels, helps, choices, relations, pictures beside the entry, raw bodies. */
export function cmsConfig(backend: CmsBackend, folders: readonly CmsFolder[], files: readonly CmsFile[]): object {
  return {
    load_config_file: false,
    backend: definedOnly(backend),
    media_folder: '/content',
    public_folder: '/content',
    slug: { encoding: 'ascii', clean_accents: true, timezone: 'local' },
    output: { omit_empty_optional_fields: true, yaml: { quote: 'none' } },
    // Nothing but the township's own folder or repository: no stock pictures, no translation service.
    media_libraries: { stock_assets: { providers: [] } },
    collections: [
      ...folders.map(folderCollection),
      {
        name: 'settings',
        label: '网站设置',
        editor: { preview: false },
        files: files.map(({ name, title, file, schema }) => ({
          name,
          label: title,
          file,
          format: 'yaml',
          fields: fieldsOf(schema),
        })),
      },
    ],
  };
}

function folderCollection({ name, title, folder, path, slug, named, schema, bodyNeeded }: CmsFolder): object {
  return {
    name,
    label: title,
    folder,
    path,
    extension: 'mdx',
    format: 'yaml-frontmatter',
    create: true,
    // An address that was published must not die: entries are withdrawn, not deleted.
    delete: false,
    identifier_field: named,
    summary: `{{${named}}}`,
    slug: {
      template: slug,
      editable: ['create'],
      hint: '文件夹名，就是网址：小写字母、数字和短横线，如 chun-geng。保存以后不要再改',
      pattern: [SLUG, '只用小写字母、数字和短横线'],
    },
    media_folder: '',
    public_folder: '.',
    editor: { preview: false },
    fields: [
      ...fieldsOf(schema),
      {
        name: 'body',
        label: '正文',
        widget: 'markdown',
        modes: ['raw'],
        required: bodyNeeded,
        hint: '空一行是分段，“## ”开头是小标题，“- ”开头是列表',
      },
    ],
  };
}

function fieldsOf({ properties = {}, required = [] }: FieldSchema): CmsField[] {
  return Object.entries(properties).flatMap(([key, field]) =>
    // What chooses between kinds is the editor's own `typeKey`.
    field.const === undefined ? [cmsField(key, field, required.includes(key))] : [],
  );
}

function cmsField(name: string, field: FieldSchema, required: boolean): CmsField {
  const { title, description, examples } = field;
  const example =
    examples?.[0] === undefined
      ? undefined
      : `例：${typeof examples[0] === 'string' ? examples[0] : JSON.stringify(examples[0])}`;
  const kind = field.properties === undefined && field.enum === undefined ? kindOf(field) : undefined;
  const hint = [description, kind, example].filter((part) => part !== undefined).join('。');
  return { name, label: title ?? name, ...widget(field), required, ...(hint === '' ? {} : { hint }) };
}

function widget(field: FieldSchema): Record<string, unknown> & { widget: string } {
  const { type, format, reference, properties, items, minLength, maxLength, minimum, maximum } = field;
  if (field.enum !== undefined) return { widget: 'select', options: field.enum };
  if (properties !== undefined) return { widget: 'object', fields: fieldsOf(field) };
  if (items !== undefined) return list(field, items);
  if (typeof reference === 'string' && isRelated(reference)) return relation(reference);
  if (format === 'image-path') return { widget: 'image', choose_url: false };
  if (format === 'file-path') return { widget: 'file', choose_url: false };
  if (format === 'date') return { widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };
  if (format === 'moment')
    return { widget: 'string', pattern: ['^\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2})?$', '写成 2026-03-05，或 2026-03-05 09:30'] };
  if (type === 'boolean') return { widget: 'boolean' };
  if (type === 'integer' || type === 'number') {
    const top = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? { max: maximum } : {};
    return {
      widget: 'number',
      value_type: type === 'integer' ? 'int' : 'float',
      ...(minimum === undefined ? {} : { min: minimum }),
      ...top,
    };
  }
  const length = {
    ...(minLength === undefined ? {} : { minlength: minLength }),
    ...(maxLength === undefined ? {} : { maxlength: maxLength }),
  };
  return { widget: (maxLength ?? 0) >= LONG ? 'text' : 'string', ...length };
}

function list({ minItems, maxItems }: FieldSchema, items: FieldSchema): Record<string, unknown> & { widget: string } {
  const bounds = { ...(minItems === undefined ? {} : { min: minItems }), ...(maxItems === undefined ? {} : { max: maxItems }) };
  if (items.oneOf !== undefined) {
    const types = items.oneOf.map((variant) => {
      const kind = String(variant.properties?.['kind']?.const);
      return { name: kind, label: kind, widget: 'object', fields: fieldsOf(variant) };
    });
    return { widget: 'list', typeKey: 'kind', types, ...bounds };
  }
  if (items.properties !== undefined) return { widget: 'list', fields: fieldsOf(items), ...bounds };
  if (items.enum !== undefined) return { widget: 'select', multiple: true, options: items.enum, ...bounds };
  if (typeof items.reference === 'string' && isRelated(items.reference))
    return { ...relation(items.reference), multiple: true, ...bounds };
  return { widget: 'list', field: { name: 'item', label: items.title ?? '内容', ...widget(items) }, ...bounds };
}

const isRelated = (target: string): boolean => target in LISTS || target in FOLDERS;

/** Chosen by name, saved as an id. */
function relation(target: string): Record<string, unknown> & { widget: string } {
  const key = LISTS[target];
  if (key !== undefined) {
    const display = [`${key}.*.name`];
    return {
      widget: 'relation',
      collection: 'settings',
      file: 'site',
      value_field: `${key}.*.id`,
      display_fields: display,
      search_fields: display,
    };
  }
  const display = [FOLDERS[target] ?? 'name'];
  return { widget: 'relation', collection: target, value_field: '{{slug}}', display_fields: display, search_fields: display };
}

const definedOnly = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
