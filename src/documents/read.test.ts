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
import { tellingPhoto } from './testing/telling-photo.ts';
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

  it('gives what the pictures in it tell', async () => {
    const bytes = await packed([
      new Paragraph({
        children: [new ImageRun({ type: 'jpg', data: await tellingPhoto(), transformation: { width: 60, height: 40 } })],
      }),
    ]);
    const [picture] = (await readDocument(bytes)).pictures;
    expect(picture?.place).toMatch(/^照片“.*\.jpg”$/);
    expect(picture?.tells).toEqual(['拍摄地点（定位）', '作者']);
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

  it('says that no word of it can be read', async () => {
    expect((await readDocument(makePdf({ text: '' }))).scanned).toBe('一个字也读不出来，多半是扫描件');
    expect(await readDocument(makePdf({ text: 'x' }))).not.toHaveProperty('scanned');
    const inside = await readDocument(makeZip({ 'a.pdf': makePdf({ text: '' }) }));
    expect(inside.scanned).toBe('嵌在里面的“a.pdf”一个字也读不出来，多半是扫描件');
  });

  it('does not take the name of a program for a person', async () => {
    expect((await readDocument(makePdf({ text: 'x', author: 'WPS Office' }))).persons).toEqual([]);
  });
});

describe('parts that no program shows with the text', () => {
  const workbookWith = (parts: Record<string, string>): Uint8Array =>
    makeZip({
      'xl/workbook.xml': '<workbook><sheets><sheet name="表" r:id="a"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>',
      'xl/worksheets/s.xml': '<worksheet><sheetData/></worksheet>',
      ...parts,
    });
  const text = (name: string, parts: Record<string, string>): Uint8Array =>
    makeZip({ [`word/${name}.xml`]: '<w:document><w:p><w:r><w:t>春耕</w:t></w:r></w:p></w:document>', ...parts });
  const runs = `<a:p><a:r><a:t>${MOBILE.slice(0, 5)}</a:t></a:r><a:r><a:rPr b="1"/><a:t>${MOBILE.slice(5)}</a:t></a:r></a:p>`;
  const link = `<Relationships><Relationship Id="a" Target="tel:${MOBILE}" TargetMode="External"/></Relationships>`;

  it.each<[place: string, bytes: Uint8Array]>([
    ['文件属性里', text('document', { 'docProps/core.xml': `<core><title>${MOBILE}</title></core>` })],
    [
      '文件属性里',
      text('document', { 'docProps/custom.xml': `<p><property name="a"><lpwstr>${MOBILE}</lpwstr></property></p>` }),
    ],
    [
      '图片说明或控件里',
      text('document', { 'word/document.xml': `<w:document><w:p><wp:docPr descr="${MOBILE}"/></w:p></w:document>` }),
    ],
    ['链接的地址里', text('document', { 'word/_rels/document.xml.rels': link })],
    ['智能图形里', text('document', { 'word/diagrams/data1.xml': `<d>${runs}</d>` })],
    ['图表的数据里', text('document', { 'word/charts/chart1.xml': `<c:pt><c:v>甲${MOBILE}</c:v></c:pt>` })],
    ['正文', text('document2', { 'word/document2.xml': `<w:document><w:p><w:r><w:t>${MOBILE}</w:t></w:r></w:p></w:document>` })],
    ['文本框、图形或图片说明里', workbookWith({ 'xl/drawings/drawing1.xml': `<wsDr>${runs}</wsDr>` })],
    ['文本框、图形或图片说明里', workbookWith({ 'xl/drawings/vmlDrawing1.vml': `<xml><br><div title="${MOBILE}">甲</xml>` })],
    ['数据透视表的缓存里', workbookWith({ 'xl/pivotCache/pivotCacheRecords1.xml': `<r><s v="${MOBILE}"/></r>` })],
    [
      '引用别的表格留下的数据里',
      workbookWith({ 'xl/externalLinks/externalLink1.xml': `<sheetData><cell><v>${MOBILE}</v></cell></sheetData>` }),
    ],
    [
      '公式、名称或页眉页脚里',
      workbookWith({ 'xl/worksheets/s.xml': `<worksheet><oddHeader>&amp;C${MOBILE}</oddHeader></worksheet>` }),
    ],
    [
      '公式、名称或页眉页脚里',
      workbookWith({ 'xl/worksheets/s.xml': `<worksheet><row><c><f>"${MOBILE}"</f><v>1</v></c></row></worksheet>` }),
    ],
    ['文件里看不见的地方', workbookWith({ 'xl/sharedStrings.xml': `<sst><si><t>${MOBILE}</t></si></sst>` })],
    ['压缩包里的文件名', zipSync({ [`${MOBILE}.txt`]: strToU8('无') })],
    ['压缩包里的“a.txt”', zipSync({ 'a.txt': Buffer.from(`\ufeff${MOBILE}`, 'utf16le') })],
    ['文件属性里', makePdf({ text: 'x', title: MOBILE })],
    ['第1页的表单或链接里', makePdf({ text: 'x', mark: `/Subtype /Widget /FT /Tx /T (a) /V (${MOBILE})` })],
    ['第1页的表单或链接里', makePdf({ text: 'x', mark: `/Subtype /Link /A << /S /URI /URI (tel:${MOBILE}) >>` })],
  ])('are read: %s', async (place, bytes) => {
    expect(new Set(await kinds(bytes))).toContain(`${place}：手机号`);
  });

  it('keep numbers of different elements apart', async () => {
    const points = ['138', '1234', '5678'].map((value) => `<c:pt><c:v>${value}</c:v></c:pt>`).join('');
    const path = '<a:pt x="1" y="3"/><a:pt x="8" y="1"/><a:pt x="2" y="3"/><a:pt x="4" y="5"/><a:pt x="6" y="7"/><a:pt x="8"/>';
    expect(await kinds(workbookWith({ 'xl/charts/chart1.xml': `<c:chart>${points}${path}</c:chart>` }))).toEqual([]);
  });

  it('are told of where they hold what nobody sees', async () => {
    const cache = workbookWith({ 'xl/pivotCache/pivotCacheRecords1.xml': '<r><s v="甲"/></r>' });
    expect((await readDocument(cache)).hidden).toEqual(['1份数据透视表的缓存，做表用的原始数据都在里面']);
    const linked = workbookWith({ 'xl/externalLinks/externalLink1.xml': '<l><cell><v>甲</v></cell></l>' });
    expect((await readDocument(linked)).hidden).toEqual(['1份引用别的表格留下的数据']);
    const carrying = makePdf({ text: 'x', mark: '/Subtype /FileAttachment /FS << /Type /Filespec /F (a.xlsx) >>' });
    expect((await readDocument(carrying)).hidden).toEqual(['夹带的文件“a.xlsx”']);
  });

  it('are said to be unread where nothing can open them', async () => {
    expect((await readDocument(zipSync({ 'a.rar': strToU8('Rar!') }))).problem).toBe('压缩包里的“a.rar”不知道是什么文件');
    const deep = ['c', 'b', 'a'].reduce(
      (inner, name) => zipSync({ [`${name}.zip`]: inner }),
      zipSync({ 'd.txt': strToU8('无') }),
    );
    expect((await readDocument(deep)).problem).toContain('“c.zip”套了太多层，没有再打开');
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
      await sharp(await tellingPhoto())
        .jpeg()
        .toBuffer(),
    ),
  ).toEqual([]);
  expect(personalMetadata(await tellingPhoto())).toEqual(['拍摄地点（定位）', '作者']);
});
