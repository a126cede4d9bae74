import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';

const { values } = parseArgs({
  options: { production: { type: 'boolean', default: false }, base: { type: 'string' }, out: { type: 'string' } },
});
const folder = await buildSite({ production: values.production, base: values.base, outDir: values.out });
process.exitCode = folder === undefined ? 1 : 0;
