import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  type IRunOptions,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersFor, fillBlanks } from '../authoring/testing/answers.ts';
import { checkContent } from '../checks/report.ts';
import { sampleRoot } from '../lib/testing/sample-root.ts';
import { readContent, toContent } from '../loader/read-content.ts';
import { importEntry, type Imported } from './import-entry.ts';
import { Refusal } from '../documents/refusal.ts';
import { importSummary } from './summary.ts';
import { makeDocx } from './testing/make-docx.ts';

const TODAY = '2026-11-25';
/** Each of these runs the whole gate; a loaded machine takes its time. */
const SLOW = { timeout: 180_000 };
const scratch = mkdtempSync(join(tmpdir(), 'mingbang-import-'));
const root = join(scratch, 'site');
cpSync(join(sampleRoot, 'content'), join(root, 'content'), { recursive: true });
const content = toContent(readContent(root));
if (content === undefined) throw new Error('the sample content cannot be read');
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const run = (bytes: Uint8Array, given: Record<string, string> = {}, out?: string): Promise<Imported> =>
  importEntry(content, bytes, {
    root,
    cwd: scratch,
    given: Object.fromEntries(Object.entries(given).map(([flag, value]) => [flag, [value]])),
    terminal: undefined,
    out,
  });
const errorsIn = async (folder: string, today = TODAY) =>
  (await checkContent({ root, today, paths: [folder] })).findings.filter(({ severity }) => severity === 'error');

/** A picture with a red left half, so that cutting can be seen, and with the place where it was taken. */
const photograph = async (): Promise<Buffer> =>
  sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#08f' } })
    .withExifMerge({ IFD3: { GPSLatitude: '30/1 0/1 0/1' } })
    .jpeg()
    .toBuffer();

const styled = (options: IRunOptions): TextRun => new TextRun(options);

/** A notice as a clerk writes it in Word. */
async function notice(): Promise<Buffer> {
  const text = (words: string): Paragraph => new Paragraph({ children: [new TextRun(words)] });
  const heading = (words: string): Paragraph =>
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(words)] });
  const cell = (words: string, columnSpan = 1): TableCell => new TableCell({ columnSpan, children: [text(words)] });
  return Packer.toBuffer(
    new Document({
      footnotes: { 1: { children: [text('按2026年9月在册人数。')] } },
      sections: [
        {
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [styled({ text: '石桥村冬春灌渠清淤的安排', bold: true, size: 44 })],
            }),
            text('青党办〔2026〕21号'),
            text('各村民小组：'),
            heading('一、什么时候清'),
            new Paragraph({
              children: [
                new TextRun('11月28日起，'),
                styled({ text: '每户一人。', bold: true }),
                new TextRun('自带工具，{}<>_*都不算。'),
              ],
            }),
            new Paragraph({
              children: [
                new TextRun('在家劳力86人'),
                new FootnoteReferenceRun(1),
                new TextRun('。详见'),
                new ExternalHyperlink({ link: 'https://qinghe.example.cn/', children: [new TextRun('公开网')] }),
                new TextRun('。'),
              ],
            }),
            heading('二、怎么分段'),
            new Table({
              rows: [
                new TableRow({ children: [cell('小组'), cell('渠段', 2)] }),
                new TableRow({ children: [cell('一组'), cell('桥头'), cell('220米')] }),
              ],
            }),
            new Paragraph({
              children: [
                new ImageRun({
                  type: 'jpg',
                  data: await photograph(),
                  transformation: { width: 400, height: 200 },
                  altText: { name: 'p', title: '', description: '村民在渠里清淤，渠边堆着铁锹' },
                }),
              ],
            }),
            text('石桥村党支部'),
            text('2026年11月24日'),
          ],
        },
      ],
    }),
  );
}

const PLAIN = Buffer.from('禾坪村晒谷场的用法\n\n先到先晒，隔天轮换。\n');

