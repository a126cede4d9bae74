import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { editorFormats } from '../src/editor/formats.ts';
import { sampleRoot } from '../src/lib/testing/sample-root.ts';
import { editorBackend, editorConfig } from './cms-content.ts';
import { ownerOptions, type OwnerOptions } from './owner-options.ts';

const file = join(import.meta.dirname, '../node_modules/@sveltia/cms/schema/sveltia-cms.json');
const schema = JSON.parse(readFileSync(file, 'utf8')) as object;
interface Form {
  name: string;
  fields: { name: string; label: string; hint?: string; widget: string; modes?: string[]; fields?: unknown[] }[];
}
interface Forms extends Form {
  folder?: string;
  path: string;
  extension: string;
  format: string;
  description?: string;
  files?: (Form & { file: string; format: string })[];
}
const config = editorConfig({ name: 'gitea', repo: 'qinghe/site' }) as { collections: Forms[] };

describe('the form editor', { timeout: 60_000 }, () => {
  it('has a configuration that the editor accepts', () => {
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(schema);
    validate(config);
    expect((validate.errors ?? []).slice(0, 5)).toEqual([]);
    validate({ ...config, colections: [] });
    expect(validate.errors).not.toBeNull();
  });

  it('asks in Chinese, by name, and leaves bodies as they are', () => {
    const news = config.collections.find(({ name }) => name === 'news')?.fields ?? [];
    for (const { name, label } of news) expect(label, name).toMatch(/\p{Script=Han}/u);
    expect(news.find(({ name }) => name === 'column')).toMatchObject({
      widget: 'relation',
      file: 'site',
      value_field: 'columns.*.id',
      display_fields: ['columns.*.name'],
    });
    expect(news.find(({ name }) => name === 'body')?.modes).toEqual(['raw']);
  });

  it('has a form for every YAML of content/, by the model alone', () => {
    const forms = config.collections.flatMap(({ folder, path, extension, format, files = [] }) =>
      folder === undefined
        ? files.map(({ file, format: of }) => ({ file, format: of }))
        : [{ file: `${folder}/${path}.${extension}`, format }],
    );
    const patterns = forms.map(({ file }) => new RegExp(`^${file.replace(/\{\{[^}]*\}\}/g, '[^/]+')}$`));
    const found = globSync('content/**/*.{mdx,yaml}', { cwd: join(import.meta.dirname, '..') });
    for (const file of found)
      expect(
        patterns.filter((pattern) => pattern.test(file)),
        file,
      ).toHaveLength(1);
    expect(forms.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['content/people.yaml', 'content/exceptions.yaml', 'content/reports/{{slug}}/commitments.yaml']),
    );
    for (const { format } of forms) expect(editorFormats[format]).toBeDefined();
  });

  it('chooses evidence by its title, and says where tables are kept', () => {
    const figures = config.collections.find(({ name }) => name === 'figures')?.fields ?? [];
    expect(JSON.stringify(figures)).toContain(
      '"widget":"relation","collection":"news","value_field":"{{_day}}-{{slug}}","display_fields":["date","title"]',
    );
    expect(JSON.stringify(figures)).toContain('{"value":"branches-standardised-share","label":"标准化党支部占比（%）"}');
    expect(JSON.stringify(config.collections.find(({ name }) => name === 'reports')?.fields)).toContain(
      '"widget":"relation","collection":"commitments","value_field":"items.*.id"',
    );
    expect(config.collections.find(({ name }) => name === 'branches')?.description).toContain('meetings.csv');
  });

  it('chooses the post that answers for a figure from the township’s list', () => {
    const ownersOf = (name: string, owners?: OwnerOptions): Record<string, unknown> | undefined => {
      const forms = editorConfig({ name: 'gitea', repo: 'qinghe/site' }, owners) as { collections: Forms[] };
      const [items] = forms.collections.find((form) => form.name === name)?.fields ?? [];
      return (items?.fields as Record<string, unknown>[] | undefined)?.find(({ name: field }) => field === 'owner');
    };
    const owners = ownerOptions(sampleRoot);
    expect(owners).toContainEqual({ value: '镇党建办主任', label: '镇党建办主任' });
    for (const name of ['figures', 'commitments'])
      expect(ownersOf(name, owners)).toMatchObject({
        widget: 'select',
        options: owners,
        hint: expect.stringContaining('网站设置') as string,
      });
    // A township without a list writes what it likes.
    expect(ownersOf('figures')).toMatchObject({ widget: 'string' });
  });

  it('keeps the posts that figures name already', () => {
    const root = mkdtempSync(join(tmpdir(), 'mingbang-owners-'));
    cpSync(join(import.meta.dirname, '../src/checks/fixtures/_base'), root, { recursive: true });
    const change = (file: string, from: string | RegExp, to: string): void => {
      const path = join(root, file);
      writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    };
    change('content/reports/2025/figures.yaml', /owner: .*/, 'owner: 镇老干部办主任');
    expect(ownerOptions(root).at(-1)).toEqual({ value: '镇老干部办主任', label: '镇老干部办主任（不在责任岗位名单里）' });
    change('content/site.yaml', /^posts:.*$/m, '');
    expect(ownerOptions(root)).toEqual([]);
    rmSync(root, { recursive: true });
  });

  it('talks to the township’s own repository, and to nobody else', () => {
    expect(editorBackend({ backend: 'gitea', repo: 'qinghe/site', url: 'https://git.example.org/', appId: 'abcd' })).toEqual({
      backend: {
        name: 'gitea',
        repo: 'qinghe/site',
        app_id: 'abcd',
        base_url: 'https://git.example.org',
        api_root: 'https://git.example.org/api/v1',
      },
      origins: ['https://git.example.org'],
    });
    expect(editorBackend({ backend: 'gitlab', repo: 'qinghe/site' }).backend.api_root).toBe('https://gitlab.com/api/v4');
    expect(editorBackend({ backend: 'github', repo: 'qinghe/site' }).origins).toContain('https://api.github.com');
  });
});
