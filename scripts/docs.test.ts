import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedDocs } from './docs-content.ts';

describe('generated docs', () => {
  it.each(Object.entries(generatedDocs()))('%s is as fresh as the model (npm run docs)', (file, text) => {
    expect(readFileSync(join(import.meta.dirname, '..', file), 'utf8')).toBe(text);
  });

  it('leaves no field without a Chinese name', () => {
    const rows = (generatedDocs()['docs/fields.md'] ?? '').split('\n').filter((line) => line.startsWith('| `'));
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.filter((row) => /^\| `[^|]*` \| {1,2}\|/.test(row))).toEqual([]);
  });
});
