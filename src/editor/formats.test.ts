import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editorFormats } from './formats.ts';

const root = join(import.meta.dirname, '../..');
const formatOf = (path: string) =>
  editorFormats[path.endsWith('.mdx') ? 'mingbang-frontmatter' : path.includes('/reports/') ? 'mingbang-list' : 'mingbang-group'];
/** What the editor does to a text before it reads it, and after it wrote it. */
const asEditorReads = (text: string): string => text.trim().replace(/\r\n?/g, '\n');
const asEditorWrites = (text: string): string => `${text.trim()}\n`;
const files = globSync('content/{news/2026/*-x*,branches/*,reports/*,standards,pages/*,cooperatives/*,.}/*.{mdx,yaml}', {
  cwd: root,
});

describe('a file through the form', { timeout: 60_000 }, () => {
  it.each(files)('%s comes out as it went in', (path) => {
    const text = readFileSync(join(root, path), 'utf8');
    const format = formatOf(path);
    const value = format?.fromFile(asEditorReads(text));
    expect(asEditorWrites(format?.toFile(structuredClone(value ?? {})) ?? '')).toBe(text);
  });

  it('keeps a body to the letter whatever happens to the fields', () => {
    const body = fc.array(fc.constantFrom('一', ' ', '\n', '---', '# ', '<Tip>', '{', '\\*', '\t', '\u3000'), { maxLength: 30 });
    fc.assert(
      fc.property(body, fc.string({ minLength: 1 }), (pieces, title) => {
        const text = asEditorReads(`---\n# 标题\ntitle: 旧\n---\n\n正文 ${pieces.join('')}`);
        const format = editorFormats['mingbang-frontmatter'];
        const value = format?.fromFile(text) ?? {};
        const out = format?.toFile({ ...value, title }) ?? '';
        expect(asEditorReads(out.slice(out.indexOf('\n---\n') + 5))).toBe(asEditorReads(text.slice(text.indexOf('\n---\n') + 5)));
        expect(out).toContain('# 标题\n');
        expect(format?.fromFile(asEditorReads(out))['title']).toBe(title);
      }),
      { numRuns: 200 },
    );
  });

  it('makes a new entry, and a new list', () => {
    const entry = editorFormats['mingbang-frontmatter']?.toFile({ title: '春耕', date: '2026-03-05', body: '正文' });
    expect(entry).toBe('---\ntitle: 春耕\ndate: 2026-03-05\n---\n\n正文\n');
    expect(editorFormats['mingbang-list']?.toFile({ items: [{ id: 'a' }] })).toBe('- id: a\n');
  });

  it('says the folder by which evidence names a piece of news', () => {
    expect(editorFormats['mingbang-frontmatter']?.fromFile('---\ndate: 2026-03-05 09:30\n---')['_day']).toBe('2026/0305');
  });

  it('refuses what has no fields', () => {
    expect(() => editorFormats['mingbang-frontmatter']?.fromFile('正文')).toThrow('字段区');
  });
});
