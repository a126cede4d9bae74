import { JPEG_QUALITY, LONGEST_SIDE } from '../lib/content-picture.ts';
import type { FieldSchema } from '../schemas/field-schema.ts';
import { fieldsOf, type CmsField } from './cms-field.ts';

/** How a file becomes a form and a form a file again: the formats of `src/editor/formats.ts`. */
export type CmsFormat = 'mingbang-frontmatter' | 'mingbang-group' | 'mingbang-list';

/** A folder of entries that the editor offers, one form each. */
export interface CmsFolder {
  name: string;
  title: string;
  folder: string;
  /** Where an entry stands below the folder, with the editor's marks. */
  path: string;
  extension: 'mdx' | 'yaml';
  format: CmsFormat;
  /** What an entry is called in lists, with the editor's marks. */
  summary: string;
  /** The field that says what an entry is called; none where only its folder does. */
  named?: string | undefined;
  /** Of an entry, or of one item where the file is a list. */
  schema: FieldSchema;
  /** What a new entry is called at first in its address, and what may be written there. */
  slug: CmsSlug;
  /** False where an entry may do without a text, undefined where it has none. */
  bodyNeeded?: boolean | undefined;
  /** Where the form ends and other tools begin. */
  description?: string | undefined;
}

export interface CmsSlug {
  template: string;
  hint: string;
  pattern: readonly [string, string];
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

/** The text that a form was read from, so that saving keeps what it does not know; never shown. */
const SOURCE: CmsField = { name: '_source', label: '原文', widget: 'hidden' };

/** Stays empty: a list has no name of its own, so the editor shows its folder's. */
const NAMELESS: CmsField = { name: '_name', label: '名称', widget: 'hidden' };

/** The configuration of the form editor, from the model: labels, helps, choices, relations, pictures beside the entry, raw bodies. */
export function cmsConfig(backend: CmsBackend, folders: readonly CmsFolder[], files: readonly CmsFile[]): object {
  return {
    load_config_file: false,
    backend: definedOnly(backend),
    media_folder: '/content',
    public_folder: '/content',
    slug: { encoding: 'ascii', clean_accents: true, timezone: 'local' },
    output: { omit_empty_optional_fields: true },
    app_title: '内容编辑',
    show_preview_links: false,
    media_libraries: {
      // The browser draws a picture anew before it is sent: smaller, and without what the camera wrote into it.
      default: {
        config: {
          slugify_filename: true,
          transformations: {
            raster_image: { format: 'webp', quality: JPEG_QUALITY, width: LONGEST_SIDE, height: LONGEST_SIDE },
          },
        },
      },
      // Nothing but the township's own folder or repository: no stock pictures.
      stock_assets: { providers: [] },
    },
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
          format: 'mingbang-group' satisfies CmsFormat,
          fields: [...fieldsOf(schema), SOURCE],
        })),
      },
    ],
  };
}

function folderCollection(folder: CmsFolder): object {
  const { name, title, slug, named, description } = folder;
  return {
    name,
    label: title,
    ...(description === undefined ? {} : { description }),
    folder: folder.folder,
    path: folder.path,
    extension: folder.extension,
    format: folder.format,
    create: true,
    // An address that was published must not die: entries are withdrawn, not deleted.
    delete: false,
    identifier_field: named ?? NAMELESS.name,
    summary: folder.summary,
    ...newestFirst(folder),
    slug: { template: slug.template, editable: ['create'], hint: slug.hint, pattern: slug.pattern },
    media_folder: '',
    public_folder: '.',
    editor: { preview: false },
    fields: [...formOf(folder), SOURCE],
  };
}

/** Entries with a day are looked for by it; the others keep the order of their names. */
function newestFirst({ schema: { properties = {} }, named }: CmsFolder): object {
  const day = ['date', 'year'].find((key) => key in properties);
  if (day === undefined || named === undefined) return {};
  return { sortable_fields: { fields: [day, named], default: { field: day, direction: 'descending' } } };
}

function formOf({ schema, format, title, bodyNeeded, name }: CmsFolder): CmsField[] {
  if (format === 'mingbang-list') {
    const items: FieldSchema = { title, type: 'array', items: schema };
    return [...fieldsOf({ properties: { items }, required: ['items'] }), NAMELESS];
  }
  // Evidence names an entry by its folder, and that begins with the day.
  const day: CmsField[] = name === 'news' ? [{ name: '_day', label: '日', widget: 'hidden' }] : [];
  if (bodyNeeded === undefined) return [...fieldsOf(schema), ...day];
  const body: CmsField = {
    name: 'body',
    label: '正文',
    widget: 'markdown',
    modes: ['raw'],
    required: bodyNeeded,
    hint: '空一行是分段，“## ”开头是小标题，“- ”开头是列表',
  };
  return [...fieldsOf(schema), body, ...day];
}

const definedOnly = (values: object): object =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
