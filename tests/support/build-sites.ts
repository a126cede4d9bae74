import { buildSite, prepareProject } from './run-script.ts';
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
    await buildSite(folder, { base });
    console.log(`built the site at ${base} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}
