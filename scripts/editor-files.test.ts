import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { consoleReport } from '../src/checks/reporters/console.ts';
import { sampleRoot } from '../src/lib/testing/sample-root.ts';
import { splitFrontmatter } from '../src/loader/frontmatter.ts';
import { YamlSource } from '../src/loader/yaml-source.ts';
import { editorFiles } from './editor-files.ts';

const root = join(import.meta.dirname, '..');
const files = editorFiles();
const read = (path: string): unknown => JSON.parse(files[path] ?? 'null');
const settings = read('.vscode/settings.json') as { 'yaml.schemas': Record<string, string> };
const schemas = Object.entries(settings['yaml.schemas']).map(([path, glob]) => ({ path: path.replace('./', ''), glob }));
const yamlOf = (file: string): YamlSource => {
  const text = readFileSync(join(sampleRoot, file), 'utf8');
  const front = file.endsWith('.mdx') ? splitFrontmatter(text) : { yaml: text };
  return new YamlSource('yaml' in front ? front.yaml : '');
};
const validator = (path: string) => new Ajv({ strict: false, validateFormats: false }).compile(read(path) as object);

describe('schemas for editors', () => {
  it('are written for every kind of file', () => {
    expect(schemas.map(({ path }) => path).sort()).toEqual(
      Object.keys(files)
        .filter((path) => path.includes('/schemas/'))
        .sort(),
    );
  });

  it.each(schemas)('$path accepts the sample content', ({ path, glob }) => {
    const validate = validator(path);
    const found = globSync(glob, { cwd: sampleRoot });
    // A township may do without a register of persons and without exceptions; the sample does.
    expect(found.length > 0 || /people|exceptions/.test(path)).toBe(true);
    for (const file of found) {
      validate(yamlOf(file).value);
      expect(validate.errors ?? [], file).toEqual([]);
    }
  });

  it('refuse what the gate refuses', () => {
    const validate = validator('.vscode/schemas/pages.json');
    const page = yamlOf('content/pages/guide/index.mdx').value as Record<string, unknown>;
    expect(validate({ ...page, titel: '公开指南' })).toBe(false);
    expect(validate({ ...page, summary: '短' })).toBe(false);
    const { owner, ...without } = page;
    expect(owner).toBeDefined();
    expect(validate(without)).toBe(false);
  });

  it('explain each field in Chinese', () => {
    const { properties } = read('.vscode/schemas/news.json') as { properties: Record<string, { title?: string }> };
    for (const [key, { title = '' }] of Object.entries(properties)) expect(title, key).toMatch(/\p{Script=Han}/u);
  });
});

describe('snippets', () => {
  const snippets = Object.entries(
    read('.vscode/mingbang.code-snippets') as Record<string, { prefix: string; scope: string; body: string[] }>,
  );

  it.each(snippets.filter(([, { scope }]) => scope.includes('yaml')))('%s is YAML once it is filled in', (_name, { body }) => {
    const text = body
      .join('\n')
      .replace(/\$\{\d+(?::([^}]*)|\|([^,|]*)[^}]*)\}/g, (_all, title?: string, choice?: string) => title ?? choice ?? '');
    expect(text).not.toContain('$');
    const source = new YamlSource(text);
    expect(source.problems).toEqual([]);
    expect(typeof source.value).toBe('object');
  });

  it('are there for every countable event and every kind of evidence, and for what may stand in a text', () => {
    const names = snippets.map(([name]) => name);
    for (const name of ['可统计的事：矛盾调解', '佐证：会议', '公示', '更正说明', '引用数字', '提示框'])
      expect(names).toContain(name);
  });
});

describe('tasks', () => {
  it('find the lines of the gate’s report again', () => {
    const { tasks } = read('.vscode/tasks.json') as {
      tasks: { script: string; problemMatcher: { pattern: { regexp: string } }[] }[];
    };
    const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;
    for (const { script } of tasks) expect(scripts).toHaveProperty(script);
    const finding = {
      rule: 'S08',
      severity: 'error',
      file: 'content/pages/guide/index.mdx',
      line: 3,
      column: 9,
      why: '没有填',
      fix: '填上',
    } as const;
    const report = consoleReport({ today: '2026-11-25', files: 1, findings: [finding], notices: [] }, () => undefined, false);
    const [matcher] = tasks.find(({ script }) => script === 'validate')?.problemMatcher ?? [];
    const found = new RegExp(matcher?.pattern.regexp ?? '').exec(report.split('\n')[0] ?? '');
    expect(found?.slice(1)).toEqual(['content/pages/guide/index.mdx', '3', '9', '错误', 'S08', '没有填 → 填上']);
    expect(existsSync(join(root, finding.file))).toBe(true);
  });
});
