import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openFile } from './open-file.ts';
import { makeDocx, p, r } from './testing/make-docx.ts';
import { readFile } from './testing/read-body.ts';
import { Refusal } from '../documents/refusal.ts';

/** The first bytes of an OLE container, with the name of a stream in its directory. */
const ole = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from(stream, 'utf16le'),
  ]);
const zip = (name: string): Uint8Array => zipSync({ [name]: strToU8('<x/>') });
const docx = makeDocx({ body: p(r('正文')) });
const utf8 = (text: string): Uint8Array => Buffer.from(text);

describe('a file that cannot be imported', () => {
  it.each<[string, Uint8Array, string]>([
    ['an old .doc or .wps', ole('WordDocument'), '旧版的 .doc 或 .wps'],
    ['a document with a password', ole('EncryptedPackage'), '打开密码'],
    ['an old spreadsheet', ole('Workbook'), '旧版的表格'],
    ['half a document', docx.subarray(0, docx.length / 2), '没有传完或者已经损坏'],
    ['a spreadsheet', zip('xl/workbook.xml'), 'Excel 表格'],
    ['slides', zip('ppt/presentation.xml'), '演示文稿'],
    ['an OpenDocument text', zip('content.xml'), 'OpenDocument'],
    ['some archive', zip('photos/1.jpg'), '压缩包'],
    ['a picture named .docx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]), '这是图片或影音'],
    ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), '这是图片或影音'],
    ['a PDF', utf8('%PDF-1.7'), '这是 PDF'],
    ['rich text', utf8('{\\rtf1\\ansi'), '这是 RTF'],
    ['a page saved as .doc', utf8('\ufeff<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>'), '这是网页'],
    ['a page in GBK', Buffer.from('3c68746d6c3e3c626f64793ec4e3bac33c2f626f64793e', 'hex'), '这是网页'],
    ['a single web page', utf8('MIME-Version: 1.0\nContent-Type: multipart/related'), '这是网页'],
    ['Word XML', utf8('<?xml version="1.0"?><pkg:package>'), 'Word 的 XML'],
    ['nothing', new Uint8Array(), '空的'],
  ])('%s is told what to do', (_name, bytes, words) => {
    expect(() => openFile(bytes)).toThrow(Refusal);
    expect(() => openFile(bytes)).toThrow(words);
    expect(() => openFile(bytes)).toThrow(' → ');
  });

  it('refuses a document type, in which entities could grow', () => {
    const bomb = zipSync({ '_rels/.rels': strToU8('<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>') });
    expect(() => openFile(bomb)).toThrow('内部结构不正常');
  });

  it('refuses a part that breaks off', () => {
    expect(() => openFile(zipSync({ '_rels/.rels': strToU8('<Relationships><Relationship Id="a"') }))).toThrow('不完整');
  });
});

it('goes by the bytes, not by the name', () => {
  expect(openFile(docx).kind).toBe('docx');
  expect(openFile(utf8('<通知>各支部：')).kind).toBe('txt');
});

describe('the names of another program', () => {
  const written = (change: (xml: string) => string): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, part]) => [name, strToU8(change(strFromU8(part)))])));
  it.each<[string, (xml: string) => string]>([
    ['another prefix', (xml) => xml.replace(/(<\/?| |xmlns:)w(?=[:=])/g, '$1ns0')],
    ['no prefix', (xml) => xml.replace(/(<\/?)w:/g, '$1').replace('xmlns:w=', 'xmlns=')],
    [
      'the strict standard',
      (xml) =>
        xml
          .replaceAll(
            'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
            'http://purl.oclc.org/ooxml/wordprocessingml/main',
          )
          .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006', 'http://purl.oclc.org/ooxml/officeDocument'),
    ],
  ])('%s are read', (_name, change) => {
    expect(readFile(written(change)).mdx).toBe('正文\n');
  });
});
