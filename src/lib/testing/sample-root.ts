import { existsSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../../..');
const moved = join(project, 'tests/sample');

/**
 * The folder above the `content/` of the sample township, which the tests of the program read. `npm run init` moves it to
 * `tests/sample/` when a township's own content takes its place; that content is checked by the gate, not by these tests.
 */
export const sampleRoot = existsSync(join(moved, 'content')) ? moved : project;
