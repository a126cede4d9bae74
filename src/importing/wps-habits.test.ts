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

  it('is no title and hides none: 附件3：', () => {
    expect(readBody(text('附件3：') + TITLE + text('各村党支部：')).title).toBe('关于清淤的通知');
  });

  it('is no red head: a red note to whoever fills the paper in', () => {
    const note = p(r('附件：红字是说明，填好以后删除', '<w:color w:val="FF0000"/>'));
    const { issuer, mdx } = readBody(note + TITLE + text('各村党支部：'));
    expect({ issuer, mdx }).toEqual({ issuer: undefined, mdx: '附件：红字是说明，填好以后删除\n\n各村党支部：\n' });
  });

  it('of an annex is the line below its label, also where others follow', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/></w:style>';
    const heading = (words: string): string => p(r(words), '<w:pStyle w:val="h1"/>');
    const body = text('附件1') + heading('清淤任务表') + text('略。') + text('附件2') + heading('物资表') + text('略。');
    expect(readBody(body, { parts: { styles } }).title).toBe('清淤任务表');
  });

  it('is no title: 目录, typed by hand', () => {
    expect(readBody(p(r('目　录', '<w:b/>'), CENTRED) + TITLE + text('各村党支部：')).title).toBe('关于清淤的通知');
  });

  it('is no title: the first heading, where the title is a picture', () => {
    const { title, mdx } = readBody(p(r('第一章 总则', '<w:b/><w:sz w:val="44"/>'), CENTRED) + text('为了管好水渠，定本办法。'));
    expect({ title, mdx }).toEqual({ title: undefined, mdx: '## 第一章 总则\n\n为了管好水渠，定本办法。\n' });
  });
});

describe('headings', () => {
  const styles = ['1', '2', '3']
    .map((level) => `<w:style w:type="paragraph" w:styleId="h${level}"><w:name w:val="heading ${level}"/></w:style>`)
    .join('');
  const heading = (level: number, words: string): string => p(r(words), `<w:pStyle w:val="h${String(level)}"/>`);
  const headingsOf = (...body: string[]): string[] =>
    readBody(TITLE + text('现报告如下。') + body.join(text('略。')) + text('完。'), { parts: { styles } })
      .mdx.split('\n\n')
      .filter((line) => line.startsWith('#'));

  it('with 1. above 1.1 are as deep as their styles', () => {
    expect(headingsOf(heading(1, '1.概况'), heading(2, '1.1渠道'), heading(3, '1.1.1主渠'), heading(1, '2.做法'))).toEqual([
      '## 1.概况',
      '### 1.1渠道',
      '#### 1.1.1主渠',
      '## 2.做法',
    ]);
  });

  it('that are all in one style are as deep as their numbers', () => {
    expect(headingsOf(heading(1, '一、概况'), heading(1, '（一）渠道'), heading(1, '1.主渠'))).toEqual([
      '## 一、概况',
      '### （一）渠道',
      '#### 1.主渠',
    ]);
  });

  it('are no whole sentences, though a template sets them in its style', () => {
    const sentence = '一、各村每月清一次主渠，清出的淤泥当天运走，不得堆在路边，也不得倒回渠里。';
    expect(headingsOf(heading(1, sentence), heading(1, '二、按时报送。'))).toEqual(['## 二、按时报送。']);
  });

  it('are parts above chapters, and articles that have a name', () => {
    const lines = [
      '第一部分 管水',
      '第一章 总则',
      '第一条 适用范围',
      '第二条 本办法所称水渠包括：',
      '第三条 各村管好自己的渠。',
      '第二部分 用水',
    ];
    expect(headingsOf(...lines.map(text))).toEqual([
      '## 第一部分 管水',
      '### 第一章 总则',
      '#### 第一条 适用范围',
      '## 第二部分 用水',
    ]);
  });

  it('are no numbers of formulas', () => {
    expect(headingsOf(text('一、算法'), text('（1）'), heading(3, '（2）'))).toEqual(['## 一、算法']);
  });

  it('are numbered in full width or with one sign, too', () => {
    expect(headingsOf(text('一、渠道'), text('㈠主渠'), text('１、石桥段'), text('⑴闸口'))).toEqual([
      '## 一、渠道',
      '### ㈠主渠',
      '#### １、石桥段',
      '##### ⑴闸口',
    ]);
  });
});

