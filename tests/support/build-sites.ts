import { prepareProject, runScript } from './run-script.ts';
import { sites } from './sites.ts';

const KEY = 'mingbang.tests.sites';
const shared = globalThis as { [KEY]?: Promise<void> };

/** Builds the sites that the tests look at, once for all projects of a run. */
export default function setup(): Promise<void> {
  shared[KEY] ??= buildAll();
  return shared[KEY];
}

async function buildAll(): Promise<void> {
  prepareProject();
  for (const { base, folder } of Object.values(sites)) {
    const started = performance.now();
    const { code, output } = await runScript('build.ts', ['--base', base, '--out', folder], { env: { SITE_DATE: '2026-11-25' } });
    if (code !== 0) throw new Error(`the site at ${base} could not be built:\n${output}`);
    console.log(`built the site at ${base} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}
