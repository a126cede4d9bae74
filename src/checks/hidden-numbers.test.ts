import { mkdirSync, mkdtempSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { SEED } from '../../tests/support/seed.ts';
import { makePdf, makeWorkbook, makeZip } from '../documents/testing/make.ts';
import { checkContent } from './report.ts';

const CASES = 240;
const root = mkdtempSync(join(tmpdir(), 'mingbang-hidden-'));
cpSync(join(import.meta.dirname, 'fixtures/_base'), root, { recursive: true });

afterAll(() => {
  rmSync(root, { recursive: true });
});

const pad = (value: number, length: number): string => String(value).padStart(length, '0');
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

const area = fc.constantFrom('110105', '320583', '430102', '522627', '650102', '441900', '510725');
const born = fc.tuple(fc.integer({ min: 1935, max: 2024 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }));
const id18 = fc.tuple(area, born, fc.integer({ min: 1, max: 999 })).map(([place, [year, month, day], number]) => {
  const body = `${place}${String(year)}${pad(month, 2)}${pad(day, 2)}${pad(number, 3)}`;
  return body + '10X98765432'.charAt(WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11);
});
const id15 = fc
  .tuple(area, born, fc.integer({ min: 1, max: 999 }))
  // Given out until 1999.
  .map(
    ([place, [year, month, day], number]) =>
      `${place}${pad(Math.min(year, 1998) % 100, 2)}${pad(month, 2)}${pad(day, 2)}${pad(number, 3)}`,
  );
const mobile = fc
  .tuple(fc.constantFrom('133', '138', '150', '159', '177', '186', '199'), fc.integer({ min: 10_000_000, max: 99_999_999 }))
  .map(([head, tail]) => `${head}${String(tail)}`);
const card = fc.integer({ min: 100_000_000, max: 999_999_999 }).map((middle) => {
  const body = `622848001${String(middle)}`;
  const sum = Array.from(body)
    .reverse()
    .reduce((total, each, i) => {
      const digit = i % 2 === 0 ? Number(each) * 2 : Number(each);
      return total + (digit > 9 ? digit - 9 : digit);
    }, 0);
  return `${body}${String((10 - (sum % 10)) % 10)}`;
});

/** Where people break a number when they write it: the groups that it is read in. */
const GROUPS = { 身份证号: [6, 14], 旧身份证号: [6, 12], 手机号: [3, 7], 银行卡号: [4, 8, 12, 16] };
type Kind = keyof typeof GROUPS;
const number: fc.Arbitrary<{ kind: Kind; text: string }> = fc.oneof(
  id18.map((text) => ({ kind: '身份证号' as const, text })),
  id15.map((text) => ({ kind: '旧身份证号' as const, text })),
  mobile.map((text) => ({ kind: '手机号' as const, text })),
  card.map((text) => ({ kind: '银行卡号' as const, text })),
);

const grouped = (text: string, kind: Kind, by: string): string =>
  [0, ...GROUPS[kind]].map((from, index, all) => text.slice(from, all[index + 1])).join(by);
const wide = (text: string): string => text.replace(/[0-9X]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Ways to write a number that a reader still reads as one; tags and cells only where the file has them. */
const WAYS: Record<string, (text: string, kind: Kind) => string> = {
  'as it is': (text) => text,
  spaced: (text, kind) => grouped(text, kind, ' '),
  'with hyphens': (text, kind) => grouped(text, kind, '-'),
  'in full width': (text) => wide(text),
  'with invisible signs': (text, kind) => grouped(text, kind, '\u200b'),
  'full width and spaced': (text, kind) => wide(grouped(text, kind, ' ')),
};
const bold = (text: string, kind: Kind): string => grouped(text, kind, '**').replace(/\*\*(\d+)$/, '**$1');

interface Place {
  file: string;
  /** What the file holds with the number in it; the words around it come from the case. */
  content: (written: string, before: string, after: string) => string | Uint8Array;
  /** Further ways that only this kind of file has. */
  ways?: Record<string, (text: string, kind: Kind) => string>;
  latin?: boolean;
}

const FOLDER = 'content/news/2026/0305-chun-geng';
const entry = (title: string, body: string): string =>
  `---\ntitle: 春耕\ndate: 2026-03-05\nsummary: "${title}"\ncolumn: dongtai\nsource: 本站\nreviewer: 党建办\ndisclosure:\n  scope: 向社会\n---\n\n${body}\n`;
const xml = (text: string): string => `<w:document><w:body><w:p>${text}</w:p></w:body></w:document>`;
const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`;

const PLACES: Record<string, Place> = {
  'a body': {
    file: `${FOLDER}/index.mdx`,
    content: (written, before, after) => entry('春耕备耕的事', `${before}\n\n${before}（${written}）${after}`),
    ways: { 'split by marks': bold },
  },
  'a table of a body': {
    file: `${FOLDER}/index.mdx`,
    content: (written, before, after) =>
      entry('春耕备耕的事', `| 姓名 | 号码 |\n| --- | --- |\n| ${before} | ${written} |\n| ${after} | 无 |`),
  },
  frontmatter: { file: `${FOLDER}/index.mdx`, content: (written, before) => entry(`${before}，${written}`, '正文。') },
  'a table': {
    file: 'content/branches/shiqiao/meetings.csv',
    content: (written, before, after) =>
      `日期,内容\n2026-03-01,${before}\n2026-03-02,"${before}，${written}"\n2026-03-03,${after}\n`,
  },
  yaml: {
    file: 'content/reports/2024/figures.yaml',
    content: (written, before, after) => `- id: a\n  title: ${before}\n  note: "${after} ${written}"\n`,
  },
  'a drawing': {
    file: `${FOLDER}/tu.svg`,
    content: (written, before) =>
      `<svg xmlns="http://www.w3.org/2000/svg"><text x="10">${before}</text><text y="20">${written}</text></svg>`,
    ways: {
      'split by tags': (text, kind) => grouped(text, kind, '</tspan><tspan dx="1">').replace(/^(.*)$/s, '<tspan>$1</tspan>'),
    },
  },
  'a text document': {
    file: `${FOLDER}/biao.docx`,
    content: (written, before, after) =>
      makeZip({ 'word/document.xml': xml(run(`${before}，`) + run(written) + run(`，${after}`)) }),
    ways: { 'split by tags': (text, kind) => grouped(text, kind, '</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>') },
  },
  'a workbook': {
    file: `${FOLDER}/biao.xlsx`,
    content: (written, before, after) =>
      makeWorkbook([
        {
          name: '表',
          rows: [
            [before, after],
            ['某某', written],
          ],
        },
      ]),
  },
  'a hidden sheet': {
    file: `${FOLDER}/biao.xlsx`,
    content: (written, before) =>
      makeWorkbook([
        { name: '表', rows: [[before]] },
        { name: '底', rows: [['某某', written]], state: 'hidden' },
      ]),
  },
  'a presentation': {
    file: `${FOLDER}/biao.pptx`,
    content: (written, before, after) =>
      makeZip({
        'ppt/presentation.xml': '<p:presentation/>',
        'ppt/slides/slide1.xml': `<p:sld><p:txBody><a:p><a:r><a:t>${before}</a:t></a:r></a:p><a:p><a:r><a:t>${written}</a:t></a:r></a:p><a:p><a:r><a:t>${after}</a:t></a:r></a:p></p:txBody></p:sld>`,
      }),
    ways: { 'split by tags': (text, kind) => grouped(text, kind, '</a:t></a:r><a:r><a:t>') },
  },
  'a PDF': { file: `${FOLDER}/biao.pdf`, content: (written) => makePdf({ text: `List ${written} end` }), latin: true },
  'a name of a file': { file: `${FOLDER}/N.txt`, content: () => '无\n' },
};

function placeNamed(where: string): Place {
  const place = PLACES[where];
  if (place === undefined) throw new Error(where);
  return place;
}

const words = fc.constantFrom(
  '惊蛰一过，渠水就通了',
  '三月的党课讲怎么管好一笔钱',
  '1486亩春茶开采，收入37.5万元',
  '电话0000-8765432，上午八点到下午五点',
  '青组〔2026〕12号',
);

const LATIN = ['as it is', 'spaced', 'with hyphens'];
const anyCase = fc.constantFrom(...Object.keys(PLACES)).chain((where) => {
  const { ways = {}, latin = false } = placeNamed(where);
  const known = latin ? LATIN : [...Object.keys(WAYS), ...Object.keys(ways)];
  return fc.record({ where: fc.constant(where), way: fc.constantFrom(...known), number, before: words, after: words });
});

it(`finds every number that is hidden in any kind of file (seed ${String(SEED)})`, { timeout: 240_000 }, async () => {
  const before = process.cpuUsage();
  const seen = new Set<string>();
  const written = new Set<string>();
  await fc.assert(
    fc.asyncProperty(anyCase, async ({ where, way, number: { kind, text }, before: said, after }) => {
      const { file, content, ways = {} } = placeNamed(where);
      const shown = (ways[way] ?? WAYS[way] ?? String)(text, kind);
      const named = where === 'a name of a file' ? join(dirname(file), `${text}.txt`) : file;
      for (const old of written) rmSync(join(root, old), { force: true });
      written.add(named);
      mkdirSync(dirname(join(root, named)), { recursive: true });
      writeFileSync(join(root, named), content(shown, said, after));
      // Through the gate itself, as a commit of this one file goes through it.
      const { findings } = await checkContent({ root, today: '2026-03-31', changed: [named] });
      const rule = kind === '手机号' ? 'I02' : 'I01';
      expect(
        findings.filter((finding) => finding.rule === rule && finding.file === named).length,
        `${where}, ${way}`,
      ).toBeGreaterThan(0);
      // What it says of the number must not be the number.
      const plain = findings.map(({ value = '', why, fix }) => `${value} ${why} ${fix}`).join('\n');
      expect(plain.replace(/[\s-]/g, '')).not.toContain(text);
      seen.add(where);
    }),
    { numRuns: CASES },
  );
  const { user, system } = process.cpuUsage(before);
  console.log(`hidden numbers: ${String(CASES)} cases, seed ${String(SEED)}, ${((user + system) / 1e6).toFixed(1)} s CPU`);
  expect([...seen].sort()).toEqual(Object.keys(PLACES).sort());
});
