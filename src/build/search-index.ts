import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';

/** Pagefind's ready-made interfaces; the site has its own page. */
const UNUSED = [
  'pagefind-ui.js',
  'pagefind-ui.css',
  'pagefind-modular-ui.js',
  'pagefind-modular-ui.css',
  'pagefind-component-ui.js',
  'pagefind-component-ui.css',
  'pagefind-highlight.js',
];

/** Indexes the built site in `folder` and writes the index to `folder/pagefind`. Returns the number of pages. Throws with Pagefind's own errors. */
export async function buildSearchIndex(folder: string): Promise<number> {
  try {
    const { index, errors } = await createIndex({ forceLanguage: 'zh' });
    if (index === undefined) throw new Error(errors.join('\n'));
    const added = await index.addDirectory({ path: folder });
    const written = await index.writeFiles({ outputPath: join(folder, 'pagefind') });
    const problems = [...added.errors, ...written.errors];
    if (problems.length > 0) throw new Error(problems.join('\n'));
    await Promise.all(UNUSED.map((file) => rm(join(folder, 'pagefind', file), { force: true })));
    return added.page_count;
  } finally {
    await close();
  }
}
