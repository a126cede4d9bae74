import { describe, expect, it } from 'vitest';
import { splitFrontmatter } from './frontmatter.ts';

describe('splitFrontmatter', () => {
  it.each([
    ['---\na: 1\nb: 2\n---\n\n正文\n', { yaml: 'a: 1\nb: 2', body: '\n正文\n', bodyLine: 5 }],
    ['---\na: 1\n---', { yaml: 'a: 1', body: '', bodyLine: 4 }],
    ['--- \na: 1\n---\t\n正文', { yaml: 'a: 1', body: '正文', bodyLine: 4 }],
    ['---\n---\n正文', { yaml: '', body: '正文', bodyLine: 3 }],
    ['---\n\n---\n正文', { yaml: '', body: '正文', bodyLine: 4 }],
    ['---\na: 1\n\n---\n正文\n---\n又', { yaml: 'a: 1\n', body: '正文\n---\n又', bodyLine: 5 }],
    ['---\na: ---\n---b\n ---\n---\n正文', { yaml: 'a: ---\n---b\n ---', body: '正文', bodyLine: 6 }],
  ])('cuts %j at its first two fences', (text, cut) => {
    expect(splitFrontmatter(text)).toEqual({ ...cut, yamlLine: 2 });
  });

  it.each([
    ['', 'missing', 1],
    ['正文', 'missing', 1],
    ['---', 'unclosed', 1],
    ['---\na: 1\nb: 2\n\n正文', 'unclosed', 3],
    ['\n---\na: 1\n---\n', 'lookalike', 2],
    ['正文\n---\na: 1\n---\n', 'text-before', 1],
    ['a: 1\n---\n正文', 'unopened', 1],
    [' ---\na: 1\n---\n', 'indented', 1],
    ['---\na: 1\n  ---\n正文', 'indented', 3],
    ['——\na: 1\n---\n', 'lookalike', 1],
    ['---\na: 1\n——\n正文', 'lookalike', 3],
  ])('says why %j cannot be cut', (text, problem, line) => {
    expect(splitFrontmatter(text)).toEqual({ problem, line });
  });
});
