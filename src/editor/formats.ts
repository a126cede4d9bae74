import { parse } from 'yaml';
import { isGroup, type Plain } from '../lib/align.ts';
import { mergeYaml, writeYaml } from '../lib/merge-yaml.ts';
import { splitFrontmatter } from '../loader/frontmatter.ts';

/** What a form holds: the fields of the model, and beside them `_source`, the text that it was read from. */
export type FormValue = Record<string, Plain>;

/** How a file becomes a form, and a form becomes the same file again but for what was changed. */
export interface EditorFormat {
  extension: string;
  fromFile: (text: string) => FormValue;
  toFile: (value: FormValue) => string;
}

const read = (yaml: string): Plain => parse(yaml, { schema: 'core', version: '1.2' }) as Plain;
const textOf = (value: Plain): string => (typeof value === 'string' ? value : '');
/** The editor gives and takes texts without blank lines at either end. */
const trimmed = (body: string): string => body.replace(/^\n+/, '').trimEnd();

function readGroup(yaml: string): FormValue {
  const value = read(yaml);
  return isGroup(value) ? value : {};
}

/** Fields between `---`, then a text: `index.mdx`. */
const entry: EditorFormat = {
  extension: 'mdx',
  fromFile(source) {
    const front = splitFrontmatter(source);
    if ('problem' in front) throw new Error('字段区不完整：文件开头和字段后面要各有一行 ---');
    const fields = readGroup(front.yaml);
    // D02 of the gate: the folder's name begins with this day.
    const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(textOf(fields['date'])) ?? [];
    const _day = year === undefined ? '' : `${year}/${month ?? ''}${day ?? ''}`;
    return { ...fields, body: trimmed(front.body), _day, _source: source };
  },
  toFile({ _source, body, ...rest }) {
    const fields = { ...rest, _day: undefined };
    const front = splitFrontmatter(textOf(_source));
    const now = trimmed(textOf(body));
    if ('problem' in front) return `---\n${writeYaml(fields)}---\n${now === '' ? '' : `\n${now}\n`}`;
    const kept = trimmed(front.body) === now ? front.body : `\n${now}\n`;
    return `---\n${mergeYaml(`${front.yaml}\n`, fields)}---\n${kept}`;
  },
};

/** A file that is one group of fields: `site.yaml`. */
const group: EditorFormat = {
  extension: 'yaml',
  fromFile: (source) => ({ ...readGroup(source), _source: source }),
  toFile: ({ _source, ...fields }) => mergeYaml(textOf(_source), fields),
};

/** A file that is a list: `figures.yaml`. */
const list: EditorFormat = {
  extension: 'yaml',
  fromFile(source) {
    const items = read(source);
    return { items: Array.isArray(items) ? items : [], _source: source };
  },
  toFile: ({ _source, items }) => mergeYaml(textOf(_source), items ?? []),
};

/** By the names that the configuration uses. */
export const editorFormats: Readonly<Record<string, EditorFormat>> = {
  'mingbang-frontmatter': entry,
  'mingbang-group': group,
  'mingbang-list': list,
};
