import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentRules } from './index.ts';

const PAGES = join(import.meta.dirname, '../../docs/rules');
const FIXTURES = join(import.meta.dirname, 'fixtures');
const ids = contentRules.map(({ id }) => id);

/** Rules that no fixture folder can show, with the reason. */
const WITHOUT_FIXTURE: Record<string, string> = {
  D05: 'needs a git history; shown in history.test.ts',
  D06: 'needs a git history; shown in history.test.ts',
  D08: 'needs a git history; shown in before.test.ts',
  D09: 'needs a git history; shown in before.test.ts',
  D10: 'needs a git history; shown in before.test.ts',
  F08: 'a picture of 8 MB does not belong into the repository; shown below',
};

describe('rules', () => {
  it('have ids of their own', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Z]\d{2}$/);
  });

  it('each have a page, and each page has a rule', () => {
    const pages = readdirSync(PAGES).filter((name) => name !== 'README.md');
    expect(pages.map((name) => name.replace('.md', '')).sort()).toEqual([...ids].sort());
  });

  it.each(contentRules)('$id: the page says what the rule says', ({ id, title, severity, basis }) => {
    const page = readFileSync(join(PAGES, `${id}.md`), 'utf8');
    expect(page).toContain(`# ${id} ${title}\n`);
    expect(page).toContain(severity === 'error' ? '错误：改完才能发布' : '提醒：不影响发布');
    expect(page).toContain(`## 依据\n\n${basis}`);
    for (const heading of ['## 什么意思', '错：', '对：', '## 怎么改']) expect(page).toContain(heading);
    const level = severity === 'error' ? '错误' : '提醒';
    expect(readFileSync(join(PAGES, 'README.md'), 'utf8')).toContain(`| [${id}](${id}.md) | ${title} | ${level} |`);
  });

  it('are all shown by a case', () => {
    const shown = readdirSync(FIXTURES)
      .filter((name) => !name.startsWith('_'))
      .flatMap((name) => {
        const { findings } = JSON.parse(readFileSync(join(FIXTURES, name, 'expect.json'), 'utf8')) as {
          findings: { rule: string }[];
        };
        return findings.map(({ rule }) => rule);
      });
    expect(ids.filter((id) => !shown.includes(id))).toEqual(ids.filter((id) => Object.hasOwn(WITHOUT_FIXTURE, id)));
  });
});
