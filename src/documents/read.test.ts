import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  ImageRun,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../lib/personal-data.ts';
import { makePdf, makeWorkbook, makeZip } from './testing/make.ts';
import { personalMetadata } from './photo.ts';
import { readDocument } from './read.ts';

const ID = '430102198002291231';
const withCheck = (body: string): string =>
  body +
  '10X98765432'.charAt(
    [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2].reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11,
  );
const id = withCheck(ID.slice(0, 17));
const MOBILE = '13812345678';
const kinds = async (bytes: Uint8Array): Promise<string[]> =>
  (await readDocument(bytes)).texts.flatMap(({ place, text }) => findPersonalData(text).map(({ kind }) => `${place}：${kind}`));

/** A photograph with the place where it was taken. */
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: '#486' } })
    .withExif({
      IFD0: { Artist: 'Zhang' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 12/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '110/1 1/1 0/1' },
    })
    .jpeg()
    .toBuffer();

const packed = async (children: (Paragraph | Table)[], options: object = {}): Promise<Uint8Array> =>
  Packer.toBuffer(new Document({ sections: [{ children }], ...options }));

describe('a Word document', () => {
  it('gives its text, however its letters are cut into runs and cells', async () => {
    const bytes = await packed([
      new Paragraph({
        children: [new TextRun('身份证'), new TextRun(id.slice(0, 7)), new TextRun({ text: id.slice(7), size: 30 })],
      }),
      new Table({
        rows: [new TableRow({ children: [MOBILE, '石桥村'].map((text) => new TableCell({ children: [new Paragraph(text)] })) })],
      }),
    ]);
    expect(await kinds(bytes)).toEqual(['正文：身份证号', '正文：手机号']);
  });

  it('tells of comments, revisions, hidden words and its author', async () => {
    const bytes = await packed(
      [
        new Paragraph({
          children: [
            new CommentRangeStart(0),
            new TextRun('春茶'),
            new CommentRangeEnd(0),
            new TextRun({ children: [new CommentReference(0)] }),
          ],
        }),
        new Paragraph({
          children: [
            new DeletedTextRun({ text: MOBILE, id: 1, author: '甲', date: '2026-03-05T00:00:00Z' }),
            new InsertedTextRun({ text: '座机', id: 2, author: '甲', date: '2026-03-05T00:00:00Z' }),
            new TextRun({ text: '内部', vanish: true }),
          ],
        }),
      ],
      {
        creator: '张某',
        lastModifiedBy: '李某',
        comments: { children: [{ id: 0, author: '甲', children: [new Paragraph(`问${id}`)] }] },
      },
    );
    const { hidden, persons } = await readDocument(bytes);
    expect(hidden).toEqual(['1条批注', '2处没有接受的修订，删掉的字还在里面', '1处隐藏的文字']);
    expect(persons).toEqual([
      { field: '作者', value: '张某' },
      { field: '上次保存者', value: '李某' },
    ]);
    expect(await kinds(bytes)).toEqual(['正文：手机号', '批注：身份证号']);
  });

  it('gives the pictures in it', async () => {
    const bytes = await packed([
      new Paragraph({
        children: [new ImageRun({ type: 'jpg', data: await photo(), transformation: { width: 60, height: 40 } })],
      }),
    ]);
    const { pictures } = await readDocument(bytes);
    expect(pictures.map(({ bytes: picture }) => personalMetadata(picture))).toEqual([['拍摄地点（定位）', '作者']]);
  });
});

