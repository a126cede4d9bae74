import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite, prepareProject, projectRoot, PROJECT_FILES } from './run-script.ts';
import { SITE_DATE } from './site-date.ts';
import { sites } from './sites.ts';

const KEY = 'mingbang.tests.sites';
const shared = globalThis as { [KEY]?: Promise<void> };

/** Builds the sites that the tests look at, once for all projects of a run, and not again while nothing has changed. */
export default function setup(): Promise<void> {
  shared[KEY] ??= buildAll();
  return shared[KEY];
}

/** Changes with everything that a site is made of. */
function inputs(): string {
  const hash = createHash('sha256').update(`${SITE_DATE} ${process.version}`);
  const files = [...PROJECT_FILES, 'content'].flatMap((path) => [path, ...globSync(`${path}/**/*`, { cwd: projectRoot })]);
  for (const file of files.sort()) {
    const path = join(projectRoot, file);
    if (statSync(path).isFile()) hash.update(`\n${file}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

async function buildAll(): Promise<void> {
  prepareProject();
  const made = inputs();
  for (const { base, folder } of Object.values(sites)) {
    const mark = `${folder}.inputs`;
    if (existsSync(mark) && readFileSync(mark, 'utf8') === made) {
      console.log(`the site at ${base} stands, nothing has changed since it was built`);
      continue;
    }
    // Written last: a build that was broken off is none.
    rmSync(mark, { force: true });
    const started = performance.now();
    await buildSite(folder, { base });
    writeFileSync(mark, made);
    console.log(`built the site at ${base} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}
