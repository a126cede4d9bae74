import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { copyProject } from '../support/project-copy.ts';
import { sites } from '../support/sites.ts';

const copy = copyProject({ pictures: false });
afterAll(copy.remove);

function fingerprints(folder: string): Record<string, string> {
  const files = globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}

async function build(out: string, env: Record<string, string> = {}): Promise<Record<string, string>> {
  await copy.build(out, env);
  return fingerprints(join(copy.folder, out));
}

describe('a build', () => {
  it('comes out byte for byte alike in another folder, time zone, language and month, with no cache', async () => {
    const shift = pathToFileURL(join(import.meta.dirname, '../support/shift-clock.mjs')).href;
    const built = await build('built', {
      TZ: 'America/New_York',
      LANG: 'de_DE.UTF-8',
      LC_ALL: 'de_DE.UTF-8',
      SHIFT_DAYS: '75',
      NODE_OPTIONS: `--import ${shift}`,
    });
    expect(built).toEqual(fingerprints(sites.root.folder));
  });

  it('over an older one leaves nothing of what was taken out, and equals a first build', async () => {
    const cover = /^cover:(?: \{.*\}\n|\n(?: {2}.*\n)+)/m;
    const [pictured, withdrawn, deleted] = globSync('content/news/*/*/index.mdx', { cwd: copy.folder })
      .sort()
      .map((file) => file.slice('content/'.length, -'/index.mdx'.length))
      .map((entry) => ({ entry, text: readFileSync(join(copy.folder, 'content', entry, 'index.mdx'), 'utf8') }))
      // An entry with events is counted by a report: without it the report's figures no longer add up, and the gate says so.
      .filter(({ text }) => cover.test(text) && !text.includes('\nevents:'))
      .map(({ entry }) => entry)
      .filter((entry) => !referenced(entry.slice('news/'.length)));
    if (pictured === undefined || withdrawn === undefined || deleted === undefined)
      throw new Error('too few entries with a cover');
    copy.edit(`${pictured}/index.mdx`, (text) => text.replace(cover, ''));
    for (const picture of globSync('*.jpg', { cwd: join(copy.folder, 'content', pictured) }))
      rmSync(join(copy.folder, 'content', pictured, picture));
    const marker = /^title: (.*)$/m.exec(readFileSync(join(copy.folder, 'content', withdrawn, 'index.mdx'), 'utf8'))?.[1] ?? '';
    const withdraw = (text: string): string =>
      text.replace(/^disclosure:/m, 'withdrawn: { on: 2026-11-20, reason: 内容核实有误 }\ndisclosure:');
    copy.edit(`${withdrawn}/index.mdx`, withdraw);
    // A standing page is named at the foot of every other.
    const standing = '撤下以后哪里都不写的指南';
    copy.edit('pages/guide/index.mdx', (text) => withdraw(text.replace(/^title: .*$/m, `title: ${standing}`)));
    rmSync(join(copy.folder, 'content', deleted), { recursive: true });

    const over = await build('built');
    expect(Object.keys(over).filter((file) => file.startsWith(`${deleted}/`))).toEqual([]);
    const naming = Object.keys(over).filter((file) => {
      const text = /\.(html|xml|txt|json|csv)$/.test(file) ? readFileSync(join(copy.folder, 'built', file), 'utf8') : '';
      return text.includes(marker) || text.includes(standing);
    });
    expect(naming).toEqual([]);

    for (const cache of ['.cache', '.astro']) rmSync(join(copy.folder, cache), { recursive: true, force: true });
    expect(over).toEqual(await build('first'));
  });
});

/** True when another entry points at this one: taking it out would be an error of its own. */
function referenced(id: string): boolean {
  return globSync('content/**/*.{mdx,yaml,csv}', { cwd: copy.folder })
    .filter((file) => !file.includes(id))
    .some((file) => readFileSync(join(copy.folder, file), 'utf8').includes(id));
}
