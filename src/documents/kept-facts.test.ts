import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyFacts } from './facts.ts';
import { keptFacts } from './kept-facts.ts';

const facts = { ...emptyFacts(), texts: [{ place: '第1页', text: '石桥村' }], hidden: ['1条批注'] };
const bytes = new Uint8Array([1, 2, 3]);
const read = vi.fn(() => Promise.resolve(facts));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbang-kept-'));
  read.mockClear();
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('what was read of a document', () => {
  it('is kept for the same bytes, and for no others', async () => {
    expect(await keptFacts(bytes, read, folder)).toEqual(facts);
    expect(await keptFacts(bytes, read, folder)).toEqual(facts);
    expect(read).toHaveBeenCalledTimes(1);
    await keptFacts(new Uint8Array([1, 2, 4]), read, folder);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('is read again when what was kept is broken', async () => {
    await keptFacts(bytes, read, folder);
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"texts": [');
    expect(await keptFacts(bytes, read, folder)).toEqual(facts);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('is not kept when it could not be read, nor where nothing can be written', async () => {
    await expect(keptFacts(bytes, () => Promise.reject(new Error('broken')), folder)).rejects.toThrow('broken');
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, 'file'), '');
    expect(await keptFacts(bytes, read, join(folder, 'file'))).toEqual(facts);
  });
});