describe('a workbook', () => {
  it('gives every row of every sheet, long numbers with all their digits', async () => {
    const bytes = makeWorkbook([
      {
        name: '公开',
        rows: [
          ['户主', '电话'],
          ['甲', { number: '1.3812345678E10' }],
          ['乙', { number: MOBILE }],
        ],
      },
      { name: '底册', rows: [['证件'], [id]], state: 'veryHidden' },
    ]);
    expect(await kinds(bytes)).toEqual(['工作表“公开”第2行：手机号', '工作表“公开”第3行：手机号', '工作表“底册”第2行：身份证号']);
    expect((await readDocument(bytes)).hidden).toEqual(['隐藏的工作表“底册”']);
  });

  it('is read whichever prefix its program writes', async () => {
    const bytes = makeZip({
      'xl/workbook.xml': '<x:workbook xmlns:r="r"><x:sheets><x:sheet name="表" state="hidden" r:id="a"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="/xl/worksheets/s.xml"/></Relationships>',
      'xl/worksheets/s.xml': `<x:worksheet><x:sheetData>\n<x:row r="1"><x:c t="inlineStr"><x:is><x:t>${MOBILE}</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
    });
    expect(await kinds(bytes)).toEqual(['工作表“表”第1行：手机号']);
    expect((await readDocument(bytes)).hidden).toEqual(['隐藏的工作表“表”']);
  });

  it('is found where it is embedded in another document', async () => {
    const inner = makeWorkbook([{ name: '底册', rows: [[id]], state: 'hidden' }]);
    const bytes = makeZip({ 'word/document.xml': '<w:document/>', 'word/embeddings/Sheet1.xlsx': inner });
    expect(await kinds(bytes)).toEqual(['嵌在里面的“Sheet1.xlsx”工作表“底册”第1行：身份证号']);
    expect((await readDocument(bytes)).hidden).toEqual(['嵌在里面的“Sheet1.xlsx”里有隐藏的工作表“底册”']);
  });

  it('tells of hidden rows and columns', async () => {
    const bytes = makeWorkbook([
      { name: '表', rows: [['甲'], ['乙']], columns: '<cols><col min="2" max="3" hidden="1"/></cols>', hiddenRow: 2 },
    ]);
    expect((await readDocument(bytes)).hidden).toEqual(['1处隐藏的列（工作表“表”）', '1行隐藏的行（工作表“表”）']);
  });
});

it('a presentation tells of hidden slides and of what the speaker noted', async () => {
  const slide = (text: string, show = ''): string => `<p:sld${show}><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`;
  const bytes = makeZip({
    'ppt/presentation.xml': '<p:presentation/>',
    'ppt/slides/slide1.xml': slide('产业发展'),
    'ppt/slides/slide2.xml': slide(MOBILE, ' show="0"'),
    'ppt/notesSlides/notesSlide1.xml': slide('别说这一段'),
  });
  expect((await readDocument(bytes)).hidden).toEqual(['1张隐藏的幻灯片', '1处演讲者备注']);
  expect(await kinds(bytes)).toEqual(['第2张幻灯片：手机号']);
});

describe('a PDF', () => {
  it('gives its pages, its notes and its author', async () => {
    const bytes = makePdf({ text: `Tel ${MOBILE}`, author: 'Zhang San', note: `call ${MOBILE}` });
    const { hidden, persons } = await readDocument(bytes);
    expect(await kinds(bytes)).toEqual(['第1页：手机号', '第1页的批注：手机号']);
    expect([hidden, persons]).toEqual([['1条批注'], [{ field: '作者', value: 'Zhang San' }]]);
  });

  it('does not take the name of a program for a person', async () => {
    expect((await readDocument(makePdf({ text: 'x', author: 'WPS Office' }))).persons).toEqual([]);
  });
});

describe('other files', () => {
  it('looks into archives, and into documents in them', async () => {
    const inner = makeWorkbook([{ name: '底册', rows: [[id]], state: 'hidden' }]);
    const archive = zipSync({ '资料/a.txt': strToU8(`电话${MOBILE}`), '资料/b.xlsx': inner });
    expect(await kinds(archive)).toEqual(['压缩包里的“a.txt”：手机号', '压缩包里的“b.xlsx”工作表“底册”第1行：身份证号']);
    expect((await readDocument(archive)).hidden).toEqual(['压缩包里的“b.xlsx”里有隐藏的工作表“底册”']);
  });

  it('reads what lies open in a file of the old kind, and says that it cannot see all', async () => {
    const bytes = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(20),
      Buffer.from(`电话${MOBILE}。`, 'utf16le'),
    ]);
    expect((await readDocument(bytes)).problem).toContain('旧格式');
    expect(new Set(await kinds(bytes))).toEqual(new Set(['文件里：手机号']));
  });

  it.each([
    ['not what its name says', Buffer.from('hello')],
    ['a broken archive', Buffer.from('PK\u0003\u0004 nothing behind it')],
    ['a broken PDF', Buffer.from('%PDF-1.7\nnothing')],
    ['empty', Buffer.alloc(0)],
  ])('says of a file that is %s that it cannot be checked', async (_what, bytes) => {
    expect((await readDocument(bytes)).problem).toMatch(/打不开|对不上/);
  });
});

it('a clean photograph has nothing to tell', async () => {
  expect(
    personalMetadata(
      await sharp(await photo())
        .jpeg()
        .toBuffer(),
    ),
  ).toEqual([]);
  expect(personalMetadata(await photo())).toEqual(['拍摄地点（定位）', '作者']);
});
