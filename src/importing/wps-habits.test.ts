import { describe, expect, it } from 'vitest';
import { CENTRED, p, r } from './testing/make-docx.ts';
import { readBody } from './testing/read-body.ts';

const TITLE = p(r('关于清淤的通知', '<w:b/><w:sz w:val="44"/>'), CENTRED);
const text = (words: string): string => p(r(words, '<w:sz w:val="32"/>'));
const TAB = '<w:r><w:tab/></w:r>';
const link = (bookmark: string, words: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK \\l ${bookmark} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${words}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('the table of contents of WPS, which is no TOC field', () => {
  const line = (words: string, page: string): string => p(link('_Toc1_WPSOffice_Level1', r(words) + TAB + r(page)));
  const contents = (...lines: string[]): string =>
    `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>${p(r('目录'), CENTRED)}${lines.join('')}</w:sdtContent></w:sdt>`;

  it('is left out, said once, and gives no title', () => {
    const lines = [line('一、时间', '1'), line('二、地点', '2'), line('三、要求', '3')];
    const { title, mdx, said } = readBody(contents(...lines) + TITLE + text('一、时间') + text('明天。'));
    expect({ title, mdx }).toEqual({ title: '关于清淤的通知', mdx: '## 一、时间\n\n明天。\n' });
    expect(said).toEqual(['dropped 目录（网页上用小标题代替）：目录；一、时间 1；二、地点 2；三、要求 3']);
  });
});

describe('what stands above or in the place of a title', () => {
  it('is no title: 附件1', () => {
    const { title, mdx } = readBody(text('附件1') + TITLE + text('各村党支部：'));
    expect({ title, mdx }).toEqual({ title: '关于清淤的通知', mdx: '附件1\n\n各村党支部：\n' });
  });

  it('is no title: 目录, typed by hand', () => {
    expect(readBody(p(r('目　录', '<w:b/>'), CENTRED) + TITLE + text('各村党支部：')).title).toBe('关于清淤的通知');
  });

  it('is no title: the first heading, where the title is a picture', () => {
    const { title, mdx } = readBody(p(r('第一章 总则', '<w:b/><w:sz w:val="44"/>'), CENTRED) + text('为了管好水渠，定本办法。'));
    expect({ title, mdx }).toEqual({ title: undefined, mdx: '## 第一章 总则\n\n为了管好水渠，定本办法。\n' });
  });
});

describe('a box with text', () => {
  it('keeps words that its program set in the style of a table of contents', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="10"><w:name w:val="toc 1"/></w:style>';
    const box = `<w:r><w:pict><v:rect><v:textbox><w:txbxContent>${p(r('先清主渠'), '<w:pStyle w:val="10"/>')}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>`;
    const { mdx, said } = readBody(TITLE + p(r('分两步：') + box), { parts: { styles } });
    expect(mdx).toBe('分两步：\n\n先清主渠\n');
    expect(said).toEqual(['kept 文本框里的文字（放在它所在的那一段后面）：先清主渠']);
  });
});

describe('a shape that only prepares a watermark', () => {
  it('says nothing', () => {
    const header = p('<w:r><w:pict><v:shapetype><v:textpath on="t" fitshape="t"/></v:shapetype></w:pict></w:r>');
    expect(readBody(TITLE + text('正文。'), { parts: { header } }).said).toEqual([]);
  });
});
