import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainBytes } from '../../src/checks/built-site.ts';
import { copyProject } from '../support/project-copy.ts';

const copy = copyProject();
afterAll(copy.remove);
const out = join(copy.folder, 'out');

type Row = Record<string, string | number | null>;
const table = (name: string): Row[] => JSON.parse(readFileSync(join(out, `data/${name}.json`), 'utf8')) as Row[];

const MARK = '暗记';
const titled = (line: string) => (text: string) =>
  text.replace(/^title: .*$/m, `title: 写着${MARK}的标题`).replace(/^disclosure:/m, `${line}disclosure:`);

/** What may not be published, each with the mark in it. */
const HIDDEN: [what: string, file: string, change: (text: string) => string][] = [
  ['a draft', 'news/2025/0228-gan-ji-ri-da-ting/index.mdx', titled('draft: true\n')],
  [
    'an entry for the Party only',
    'news/2025/0623-qing-xi-shou-ye/index.mdx',
    (text) => titled('')(text).replace('scope: 向社会', 'scope: 党内'),
  ],
  [
    'an entry that nobody approved',
    'news/2025/0820-ji-zhen-gong-ce/index.mdx',
    (text) => titled('')(text).replace(/^ {2}approved: .*\n/m, ''),
  ],
  ['an entry for later', 'news/2026/0202-wu-hao-2025/index.mdx', titled('publishOn: 2027-01-05 09:00\n')],
  [
    'an entry taken down',
    'news/2026/0622-zhen-dang-dai-hui/index.mdx',
    titled('withdrawn: { on: 2026-11-20, reason: 内容核实有误 }\n'),
  ],
  [
    'the text of a 公示 that is over',
    'news/2025/1110-fa-zhan-dang-yuan-gong-shi/index.mdx',
    (text) => text.replace(/^summary: /m, `summary: ${MARK}。`).replace('- 方建明', `- ${MARK}方建明`),
  ],
];
const GONE = 5;

/** An entry that everybody may see, with a picture and a file like theirs: what is searched for can be found. */
const OPEN = 'news/2026/1119-xiang-gu-chu-gu/index.mdx';
const RED = { r: 240, g: 0, b: 10 };
const BLUE = { r: 10, g: 0, b: 250 };

/** Gives an entry a photo of one colour and an attachment. */
async function illustrate(file: string, name: string, background: typeof RED, words: string): Promise<void> {
  const folder = join(copy.folder, 'content', dirname(file));
  await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
    .jpeg()
    .toFile(join(folder, `${name}.jpg`));
  writeFileSync(join(folder, `${name}.txt`), words);
  const photo = `  - { src: ./${name}.jpg, alt: 写着${words}的牌子 }`;
  copy.edit(file, (text) =>
    (/^photos:$/m.test(text) ? text : text.replace(/^disclosure:/m, 'photos:\ndisclosure:'))
      .replace(/^photos:$/m, `photos:\n${photo}`)
      .replace(/^disclosure:/m, `attachments: [{ file: ./${name}.txt, title: 附件里的${words} }]\ndisclosure:`),
  );
}

/** Published pictures that are of one colour all over, in words of their names. */
async function picturesOf({ r, g, b }: typeof RED): Promise<string[]> {
  const names = globSync('**/*.{webp,jpg,jpeg,png,avif}', { cwd: out });
  const means = await Promise.all(
    names.map(async (name) => (await sharp(join(out, name)).stats()).channels.map(({ mean }) => mean)),
  );
  return names.filter((_name, index) =>
    [r, g, b].every((value, channel) => Math.abs((means[index]?.[channel] ?? 0) - value) < 12),
  );
}

let before: number;

beforeAll(async () => {
  before = globSync('content/news/*/*/index.mdx', { cwd: copy.folder }).length;
  for (const [index, [, file, change]] of HIDDEN.entries()) {
    copy.edit(file, change);
    // Not quite the same colour: files of the same bytes would be one.
    await illustrate(file, `mi-jian-zhao-${String(index)}`, { ...RED, r: RED.r + index }, MARK);
  }
  await illustrate(OPEN, 'ming-ji', BLUE, '明记');
  // Cases of a year that no report has spoken of yet: few enough to point at persons.
  const [cases = ''] = globSync('content/news/2026/0724-*/index.mdx', { cwd: copy.folder });
  copy.edit(cases.replace('content/', ''), (text) => text.replace('cases: 3', 'cases: 2'));
  await copy.build('out');
}, 180_000);

describe('pictures and attachments', () => {
  const named = (part: string): string[] => globSync(`**/*${part}*`, { cwd: out });

  it('are published with an entry for everybody', async () => {
    expect(named('ming-ji').length).toBeGreaterThan(1);
    expect((await picturesOf(BLUE)).length).toBeGreaterThan(0);
  });

  it('of what may not be published are nowhere, under no name', async () => {
    expect(named('mi-jian-zhao')).toEqual([]);
    expect(await picturesOf(RED)).toEqual([]);
  });
});

describe('open data', () => {
  it.each(HIDDEN)('leaves out %s, as every other file does', (_what, file) => {
    expect(readFileSync(join(copy.folder, 'content', file), 'utf8')).toContain(MARK);
    const naming = globSync('**/*', { cwd: out })
      .filter((name) => statSync(join(out, name)).isFile())
      .filter((name) => plainBytes(join(out, name)).includes(MARK));
    expect(naming).toEqual([]);
  });

  it('counts the rest', () => {
    expect(table('news').length).toBe(before - GONE);
    const ended = table('news').find(({ id }) => id === '2025/1110-fa-zhan-dang-yuan-gong-shi');
    expect(ended).toMatchObject({ summary: null, noticeUntil: '2025-11-16' });
  });

  it('says of a withdrawn entry that it is gone, and no more', () => {
    const json = JSON.parse(readFileSync(join(out, 'news/2026/0622-zhen-dang-dai-hui/index.json'), 'utf8')) as object;
    expect(Object.keys(json).sort()).toEqual(['format', 'on', 'reason', 'title', 'type', 'url']);
  });

  it('covers a small count of a sensitive topic in every file', () => {
    const [measure] = table('measures').filter(({ id, year }) => id === 'cases-published' && year === 2026);
    expect(measure).toMatchObject({ value: null, text: '不足3起' });
    const entries = table('measure-entries').filter(({ measure: id, year }) => id === 'cases-published' && year === 2026);
    expect(entries.length).toBe(1);
    for (const { amount, text } of entries) expect([amount, text]).toEqual([null, '不足3']);
    for (const year of [2025, 2026]) {
      const json = readFileSync(join(out, `results/cases-published/${String(year)}/index.json`), 'utf8');
      expect(json).toContain('"text":"不足3起"');
      expect(json).not.toMatch(/2起|"value"/);
    }
  });
});
