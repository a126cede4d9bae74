import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkContent } from '../src/checks/report.ts';
import { publicationSheet } from '../src/derive/sheet/publication-sheet.ts';
import type { Sheet, SheetSide } from '../src/derive/sheet/model.ts';
import { sampleRoot } from '../src/lib/testing/sample-root.ts';
import { listFiles } from '../src/loader/content-files.ts';
import { fileChanges } from '../src/loader/file-changes.ts';
import { nameOf, sideOf } from './sheet-sides.ts';

const TODAY = '2026-11-25';
const root = mkdtempSync(join(tmpdir(), 'mingbang-sheet-sample-'));
const git = (...args: string[]): string =>
  execFileSync('git', ['-C', root, '-c', 'user.name=a', '-c', 'user.email=a@example.cn', ...args], { encoding: 'utf8' });

/** What kind of file something is: `news/*.jpg`, `branches/meetings.csv`, `site.yaml`. */
function kindOf(path: string): string {
  const [, folder = '', ...rest] = path.split('/');
  if (rest.length === 0) return folder;
  const name = rest.at(-1) ?? '';
  const own = /^(?:index\.mdx|meetings\.csv|figures\.yaml|commitments\.yaml)$/.test(name);
  return `${folder}/${own ? name : name.replace(/^.*\./, '*.')}`;
}

type Edit = [from: RegExp, to: string] | 'more bytes';
const PARAGRAPH: Edit = [/$/, '\n村里的人都来看过。\n'];

/** For every kind of file an edit that the check before publication accepts. */
const EDITS: Record<string, Edit> = {
  'README.md': [/$/, '\n后来的人看这里。\n'],
  'site.yaml': [/slogan: (.*)/, 'slogan: $1，一件不少'],
  'terms.yaml': [/names:\n/, 'names:\n  - { name: 青禾镇文化站, kind: 机构, wrong: [青禾镇文化馆站] }\n'],
  'standards/*.yaml': [/text: (.*)/, 'text: $1，并且公开'],
  'news/index.mdx': PARAGRAPH,
  'news/*.jpg': 'more bytes',
  'news/*.pdf': 'more bytes',
  'news/*.csv': [/$/, '\n'],
  'news/*.txt': [/$/, '\n以上各栏可以不填。\n'],
  'branches/index.mdx': PARAGRAPH,
  'branches/meetings.csv': [/,主题党日,([^,\n]+),/, ',主题党日,$1（补记）,'],
  'branches/*.jpg': 'more bytes',
  'cooperatives/index.mdx': PARAGRAPH,
  'cooperatives/*.jpg': 'more bytes',
  'reports/index.mdx': PARAGRAPH,
  'reports/figures.yaml': [/definition: (.*)/, 'definition: $1，不含外镇'],
  'reports/commitments.yaml': [/note: ([^,}\n]+)/, 'note: $1，已经核对'],
  'pages/index.mdx': PARAGRAPH,
};

let before: SheetSide;
let paths: string[];

beforeAll(() => {
  cpSync(join(sampleRoot, 'content'), join(root, 'content'), { recursive: true });
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'begin');
  before = sideOf(root, '原来');
  paths = listFiles(root).map(({ path }) => path);
});

afterAll(() => {
  rmSync(root, { recursive: true });
});

function apply(path: string, edit: Edit): void {
  if (edit === 'more bytes') {
    appendFileSync(join(root, path), '\n');
    return;
  }
  const text = readFileSync(join(root, path), 'utf8');
  const changed = text.replace(...edit);
  expect(changed, `${path} is edited`).not.toBe(text);
  writeFileSync(join(root, path), changed);
}

const sheet = (): Sheet => publicationSheet({ before, after: sideOf(root, '现在') }, fileChanges(root, 'HEAD'), TODAY, nameOf);

/** All that a sheet says, but for pages that only follow. */
const said = (found: Sheet): string => JSON.stringify({ ...found, follow: [] });

/** Words of which one stands on a sheet that does not leave a file out. */
function signs(path: string): string[] {
  const [, collection = '', ...rest] = path.split('/');
  const entry = rest.slice(0, -1).join('/');
  const place = collection === 'pages' ? `/${entry}/` : `/${collection}/${entry}/`;
  if (path === 'content/site.yaml') return ['全站每一页'];
  if (collection === 'standards') return [`${(rest[0] ?? '').replace(/\D/g, '')}年“五好”标准`];
  if (/\/[^/]+\.(?:jpg|pdf|txt|csv)$/.test(path) && !path.endsWith('meetings.csv')) return [` ${rest.at(-1) ?? ''} 换了`];
  return entry === '' ? [path] : [place];
}

it('has an edit for every kind of file of the sample', () => {
  expect([...new Set(paths.map(kindOf))].sort()).toEqual(Object.keys(EDITS).sort());
});

it('says something of an edit to each kind of file', { timeout: 120_000 }, () => {
  for (const [kind, edit] of Object.entries(EDITS)) {
    const path = paths.find((candidate) => kindOf(candidate) === kind) ?? '';
    apply(path, edit);
    const found = sheet();
    const text = said(found);
    expect(
      signs(path).some((sign) => text.includes(sign)),
      `${path} is on the sheet: ${text}`,
    ).toBe(true);
    git('checkout', '-q', '--', 'content');
  }
});

it('takes only edits that the check before publication accepts', { timeout: 120_000 }, async () => {
  for (const [kind, edit] of Object.entries(EDITS)) apply(paths.find((path) => kindOf(path) === kind) ?? '', edit);
  const { findings } = await checkContent({ root, today: TODAY });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  git('checkout', '-q', '--', 'content');
});

it('names every file whose bytes differ, whatever it is', () => {
  const files = paths.map((path) => ({ path, was: 'a', is: 'b' }));
  const text = said(publicationSheet({ before, after: before }, files, TODAY, nameOf));
  for (const path of paths) {
    const name = path.split('/').at(-1) ?? '';
    const read = /\.(?:mdx|ya?ml|md)$|\/meetings\.csv$/.test(path);
    expect(text, path).toContain(read ? `"${path}"` : ` ${name} 换了`);
  }
});
