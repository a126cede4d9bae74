import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { copyProject } from '../support/project-copy.ts';
import { runScript } from '../support/run-script.ts';
import { sites } from '../support/sites.ts';

const copy = copyProject();
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

it('comes out byte for byte alike in another folder, time zone, language and month, with no cache', async () => {
  const shift = pathToFileURL(join(import.meta.dirname, '../support/shift-clock.mjs')).href;
  const { code, output } = await runScript('build.ts', ['--base', '/', '--out', 'built'], {
    cwd: copy.folder,
    env: {
      SITE_DATE: '2026-11-25',
      TZ: 'America/New_York',
      LANG: 'de_DE.UTF-8',
      LC_ALL: 'de_DE.UTF-8',
      SHIFT_DAYS: '75',
      NODE_OPTIONS: `--import ${shift}`,
    },
  });
  expect(code, output).toBe(0);
  expect(fingerprints(join(copy.folder, 'built'))).toEqual(fingerprints(sites.root.folder));
});
