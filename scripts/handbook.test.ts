import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleRoot } from '../src/lib/testing/sample-root.ts';
import { YamlSource } from '../src/loader/yaml-source.ts';
import { studios } from '../tests/pictures/studios.ts';

const root = join(import.meta.dirname, '..');
const pages = globSync('docs/handbook/*.md', { cwd: root }).sort();
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** The script file behind `npm run name`. */
const scriptOf = (name: string): string => /scripts\/[\w-]+\.ts/.exec(scripts[name] ?? '')?.[0] ?? '';

describe('the handbook', () => {
  it('lists each of its pages', () => {
    const index = read('docs/handbook/README.md');
    expect(pages.length).toBeGreaterThan(8);
    for (const page of pages.filter((file) => !file.endsWith('README.md')))
      expect(index).toContain(`(${page.replace('docs/handbook/', '')})`);
  });

  it.each(pages)('%s: names commands, options and files that are there', (page) => {
    const text = read(page);
    for (const [, name = '', rest = ''] of text.matchAll(/npm run ([\w:-]+)([^\n`]*)/g)) {
      expect(Object.keys(scripts), name).toContain(name);
      for (const [option] of rest.matchAll(/--[a-z][\w-]*/g))
        expect(read(scriptOf(name)), `${name} ${option}`).toContain(option.slice(2));
    }
    for (const [, target = ''] of text.matchAll(/\]\(([^)#]+)\)/g))
      expect(existsSync(join(root, dirname(page), target)), target).toBe(true);
    for (const [path] of text.matchAll(/(?<=`)(?:content|tests|docs|scripts)\/[\w./-]+(?=`)/g))
      if (!/(people|exceptions)\.yaml$|^tests\/sample/.test(path))
        expect(existsSync(join(path.startsWith('content/') ? sampleRoot : root, path)), path).toBe(true);
  });

  it('shows each of its pictures, and says in Chinese what is to be seen', () => {
    const shown = globSync('{README.md,docs/**/*.md}', { cwd: root }).flatMap((page) =>
      [...read(page).matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = '', target = '']) => ({
        page,
        alt,
        file: join(dirname(page), target).replaceAll('\\', '/'),
      })),
    );
    for (const { page, alt, file } of shown.filter(({ file }) => /^docs\/(handbook|gallery)\//.test(file)))
      // The notes on design are for developers and in English.
      expect(alt, `${page}: ${file}`).toMatch(page === 'docs/design.md' ? /\S/ : /\p{Script=Han}{2}/u);
    const drawn = studios.flatMap(({ pictures }) => pictures.map(({ file }) => `docs/${file}.webp`)).sort();
    expect([...new Set(shown.map(({ file }) => file))].filter((file) => /^docs\/(handbook|gallery)\//.test(file)).sort()).toEqual(
      drawn,
    );
    expect(
      globSync('docs/{handbook/pictures,gallery}/*', { cwd: root })
        .map((file) => file.replaceAll('\\', '/'))
        .sort(),
    ).toEqual(drawn);
    for (const page of pages) expect(read(page), page).toMatch(/!\[/);
    const bytes = drawn.reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
    expect(bytes).toBeLessThan(1_500_000);
  });

  it('shows YAML that can be read', () => {
    for (const page of pages)
      for (const [, yaml = ''] of read(page).matchAll(/```yaml\n([^]*?)```/g))
        expect(new YamlSource(yaml).problems, page).toEqual([]);
  });
});