describe('an imported entry', SLOW, () => {
  let bytes: Buffer;
  let imported: Imported;
  beforeAll(async () => {
    bytes = await notice();
    imported = await run(bytes, { column: '基层治理' });
  }, SLOW.timeout);

  it('stands at its place, with what the document says in its fields', () => {
    expect(imported.folder).toBe('content/news/2026/1124-dong-chun-guan-qu');
    const text = readFileSync(join(root, imported.folder, 'index.mdx'), 'utf8');
    for (const line of [
      'title: 石桥村冬春灌渠清淤的安排',
      'column: governance',
      'date: 2026-11-24',
      'source: 石桥村党支部',
      '  number: 青党办〔2026〕21号',
    ])
      expect(text.split('\n')).toContain(line);
    const [picture = ''] = imported.pictures;
    expect(text.slice(text.indexOf('\n---\n\n') + 6)).toBe(
      `各村民小组：\n\n## 一、什么时候清\n\n11月28日起，**每户一人**。自带工具，\\{}\\<>\\_\\*都不算。\n\n在家劳力86人[^1]。详见[公开网](https://qinghe.example.cn/)。\n\n## 二、怎么分段\n\n| 小组 | 渠段 | 渠段 |\n| - | - | - |\n| 一组 | 桥头 | 220米 |\n\n![村民在渠里清淤，渠边堆着铁锹](./${picture})\n\n石桥村党支部\n\n2026年11月24日\n\n[^1]: 按2026年9月在册人数。\n`,
    );
  });

  it('has its pictures cleaned and named after their content', async () => {
    const [name = ''] = imported.pictures;
    expect(name).toMatch(/^tu-[0-9a-f]{10}\.(jpg|png)$/);
    const { width, exif, icc } = await sharp(join(root, imported.folder, name)).metadata();
    expect({ width, exif, icc }).toEqual({ width: 1920, exif: undefined, icc: undefined });
  });

  it('changes nothing when the file comes again, and refuses to overwrite what was worked on', async () => {
    const again = await run(bytes, { column: '基层治理' });
    expect(again.state).toBe('same');
    expect(importSummary(again)).toContain('什么也不用做');
    const path = join(root, imported.folder, 'index.mdx');
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, before.replace('各村民小组：', '各小组：'));
    const edited = readFileSync(path, 'utf8');
    await expect(run(bytes, { column: '基层治理' })).rejects.toThrow(Refusal);
    expect(readFileSync(path, 'utf8')).toBe(edited);
    writeFileSync(path, before);
    const beside = await run(bytes, { column: '基层治理' }, 'look');
    expect(readdirSync(join(scratch, 'look')).sort()).toEqual(['index.mdx', ...beside.pictures].sort());
  });

  it('passes the gate once its blanks are filled', async () => {
    const before = await errorsIn(imported.folder);
    expect(before.map(({ rule }) => rule)).toContain('S08');
    expect(before.filter(({ rule }) => rule !== 'S08')).toEqual([]);
    const path = join(root, imported.folder, 'index.mdx');
    writeFileSync(path, fillBlanks(readFileSync(path, 'utf8'), answersFor['news']?.answers ?? {}));
    expect(await errorsIn(imported.folder)).toEqual([]);
  });
});

describe('what the document does not say', SLOW, () => {
  it('is asked, never made up', async () => {
    await expect(run(PLAIN)).rejects.toThrow('还缺 --date');
    const { folder, converted } = await run(PLAIN, { date: '2026-11-20', slug: 'shai-gu' });
    expect(folder).toBe('content/news/2026/1120-shai-gu');
    expect(converted.mdx).toBe('先到先晒，隔天轮换。\n');
    const text = readFileSync(join(root, folder, 'index.mdx'), 'utf8');
    expect(text).toContain('column: 【请填写：栏目】');
  });

  it('is asked when no line is a title', async () => {
    await expect(run(Buffer.from('今天开会了。\n来了三十个人。'), { date: '2026-11-20' })).rejects.toThrow('还缺 --title');
  });

  it.each([
    ['notice', '公示', 'news/2026/1120-'],
    ['branch', '党支部', 'branches/'],
    ['cooperative', '产业', 'cooperatives/'],
    ['page', '常设页', 'pages/'],
  ])('goes to %s when that is wanted', async (_id, kind, place) => {
    const { folder } = await run(PLAIN, { kind, date: '2026-11-20', slug: `ceshi-${_id}`, title: '禾坪村晒谷场的用法' });
    expect(folder).toBe(`content/${place}ceshi-${_id}`);
    expect((await errorsIn(folder)).filter(({ rule }) => rule !== 'S08')).toEqual([]);
  });
});

describe('a document without text', SLOW, () => {
  it('is named as the scan that it is', async () => {
    const paragraph = '<w:p><w:r><w:drawing><pic:blipFill><a:blip r:embed="m"/></pic:blipFill></w:drawing></w:r></w:p>';
    await expect(run(makeDocx({ body: paragraph, media: { m: await photograph() } }))).rejects.toThrow('扫描件');
    await expect(run(makeDocx({ body: '' }))).rejects.toThrow('没有文字');
  });
});

