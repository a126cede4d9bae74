import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { readPages } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

const run = promisify(execFile);
const pages = readPages(sites.root.folder);

it('is valid by html-validate', async () => {
  const validator = new HtmlValidate(
    new FileSystemConfigLoader({
      root: true,
      extends: ['html-validate:standard'],
      rules: {
        // Astro writes `<!doctype html>` and void elements its own way; both are valid HTML.
        'doctype-style': 'off',
        'void-style': 'off',
        'attribute-boolean-style': 'off',
        'attribute-empty-style': 'off',
        'no-trailing-whitespace': 'off',
        // Inlined on purpose: the first visit over a slow line is one file.
        'no-inline-style': 'error',
        'long-title': 'off',
        // `tel:` links are written by the township; their form is checked by the gate.
        'tel-non-breaking': 'off',
      },
    }),
  );
  const problems: string[] = [];
  for (const { path, html } of pages) {
    const report = await validator.validateString(html);
    for (const { messages } of report.results)
      problems.push(...messages.map((message) => `${path}:${message.line} ${message.ruleId} ${message.message}`));
  }
  expect(problems).toEqual([]);
});

const java = await run('java', ['-version']).then(
  () => true,
  () => false,
);

// The W3C's checker needs Java; html-validate above runs everywhere.
it.runIf(java)('is valid by the W3C checker', async () => {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const files = pages.map(({ file }) => join(sites.root.folder, file));
  const checked = await run('java', ['-jar', jar, '--format', 'gnu', '--errors-only', ...files], { maxBuffer: 2 ** 26 }).catch(
    (error: unknown) => error as { stderr: string },
  );
  // The checker does not know this source yet; browsers do (https://www.w3.org/TR/CSP3/#grammardef-wasm-unsafe-eval).
  const errors = checked.stderr.split('\n').filter((line) => line !== '' && !line.includes('found "\'wasm-unsafe-eval\'"'));
  expect(errors).toEqual([]);
});