describe('what WPS writes as the description of a picture', () => {
  const media = { m: Uint8Array.of(1) };
  const names = new Map([['word/media/m.png', 'tu.png']]);
  const described = (words: string): string | undefined =>
    /!\[(.*)\]/.exec(
      readBody(
        `${TITLE}${text('看图。')}${p(`<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="${words}"/><a:graphic><pic:pic><pic:blipFill><a:blip r:embed="m"/></pic:blipFill></pic:pic></a:graphic></wp:inline></w:drawing></w:r>`)}`,
        { media },
        names,
      ).mdx,
    )?.[1];

  it.each([
    'C:\\Users\\青禾\\Desktop\\清渠',
    'C:\\Users\\123\\Documents\\Tencent Files\\1000000\\Image\\Group\\群',
    'https://example.com/清渠',
    'IMG_256',
    'qingqu',
    '7c09a318037608319a6b720005ed34c',
    '微信图片_20260301080000',
    'QQ截图20260301080000',
    '屏幕截图 2026-03-01 080000',
    '1653787033(1)',
    '渠边的人 AI 生成的内容可能不正确。',
  ])('is left out where it is none: %s', (words) => {
    expect(described(words)).toContain('【请填写');
  });

  it('is kept where somebody wrote it', () => {
    expect(described('清渠前后对比图')).toBe('清渠前后对比图');
  });
});

describe('letters that look like something else', () => {
  it('are signs of a symbol font, typed', () => {
    const sign = (code: number): string => r(String.fromCodePoint(code), '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>');
    const { mdx, said } = readBody(TITLE + p(sign(0xf0fe) + r('已清') + sign(0xf0a8) + r('未清') + sign(0xf001)));
    expect(mdx).toBe('☑已清□未清\n');
    expect(said).toEqual(['lost 符号字体里的符号：Wingdings f001']);
  });

  it.each([
    ['\\o\\ac(○,3)', '③'],
    ['\\o\\ac(□,急)', '急'],
    ['\\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(qú),渠)', '渠'],
    ['\\f(1,2)', '1/2'],
  ])('are drawn by a field: %s', (code, drawn) => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> eq ${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(readBody(TITLE + p(r('第') + field + r('件。')))).toMatchObject({ mdx: `第${drawn}件。\n`, said: [] });
  });

  it('are not lost in silence when a field draws what is not known', () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>EQ \\i(1,5,3)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(readBody(TITLE + p(r('求') + field + r('。'))).said).toEqual(['lost 用域画出的文字：EQ \\i(1,5,3)']);
  });

  it('are not hidden when they are white on a coloured ground', () => {
    const white = r('村名', '<w:color w:val="FFFFFF"/>');
    const cell = (words: string, fill: string): string =>
      `<w:tc><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="${fill}"/></w:tcPr>${p(words)}</w:tc>`;
    const table = (fill: string): string =>
      `<w:tbl><w:tr>${cell(white, fill)}${cell(r('户数'), fill)}</w:tr><w:tr>${cell(r('石桥村'), 'auto')}${cell(r('210'), 'auto')}</w:tr></w:tbl>`;
    expect(readBody(TITLE + table('4F81BD')).said).toEqual([]);
    expect(readBody(TITLE + p(r('村名', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FF0000"/>'))).said).toEqual([]);
    expect(readBody(TITLE + table('auto')).said).toEqual(['kept 白色的文字（纸上看不见，网页上会显示）：村名']);
  });

  it('are blanks of many widths, said once', () => {
    const remarks = readBody(TITLE + text('一\u2002村') + text('二\u00a0\u00a0村')).said;
    expect(new Set(remarks)).toEqual(new Set(['changed 特殊空格：改成了普通空格']));
  });
});

describe('a picture of a web page that WPS could not fetch', () => {
  it('is asked for in words', () => {
    const picture = `<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="IMG_256"/><a:graphic><pic:pic><pic:blipFill><a:blip r:link="x"/></pic:blipFill></pic:pic></a:graphic></wp:inline></w:drawing></w:r>`;
    expect(readBody(TITLE + text('看图。') + p(picture), { links: { x: 'NULL' } }).said).toEqual([
      'lost 没有存在文件里的图片（只是一个链接）：从网页上贴过来的，请找原图放进来',
    ]);
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
