import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { copyProject } from '../support/project-copy.ts';
import { runScript } from '../support/run-script.ts';

const copy = copyProject();
afterAll(copy.remove);

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=clerk', '-c', 'user.email=clerk@example.org', ...args], {
    cwd: copy.folder,
    encoding: 'utf8',
  });
const run = (script: string, ...args: string[]) => runScript(script, args, { cwd: copy.folder });

const ANSWERS = [
  ...['--township', '柳河镇', '--county', '云山省清水县', '--phone', '0000-7654321', '--address', '清水县柳河镇政府一楼'],
  ...['--village', '柳湾村', '--village', '沙坡村', '--village', '河口社区', '--industry', '莲藕', '--industry', '小龙虾'],
  ...['--branch', '柳湾村党支部', '--branch', '沙坡村党支部', '--branch', '镇机关党支部'],
];
const before = globSync('content/**/*.{mdx,yaml}', { cwd: copy.folder }).sort();
const now = (): string[] => globSync('content/**/*.{mdx,yaml}', { cwd: copy.folder }).sort();

// One township after another: the cases build on each other, as the commands of a clerk do.
describe('taking the site over', () => {
  it('is refused where the sample could not be got back', async () => {
    const { code, output } = await run('init.ts', ...ANSWERS, '--yes');
    expect(output).toContain('没有 git 的提交记录');
    expect(code).toBe(2);
    expect(now()).toEqual(before);
  });

  it('is refused while something is not committed', async () => {
    git('init', '-q');
    git('add', 'content');
    git('commit', '-qm', 'sample');
    const page = join(copy.folder, 'content/pages/about/index.mdx');
    const text = readFileSync(page, 'utf8');
    writeFileSync(page, `${text}\n新写的一段。\n`);
    const { code, output } = await run('init.ts', ...ANSWERS, '--yes');
    expect(output).toContain('content/pages/about/index.mdx');
    expect(code).toBe(2);
    expect(now()).toEqual(before);
    writeFileSync(page, text);
  });

  it('is refused without a yes, and with an answer that the gate does not take', async () => {
    expect((await run('init.ts', ...ANSWERS)).output).toContain('没有确认');
    const mobile = ANSWERS.map((answer) => (answer === '0000-7654321' ? '13800001234' : answer));
    const { code, output } = await run('init.ts', ...mobile, '--yes');
    expect(output).toContain('--phone');
    expect(code).toBe(2);
    expect(now()).toEqual(before);
  });

  it('leaves a starter that the gate passes', async () => {
    expect((await run('init.ts', ...ANSWERS, '--yes')).code).toBe(0);
    expect(now()).toEqual([
      ...['liu-wan', 'sha-po', 'zhen-ji-guan'].map((id) => `content/branches/${id}/index.mdx`),
      'content/pages/about/index.mdx',
      'content/pages/guide/index.mdx',
      'content/site.yaml',
    ]);
    const { code, output } = await run('validate.ts');
    expect(output).not.toContain('错误 [');
    expect(output).toContain('[S09]');
    expect(code).toBe(0);
    expect((await run('init.ts', ...ANSWERS, '--yes')).output).toContain('已经不是示例');
  });

  it('leaves the program with the sample that its own tests are about', () => {
    const sample = globSync('content/**/*.{mdx,yaml}', { cwd: join(copy.folder, 'tests/sample') }).sort();
    expect(sample).toEqual(before);
    // Those that read most of the sample, of the whole `npm test` of that repository.
    const tests = ['checks/reconciled', 'loader/quick-fields', 'documents/document-text'];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      // A machine that is building other sites at the same time takes its time.
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--project',
        'unit',
        '--testTimeout',
        '60000',
        ...tests.map((test) => `src/${test}.test.ts`),
      ],
      { cwd: copy.folder, encoding: 'utf8', env: { ...process.env, VITEST: '', NO_COLOR: '1' } },
    );
    expect(stdout, stderr).toMatch(/Test Files {2}3 passed \(3\)/);
    expect(status).toBe(0);
  });

  it('builds, with nothing of the sample and nothing of the drafts in it', async () => {
    const { code, output } = await run('build.ts', '--out', 'dist');
    expect(code, output).toBe(0);
    const files = globSync('dist/**/*.{html,xml,json,txt,svg,js,css,webmanifest,ics,csv}', { cwd: copy.folder });
    expect(files).toContain('dist/index.html');
    const texts = files.map((file) => [file, readFileSync(join(copy.folder, file), 'utf8')] as const);
    for (const word of ['青禾', '云川', 'qinghe', '【请填写', '8765432'])
      expect(
        texts.filter(([, text]) => text.includes(word)).map(([file]) => file),
        word,
      ).toEqual([]);
    const home = texts.find(([file]) => file === 'dist/index.html')?.[1] ?? '';
    for (const word of ['柳河镇党建与发展公开网', '中共柳河镇委员会', '0000-7654321']) expect(home).toContain(word);
    expect(home).not.toContain('示例');
  });

  it('has no link that leads nowhere', () => {
    const pages = globSync('dist/**/*.html', { cwd: copy.folder });
    const broken = pages.flatMap((page) => {
      const html = readFileSync(join(copy.folder, page), 'utf8');
      const links = [...html.matchAll(/<a [^>]*href="(\/[^"#?]*)/g)].map(([, path = '']) => path);
      return links
        .filter((path) => globSync(`dist${path.endsWith('/') ? `${path}index.html` : path}`, { cwd: copy.folder }).length === 0)
        .map((path) => `${page} → ${path}`);
    });
    expect(pages.length).toBeGreaterThan(5);
    expect(new Set(broken)).toEqual(new Set());
  });

  it('has a form editor at /admin/ only where site.yaml asks for it', async () => {
    const page = join(copy.folder, 'dist/admin/index.html');
    expect(existsSync(page)).toBe(false);
    const site = join(copy.folder, 'content/site.yaml');
    const text = readFileSync(site, 'utf8');
    writeFileSync(site, `${text}editor: { backend: gitea, repo: liuhe/site, url: https://git.liuhe.example }\n`);
    expect((await run('build.ts', '--out', 'dist')).code).toBe(0);
    expect(readFileSync(page, 'utf8')).toMatch(/connect-src 'self' blob: data: https:\/\/git\.liuhe\.example;/);
    expect(readFileSync(join(copy.folder, 'dist/admin/config.json'), 'utf8')).toContain('"repo":"liuhe/site"');
    writeFileSync(site, text);
    expect((await run('build.ts', '--out', 'dist')).code).toBe(0);
    expect(existsSync(page)).toBe(false);
  });
});