describe('an annual report', SLOW, () => {
  it('is split into its parts, and its promises are offered', async () => {
    const report = [
      '青禾镇党委书记2026年度抓基层党建工作述职报告', '一、主要工作成效', '培训数次，效果显著。', '二、2025年度问题整改情况', '都在台账上。', '三、存在的问题和原因', '到课率低。下一步逐课公布。', '四、下步打算',
      '建立到课台账。天气好。', '中共青禾镇委员会', '2027年1月15日',
    ].join('\n'); // prettier-ignore
    const { folder, promised, texts } = await run(Buffer.from(report));
    expect(folder).toBe('content/reports/2026');
    const text = texts.get('index.mdx') ?? '';
    expect([...text.matchAll(/kind: (.*)\n(?: *##.*\n)? +heading: (.*)/g)].map(([, kind, heading]) => `${kind ?? ''}/${heading ?? ''}`)).toEqual([
      '履职成效/一、主要工作成效', '上年度问题整改/二、2025年度问题整改情况', '存在问题及原因/三、存在的问题和原因', '下步打算/四、下步打算',
    ]); // prettier-ignore
    expect(promised.map(({ measure }) => measure)).toEqual(['下一步逐课公布。', '建立到课台账。']);
    const ledger = texts.get('commitments.yaml') ?? '';
    expect(ledger).toContain('# - id: 2026-02');
    expect(ledger.split('\n').every((line) => line === '' || line.startsWith('#'))).toBe(true);
    const found = (await checkContent({ root, today: '2027-01-20', paths: [folder] })).findings;
    expect(found.filter(({ rule }) => rule === 'N10').map(({ value }) => value)).toEqual(['数次', '显著']);
    expect(found.filter(({ rule, severity }) => severity === 'error' && rule !== 'S08')).toEqual([]);
  });
});

describe('a full-length report', SLOW, () => {
  it('passes the gate when its author has done what the import says', async () => {
    rmSync(join(root, 'content/reports/2026'), { recursive: true, force: true });
    const text = readFileSync(join(import.meta.dirname, '../../tests/fixtures/import/annual-report.txt'));
    const { folder, texts, promised, converted } = await run(text);
    expect([...(texts.get('index.mdx') ?? '').matchAll(/ kind: ([^,\s]+)$/gm)].map(([, kind]) => kind)).toEqual([
      '背景与任务', '履职成效', '上年度问题整改', '专业方法', '存在问题及原因', '下步打算',
    ]); // prettier-ignore
    expect(converted.body.filter(({ kind }) => kind === 'heading')).toHaveLength(11);
    expect(promised.map(({ title, due }) => [title, due])).toEqual([
      [undefined, undefined],
      ['加强支部规范化建设', '2027-06-30'],
      ['加快后备力量培养', '2027-03-31'],
      ['推动集体经济薄弱村增收', '2027-12-31'],
      ['完善群众诉求办理机制', undefined],
      ['减少群众跑空', '2027-04-30'],
    ]);

    const today = '2027-01-20';
    const path = join(root, folder, 'index.mdx');
    const answers = { ...answersFor['report']?.answers, ...{ 上年度问题整改: '' } };
    const before = await errorsIn(folder, today);
    expect([...new Set(before.map(({ rule }) => rule))].sort()).toEqual(['N09', 'S08']);
    const lines = readFileSync(path, 'utf8').split('\n');
    // From the end of a line to its front, so that the places stay right.
    for (const { line, column, value = '' } of before.filter(({ rule }) => rule === 'N09').sort((a, b) => b.column - a.column)) {
      const own = Array.from(lines[line - 1] ?? '');
      lines[line - 1] = [
        ...own.slice(0, column - 1),
        `<Plain>${value}</Plain>`,
        ...own.slice(column - 1 + Array.from(value).length),
      ].join('');
    }
    // What is said of everything needs evidence, or other words.
    writeFileSync(path, fillBlanks(lines.join('\n').replace('，全部整改。', '，已经改好。'), answers));
    const ledger = join(root, folder, 'commitments.yaml');
    const live = readFileSync(ledger, 'utf8')
      .replace(/^# /gm, '')
      .replace(/^- id: 2026-01[^]*?(?=^- id: 2026-02)/m, '');
    writeFileSync(ledger, fillBlanks(live, answers));
    expect(await errorsIn(folder, today)).toEqual([]);
    rmSync(join(root, folder), { recursive: true });
  });
});

describe('npm run import', SLOW, () => {
  const command = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve(import.meta.dirname, '../../scripts/import.ts'), ...args, '--root', root],
      { encoding: 'utf8', cwd: scratch, env: { ...process.env, SITE_DATE: TODAY } },
    );
    return { status, stdout, stderr };
  };

  it('says what it did and what is left to do', () => {
    writeFileSync(join(scratch, '通知 一.txt'), '梅岭村坐诊时间\n\n医生来了数次。\n');
    const { status, stdout, stderr } = command('通知 一.txt', '--date', '2026-11-21', '--column', 'governance');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('已导入到 content/news/2026/1121-');
    expect(stdout).toContain('[N10] 写成了“数次”');
    expect(stdout).toMatch(/还有 \d+ 处【】要填/);
  });

  it('answers in one sentence to a file that cannot be read, and to a wrong order', () => {
    writeFileSync(join(scratch, 'old.doc'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    const old = command('old.doc');
    expect({ status: old.status, stdout: old.stdout, lines: old.stderr.trim().split('\n').length }).toEqual({
      status: 1,
      stdout: '',
      lines: 1,
    });
    expect(old.stderr).toContain('另存为');
    expect(command('missing.docx')).toMatchObject({ status: 2 });
    expect(command('old.doc', '--nonsense').status).toBe(2);
  });
});
