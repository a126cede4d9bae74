import { cpSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkContent } from './report.ts';
import type { Finding } from './rule.ts';

/** What a case expects; `why` and `fix` are parts of the words, everything else is exact and the list is complete. */
interface Expectation {
  today?: string;
  production?: boolean;
  /** Files of the base that the case does without. */
  remove?: string[];
  findings: Pick<Finding, 'rule' | 'file' | 'line' | 'column' | 'why' | 'fix'>[];
}

const FIXTURES = join(import.meta.dirname, 'fixtures');
const scratch = mkdtempSync(join(tmpdir(), 'mingbang-gate-'));

afterAll(() => {
  rmSync(scratch, { recursive: true });
}, 60_000);

/** The shared base with a case laid over it. */
function layOut(name: string, remove: readonly string[]): string {
  const root = join(scratch, name);
  cpSync(join(FIXTURES, '_base'), root, { recursive: true });
  for (const file of remove) rmSync(join(root, file), { recursive: true });
  const overlay = join(FIXTURES, name, 'content');
  if (existsSync(overlay)) cpSync(overlay, join(root, 'content'), { recursive: true });
  return root;
}

const cases = globSync('*/expect.json', { cwd: FIXTURES })
  .map((file) => dirname(file))
  .sort();

describe('content gate', () => {
  it('has its cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(100);
  });

  it.each(cases)('%s', async (name) => {
    const expected = JSON.parse(readFileSync(join(FIXTURES, name, 'expect.json'), 'utf8')) as Expectation;
    const { today = '2026-03-31', production = false, remove = [], findings } = expected;
    const { findings: found } = await checkContent({ root: layOut(name, remove), today, production });
    const place = ({ rule, file, line, column }: Expectation['findings'][number]): string => `${file}:${line}:${column} ${rule}`;
    expect(found.map(place)).toEqual(findings.map(place));
    // The base is clean: all of it comes from what the case changes, and a check of only that must find all of it.
    const written = globSync('content/**', { cwd: join(FIXTURES, name), withFileTypes: true });
    const changed = [
      ...remove,
      ...written
        .filter((item) => item.isFile())
        .map((item) => relative(join(FIXTURES, name), join(item.parentPath, item.name)).replaceAll(sep, '/')),
    ];
    const some = await checkContent({ root: join(scratch, name), today, production, changed });
    expect(some.findings.map(place)).toEqual(findings.map(place));
    for (const [index, { why, fix }] of findings.entries()) {
      expect(found[index]?.why).toContain(why);
      expect(found[index]?.fix).toContain(fix);
    }
  });
});
