import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** `npm run build -- --production` → what is run, and its options. */
const commands = (text: string): { name: string; options: string[] }[] =>
  [...text.matchAll(/npm run (?:--silent )?([\w:-]+)((?: --)?(?: --?[\w-]+(?: [a-z]+)?)*)/g)].map(([, name = '', rest = '']) => ({
    name,
    options: rest.split(' ').filter((part) => /^--\w/.test(part)),
  }));

const files = globSync('docs/hosting/*.md', { cwd: root });
const RECIPE = 'docs/hosting/scheduled-rebuild.md';

describe('the pages on hosting', () => {
  it.each(files)('%s names commands and options that exist', (file) => {
    for (const { name, options } of commands(read(file))) {
      expect(Object.keys(scripts)).toContain(name);
      const script = /scripts\/[\w-]+\.ts/.exec(scripts[name] ?? '')?.[0];
      for (const option of options)
        expect(script === undefined ? '' : read(script), `${name} ${option}`).toContain(option.slice(2));
    }
  });

  it('the recipe of the scheduled build has its four ways, each with a time and the strict build', () => {
    const text = read(RECIPE);
    const blocks = [...text.matchAll(/```(\w+)\n([^]*?)```/g)].map(([, language = '', code = '']) => ({ language, code }));
    const builds = blocks.filter(({ code }) => code.includes('npm run build'));
    expect(builds).toHaveLength(4);
    for (const { code } of builds) expect(code).toContain('npm run build -- --production');
    const times = [...text.matchAll(/(?:cron: '|周期填 `|^)(\d+ \d+ \* \* \*)/gm)].map(([, time]) => time);
    expect(times).toEqual(['20 0 * * *', '20 16 * * *', '20 0 * * *', '20 0 * * *']);
    for (const { language, code } of blocks) if (language === 'yaml') expect(parse(code)).toBeTypeOf('object');
  });

  it('the check of this project itself compares with the branch it goes into', () => {
    expect(commands(read('.ci/run'))).toContainEqual({ name: 'validate', options: ['--base'] });
    expect(read('docs/hosting/README.md')).toContain('scheduled-rebuild.md');
  });
});
