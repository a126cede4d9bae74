import { expect, it } from 'vitest';
import { sampleRoot } from '../lib/testing/sample-root.ts';
import { readContent } from '../loader/read-content.ts';
import { contextOf } from './context.ts';
import { contentRules } from './index.ts';
import { listNotices } from './notices.ts';
import { runRules } from './run.ts';
import { edited } from './testing/edited.ts';

const sample = readContent(sampleRoot);

it('does not blame a report for an entry that cannot be read', () => {
  const training = 'content/news/2025/0321-chun-ji-lun-xun/index.mdx';
  const broken = contextOf(
    edited(sample, training, (text) => text.replace(/participants: (\d+)/, 'participants: $1人')),
    '2026-11-25',
  );
  const errors = runRules(contentRules, broken).filter(({ severity }) => severity === 'error');
  expect(errors.map(({ file, rule }) => `${file} ${rule}`)).toEqual([`${training} S02`]);
  expect(listNotices(broken).join()).toContain('数字等它改好之后再核对');
  // The whole sample is checked, on a machine that may be busy.
}, 60_000);
