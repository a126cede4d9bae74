import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { same, type Plain } from './align.ts';
import { mergeYaml } from './merge-yaml.ts';

const root = join(import.meta.dirname, '../..');
const read = (text: string): Plain => parse(text, { schema: 'core', version: '1.2' }) as Plain;
/** The sample's YAML of every kind: files, and the fields of entries. */
const patterns = [
  '*.yaml',
  '*/*.yaml',
  'reports/*/*',
  'branches/{jiguan,meiling}/*',
  'cooperatives/q*/*',
  'news/2026/*-{w,x}*/*',
];
const sources = globSync(
  patterns.map((pattern) => `content/${pattern}`),
  { cwd: root },
).flatMap((path) => {
  if (!/\.(mdx|yaml)$/.test(path)) return [];
  const text = readFileSync(join(root, path), 'utf8');
  return [{ path, yaml: path.endsWith('.mdx') ? `${text.split('\n---\n')[0]?.slice(4) ?? ''}\n` : text }];
});
const comments = (yaml: string): string[] => yaml.split('\n').filter((line) => /^\s*#/.test(line));

type Path = (string | number)[];
const leaves = (value: Plain, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, Array.isArray(value) ? Number(key) : key]))
    : [path];
const lists = (value: Plain, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [
        ...(Array.isArray(value) ? [path] : []),
        ...Object.entries(value).flatMap(([key, item]) => lists(item, [...path, Array.isArray(value) ? Number(key) : key])),
      ]
    : [];
const at = (value: Plain, path: Path): Plain => path.reduce<Plain>((found, key) => (found as Record<string, Plain>)[key], value);
function put(value: Plain, path: Path, item: Plain): Plain {
  const copy = structuredClone(value);
  (at(copy, path.slice(0, -1)) as Record<string, Plain>)[path.at(-1) ?? ''] = item;
  return copy;
}
const pick = <T>(items: readonly T[], seed: number): T => items[seed % items.length] as T;
const scalar = fc.oneof(
  fc.constantFrom(
    '改过的字',
    '2026-03-05',
    '0000-8765432',
    'a: b',
    '# 不是备注',
    '“引”',
    '-',
    '是',
    'true',
    '12',
    '{ }',
    "it's",
    ', ,',
    '- 一',
  ),
  fc.integer({ min: 0, max: 9999 }),
  fc.boolean(),
  fc.constantFrom(66.7, 0.5),
);
const seed = fc.nat();

describe('the sample', { timeout: 60_000 }, () => {
  it.each(sources)('$path stays to the letter when nothing was changed', ({ yaml }) => {
    expect(mergeYaml(yaml, read(yaml))).toBe(yaml);
  });

  it('changes the line of one field, and no other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sources), seed, scalar, ({ yaml }, where, value) => {
        const old = read(yaml);
        const path = pick(leaves(old), where);
        const was = at(old, path);
        if (was === null) return;
        if (typeof was === 'string' && was.includes('\n')) return;
        const wanted = put(old, path, value);
        const merged = mergeYaml(yaml, wanted);
        expect(read(merged)).toEqual(wanted);
        const lines = yaml.split('\n');
        const now = merged.split('\n');
        expect(now).toHaveLength(lines.length);
        expect(lines.filter((line, index) => line !== now[index]).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });

  it('adds, drops and moves items of a list, with every comment and every other line kept', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sources),
        seed,
        seed,
        fc.constantFrom('copy', 'drop', 'move'),
        ({ yaml }, where, which, how) => {
          const old = read(yaml);
          const path = pick([...lists(old), ...lists(old)], where) as Path | undefined;
          if (path === undefined) return;
          const list = [...(at(old, path) as Plain[])];
          const index = which % list.length;
          const [item] = list.splice(index, 1);
          if (how === 'copy') list.splice(index, 0, item, item);
          if (how === 'move') list.unshift(item);
          if (list.length === 0) return;
          const wanted = path.length === 0 ? list : put(old, path, list);
          const merged = mergeYaml(yaml, wanted);
          expect(read(merged)).toEqual(wanted);
          expect(comments(merged)).toEqual(comments(yaml));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('adds and drops fields, with every comment kept', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sources), seed, fc.boolean(), scalar, ({ yaml }, where, drop, value) => {
        const old = read(yaml);
        const groups = leaves(old)
          .map((path) => path.slice(0, -1))
          .filter((path) => !Array.isArray(at(old, path)));
        if (groups.length === 0) return;
        const path = pick(groups, where);
        const group: Record<string, Plain> = { ...(at(old, path) as Record<string, Plain>) };
        const keys = Object.keys(group);
        if (drop && keys.length > 1) Reflect.deleteProperty(group, pick(keys, where));
        else group['added'] = value === false ? true : value;
        const wanted = path.length === 0 ? group : put(old, path, group);
        const merged = mergeYaml(yaml, wanted);
        // A form leaves out a box that is not ticked; `required: false` may stay.
        expect(same(read(merged), wanted)).toBe(true);
        expect(comments(merged)).toEqual(comments(yaml));
        const kept = new Set(merged.split('\n'));
        const lost = yaml.split('\n').filter((line) => !kept.has(line));
        // What stands in braces has one line.
        if ('added' in group) expect(lost.length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('one change', () => {
  const cases: [string, string, Plain, string][] = [
    ['keeps quotes', 'phone: "0000-1"  # 办公室\n', { phone: '0000-2' }, 'phone: "0000-2"  # 办公室\n'],
    [
      'keeps braces',
      'share: { part: 9, whole: 12 } # 占比\n',
      { share: { part: 10, whole: 12 } },
      'share: { part: 10, whole: 12 } # 占比\n',
    ],
    [
      'adds within braces',
      'share: { part: 9 }\nx: 1\n',
      { share: { part: 9, of: '党支部' }, x: 1 },
      'share: { part: 9, of: 党支部 }\nx: 1\n',
    ],
    [
      'puts a new field behind its neighbour',
      '# 一\na: 1\n\n# 三\nc: 3\n',
      { a: 1, b: [1], c: 3 },
      '# 一\na: 1\nb:\n  - 1\n\n# 三\nc: 3\n',
    ],
    [
      'adds to a list',
      'k:\n  - { a: 1, b: x }\n',
      {
        k: [
          { a: 1, b: 'x' },
          { a: 2, b: 'y' },
        ],
      },
      'k:\n  - { a: 1, b: x }\n  - { a: 2, b: y }\n',
    ],
    [
      'keeps the gaps of a list',
      '- id: a\n\n- id: b\n',
      [{ id: 'a' }, { id: 'b' }, { id: 'c' }],
      '- id: a\n\n- id: b\n\n- id: c\n',
    ],
    ['drops an item with its gap', '- id: a\n\n- id: b\n\n- id: c\n', [{ id: 'a' }, { id: 'c' }], '- id: a\n\n- id: c\n'],
    ['drops the last', 'k:\n  - a\n  - b # 末\nz: 1\n', { k: ['a'], z: 1 }, 'k:\n  - a\nz: 1\n'],
    ['fills in a blank', '# 标题\ntitle:\nb: 1\n', { title: '春耕', b: 1 }, '# 标题\ntitle: 春耕\nb: 1\n'],
    ['leaves a blank that was left blank', 'a: 1\nnote:\n', { a: 2 }, 'a: 2\nnote:\n'],
    ['changes a text of several lines', 'a: |\n  一\n  二\nb: 1\n', { a: '一\n三\n', b: 1 }, 'a: |\n  一\n  三\nb: 1\n'],
    ['writes what has no text', '', { a: 1 }, 'a: 1\n'],
    ['keeps a file of comments', '# 例外表\n', { exceptions: [{ rule: 'I01' }] }, '# 例外表\nexceptions:\n  - rule: I01\n'],
    ['does not write that a box was not ticked', 'a: 1\n', { a: 2, draft: false }, 'a: 2\n'],
    ['keeps a box that was not ticked when a form leaves it out', 'a: 1\nb: false\n', { a: 2 }, 'a: 2\nb: false\n'],
    ['unticks a box', 'draft: true\n', { draft: false }, 'draft: false\n'],
    ['needs no line break at the end', 'a: 1', { a: 2 }, 'a: 2'],
  ];
  it.each(cases)('%s', (_, source, value, wanted) => {
    expect(mergeYaml(source, value)).toBe(wanted);
  });

  it('writes anew what cannot be read', () => {
    expect(mergeYaml('a: [\n', { a: [1] })).toBe('a:\n  - 1\n');
  });
});
