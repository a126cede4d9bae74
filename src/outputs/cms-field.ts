import { kindOf } from '../schemas/field-kind.ts';
import type { FieldSchema } from '../schemas/field-schema.ts';

/** A field of the form editor; the package's own schema says which keys go together, and a test holds this against it. */
export type CmsField = Record<string, unknown> & { name: string; widget: string };
type Widget = Record<string, unknown> & { widget: string };

/** What a reference is chosen from: a list of `site.yaml`, or the entries of a collection by what they are called. */
const LISTS: Record<string, string> = { columns: 'columns', villages: 'villages', industries: 'industries' };
const FOLDERS: Record<string, { value: string; display: string[] }> = {
  // Days stand before titles, so that the newest are found by their day as well.
  news: { value: '{{_day}}-{{slug}}', display: ['date', 'title'] },
  branches: { value: '{{slug}}', display: ['shortName'] },
  cooperatives: { value: '{{slug}}', display: ['shortName'] },
  reports: { value: '{{slug}}', display: ['title'] },
};
/** A promise is looked for by what was promised, in the ledgers of all years. */
const COMMITMENT = {
  widget: 'relation',
  collection: 'commitments',
  value_field: 'items.*.id',
  display_fields: ['items.*.id', 'items.*.title'],
  search_fields: ['items.*.id', 'items.*.title'],
};
const LONG = 80;
/** A list whose items have more fields than this is shown closed, item by item. */
const OPEN_FIELDS = 3;
/** What an item of a list may be called by. */
const NAMES = ['label', 'title', 'name', 'heading', 'text', 'word', 'note'];

const PICTURE_HINT = '点“浏览”选照片，放进来时自动缩小，去掉拍摄时间和地点';

/** The fields of a form, in the order of the model. */
export function fieldsOf({ properties = {}, required = [] }: FieldSchema): CmsField[] {
  return Object.entries(properties).flatMap(([key, field]) =>
    // What chooses between kinds is the editor's own `typeKey`.
    field.const === undefined ? [cmsField(key, field, required.includes(key))] : [],
  );
}

/** A field with its Chinese name, its help and an example. */
export function cmsField(name: string, field: FieldSchema, required: boolean): CmsField {
  const { title, description, examples } = field;
  const example =
    examples?.[0] === undefined
      ? undefined
      : `例：${typeof examples[0] === 'string' ? examples[0] : JSON.stringify(examples[0])}`;
  const isByName =
    isRelated(field.reference) || isRelated(field.items?.reference) || field.role === 'commitment' || field.options !== undefined;
  const isChosen = field.enum !== undefined || isByName;
  const isPlain = field.properties === undefined && field.type !== 'boolean' && !isChosen;
  const kind = isPlain ? kindOf(field).replace(/^列表$|，每项：一组字段$/, '') : undefined;
  // Who chooses from a list needs no id, and no word on where to look it up.
  const help = isByName && /编号|文件夹|site\.yaml/.test(description ?? '') ? undefined : description;
  // A picture is picked and not named.
  if (field.format === 'image-path') return { name, label: title ?? name, ...widget(field), required, hint: PICTURE_HINT };
  const label = isByName ? (title ?? name).replace(/编号$/, '') : (title ?? name);
  const hint = [help, kind === '' ? undefined : kind, isChosen ? undefined : example]
    .filter((part) => part !== undefined)
    .join('。');
  return { name, label, ...widget(field), required, ...(hint === '' ? {} : { hint }) };
}

function widget(field: FieldSchema): Widget {
  const { type, format, reference, properties, items, minLength, maxLength, minimum, maximum } = field;
  if (field.enum !== undefined) return { widget: 'select', options: field.enum };
  if (field.options !== undefined) return { widget: 'select', options: field.options };
  if (field.role === 'commitment') return COMMITMENT;
  if (properties !== undefined) return { widget: 'object', fields: fieldsOf(field) };
  if (items !== undefined) return list(field, items);
  if (isRelated(reference)) return relation(reference);
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

function list({ minItems, maxItems }: FieldSchema, items: FieldSchema): Widget {
  const bounds = { ...(minItems === undefined ? {} : { min: minItems }), ...(maxItems === undefined ? {} : { max: maxItems }) };
  if (items.enum !== undefined) return { widget: 'select', multiple: true, options: items.enum, ...bounds };
  if (isRelated(items.reference)) return { ...relation(items.reference), multiple: true, ...bounds };
  // “添加一项” reads better than the list's own name.
  const base = { widget: 'list', label_singular: '一项', ...bounds };
  if (items.oneOf !== undefined) {
    const types = items.oneOf.map((variant) => {
      const kind = String(variant.properties?.['kind']?.const);
      return { name: kind, label: kind, widget: 'object', fields: fieldsOf(variant) };
    });
    return { ...base, typeKey: 'kind', types };
  }
  if (items.properties !== undefined) return { ...base, fields: fieldsOf(items), ...folded(items) };
  return { ...base, field: { name: 'item', label: items.title ?? '内容', ...widget(items) } };
}

/** Items with many fields are closed, and called by their name, or by their first two fields. */
function folded({ properties = {} }: FieldSchema): object {
  const keys = Object.keys(properties);
  if (keys.length <= OPEN_FIELDS) return {};
  const name = NAMES.find((key) => keys.includes(key));
  const day = keys.find((key) => properties[key]?.format === 'date' && keys.indexOf(key) === 0);
  const parts = [day, name].filter((key) => key !== undefined);
  const shown = parts.length > 0 ? parts : keys.slice(0, 2);
  return { collapsed: true, summary: shown.map((key) => `{{fields.${key}}}`).join(' ') };
}

const isRelated = (target: unknown): target is string => typeof target === 'string' && (target in LISTS || target in FOLDERS);

/** Chosen by name, saved as an id. */
function relation(target: string): Widget {
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
  const { value, display } = FOLDERS[target] ?? { value: '{{slug}}', display: ['title'] };
  return { widget: 'relation', collection: target, value_field: value, display_fields: display, search_fields: display };
}
