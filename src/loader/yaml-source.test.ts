import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { describe, expect, it } from 'vitest';
import { splitFrontmatter } from './frontmatter.ts';
import { YamlSource } from './yaml-source.ts';

const base = join(import.meta.dirname, '../checks/fixtures/_base');
const careful = (text: string): unknown => parseDocument(text, { schema: 'core', version: '1.2', stringKeys: true }).toJS();

describe('the quick reader and the careful one agree', () => {
  it.each(
    [
      ...['1_000', '0b1', '0o14', '0x1F', '1e3', '.5', '+1', '012', '09', '1.', '0.10', '.inf', '1,032', '３２'],
      ...['yes', 'on', 'True', 'TRUE', 'tRue', '~', 'null', 'Null', '', '2026-03-05', '2026-03-05 09:30', '12:30', '20260305'],
      ...[
        '"12345"',
        "'a''b'",
        '"a\\nb"',
        '[1, "2", 三]',
        '{ b: c, d: [e] }',
        '|\n  一\n  二',
        '>-\n  一\n  二',
        '“五好”',
        'a#b',
        '<<',
        '=',
      ],
    ].map((scalar) => `a: ${scalar}`),
  )('%j', (text) => {
    expect(new YamlSource(text).value).toEqual(careful(text));
  });

  it.each(['', '# 只有备注', '- 一\n- 二', 'a:\n  - b: 1\n    c: 2\n  - b: 3', '1: 一', 'a: &x 1\nb: *x', '<<: { a: 1 }'])(
    '%j',
    (text) => {
      expect(new YamlSource(text).value).toEqual(careful(text));
    },
  );

  it.each(globSync('content/**/*.{mdx,yaml}', { cwd: base }))('%s', (file) => {
    const text = readFileSync(join(base, file), 'utf8');
    const front = file.endsWith('.mdx') ? splitFrontmatter(text) : undefined;
    const yaml = front === undefined ? text : 'yaml' in front ? front.yaml : '';
    expect(new YamlSource(yaml).value).toEqual(careful(yaml));
  });
});

describe('YamlSource', () => {
  const source = new YamlSource('title: "春耕"\ncover:\n  src: ./a.jpg\nkeywords: [甲, 乙]\nempty:\n', 2);

  it('finds keys and values, in lines of the file', () => {
    expect(source.locate(['title'])).toEqual({ line: 2, column: 8 });
    expect(source.locate(['title'], 'key')).toEqual({ line: 2, column: 1 });
    expect(source.locate(['cover', 'src'])).toEqual({ line: 4, column: 8 });
    expect(source.locate(['keywords', 1])).toEqual({ line: 5, column: 15 });
  });

  it('points at the parent of what is missing', () => {
    expect(source.locate(['cover', 'alt'])).toEqual({ line: 3, column: 1 });
    expect(source.locate(['date'])).toEqual({ line: 2, column: 1 });
  });

  it('says what was typed', () => {
    expect(new YamlSource('a: 0x1F\nb: 1.50\nc: [x]').written(['a'])).toBe('0x1F');
    expect(new YamlSource('b: 1.50').written(['b'])).toBe('1.50');
    expect(source.written(['keywords'])).toBeUndefined();
  });

  it('names problems with their places and never throws', () => {
    expect(new YamlSource('a: 1\na: 2', 5).problems).toMatchObject([{ code: 'DUPLICATE_KEY', line: 6, column: 1 }]);
    expect(new YamlSource('a: *重点*').problems).toMatchObject([{ code: 'BAD_ALIAS', line: 1, column: 4 }]);
    expect(new YamlSource('[a]: 1').value).toBeUndefined();
  });

  it('does not let a bomb of aliases go off', () => {
    const bomb = `a: &a [x]\n${'bcdefghijk'.replace(/./g, (name, index: number) => `${name}: &${name} [${`*${'abcdefghijk'[index] ?? ''},`.repeat(10)}]\n`)}`;
    const before = performance.now();
    const { value, problems } = new YamlSource(bomb);
    expect(value).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'BAD_ALIAS' }]);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
