import { expect, it } from 'vitest';
import { sampleRoot } from '../lib/testing/sample-root.ts';
import { readContent } from './read-content.ts';
import { quickFields } from './quick-fields.ts';

const { entries } = readContent(sampleRoot);

it('reads every sample entry as the reader with places does', () => {
  const read = entries.map(({ collection, front, file }) => [
    file,
    'yaml' in front ? quickFields(collection, front.yaml) : undefined,
  ]);
  expect(read.length).toBeGreaterThan(100);
  expect(read).toEqual(entries.map(({ file, parsed }) => [file, parsed.data]));
});

it.each(['title: [', 'title: 石桥', 'title: a\ntitle: b', '', '- a'])('gives nothing for %j', (yaml) => {
  expect(quickFields('news', yaml)).toBeUndefined();
});
