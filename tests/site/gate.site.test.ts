import { spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { copyProject } from '../support/project-copy.ts';
import { runScript } from '../support/run-script.ts';
import { SITE_DATE } from '../support/site-date.ts';

const MARKER = 'planted-code-9471';
const copy = copyProject();
afterAll(copy.remove);

const [model = ''] = globSync('content/news/2025/*/index.mdx', { cwd: copy.folder });
const frontmatter =
  /^---\n[^]*?\n---\n/
    .exec(readFileSync(join(copy.folder, model), 'utf8'))?.[0]
    .replace(/^(cover|photos|attachments):\n(?: .*\n)+/gm, '') ?? '';
const planted = join(copy.folder, 'content/news/2025/0101-planted');

function plant(body: string): void {
  mkdirSync(planted, { recursive: true });
  writeFileSync(join(planted, 'index.mdx'), `${frontmatter}\n${body}\n`);
}

describe('the build', () => {
  it('refuses sample data in production, and says so', async () => {
    const { code, output } = await runScript('build.ts', ['--production', '--out', 'refused'], { cwd: copy.folder });
    expect(code).toBe(1);
    expect(output).toContain('demo');
    expect(existsSync(join(copy.folder, 'refused'))).toBe(false);
  });

  it('refuses content with an error, and leaves nothing behind', async () => {
    plant(`<script>console.log('${MARKER}')</script>`);
    const { code, output } = await runScript('build.ts', ['--out', 'refused'], { cwd: copy.folder });
    expect(code).toBe(1);
    expect(output).toMatch(/content\/news\/2025\/0101-planted\/index\.mdx:\d+:\d+ 错误/);
    expect(output).not.toMatch(/^\s+at /m);
    expect(existsSync(join(copy.folder, 'refused'))).toBe(false);
  });
});

describe('with the gate bypassed', () => {
  it.each([
    ['an import', `import fs from 'node:fs'\n\n正文`],
    ['an export', `export const marker = '${MARKER}'\n\n正文`],
    ['an expression', `正文{globalThis.marker = '${MARKER}'}`],
    ['a script', `<script>console.log('${MARKER}')</script>`],
    ['a handler', `<Note onClick="console.log('${MARKER}')">正文</Note>`],
    ['a link that runs', `[点这里](javascript:console.log('${MARKER}'))`],
    ['an Astro directive', `<Note set:html="<b>${MARKER}</b>">正文</Note>`],
  ])('the loader refuses %s', (_case, body) => {
    plant(body);
    const { status, stdout, stderr } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'sync', '--force'], {
      cwd: copy.folder,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: process.env['HOME'] ?? '',
        ASTRO_TELEMETRY_DISABLED: '1',
        SITE_DATE,
      },
    });
    expect(status, stdout + stderr).not.toBe(0);
    expect(stdout + stderr).toMatch(/0101-planted\/index\.mdx:\d+/);
  });
});
