import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleRoot } from '../lib/testing/sample-root.ts';
import { documentText } from './document-text.ts';

const read = (path: string, extension: string) =>
  documentText(readFileSync(join(sampleRoot, `content/news/${path}.${extension}`)), extension);

describe('the text of an attachment', () => {
  it('is a table for csv', async () => {
    const { rows } = await read('2026/0511-xiao-xing-gong-yi/xiang-mu', 'csv');
    expect(rows?.length).toBeGreaterThan(9);
    expect(new Set(rows?.map((row) => row.length)).size).toBe(1);
  });

  it('is paragraphs for txt and pdf', async () => {
    expect((await read('2026/1110-ting-che-ban-fa-zheng-qiu/yi-jian-biao', 'txt')).paragraphs?.length).toBeGreaterThan(2);
    const { paragraphs } = await read('2026/0828-wang-ge-ban-fa/wang-ge-ban-fa', 'pdf');
    expect(paragraphs?.join('')).toContain('第十条');
    expect(paragraphs?.join('')).toContain('青禾镇网格走访');
    expect(paragraphs?.join('')).not.toContain('戶');
    expect(paragraphs).toContain('第四条 网格长当场能办的当场办；办不了的，三天内报村党支部；村里办不了的，五天内报镇综治中心。');
  });

  it('is nothing where only the program of the format can show it', async () => {
    expect(await documentText(new Uint8Array([1, 2, 3]), 'ppt')).toEqual({});
  });
});
