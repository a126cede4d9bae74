import { describe, expect, it } from 'vitest';
import { readDocx } from './docx/read-docx.ts';
import { openFile } from './open-file.ts';
import { cleanPictures } from './pictures.ts';
import { CENTRED, makeDocx, p, r, table } from './testing/make-docx.ts';
import { readBody, readFile } from './testing/read-body.ts';

const RED = '<w:color w:val="FF0000"/>';
const RIGHT = '<w:jc w:val="right"/>';
const TITLE = p(r('关于清淤的通知', '<w:b/><w:sz w:val="44"/>'), CENTRED);
const BREAK = '<w:r><w:br/></w:r>';
const TAB = '<w:r><w:tab/></w:r>';
const text = (words: string): string => p(r(words, '<w:sz w:val="32"/>'));
const cell = (...blocks: string[]): string => `<w:tc>${blocks.join('')}</w:tc>`;
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('the head of an official document', () => {
  it('takes its name from the red line, not from the star on it', () => {
    const red = p(r('中共青禾镇委员会文件', RED), CENTRED) + p(r('青党发〔2026〕8号'), CENTRED) + p(r('★', RED), CENTRED);
    const { issuer, number, title, mdx } = readBody(red + TITLE + text('各村党支部：'));
    expect({ issuer, number, title, mdx }).toEqual({
      issuer: '中共青禾镇委员会',
      number: '青党发〔2026〕8号',
      title: '关于清淤的通知',
      mdx: '各村党支部：\n',
    });
  });

  it('is found in the table that sets several names beside 文件', () => {
    const name = (words: string): string => cell(p(r(words, RED)));
    const head = table(
      [name('中共青禾镇委员会'), `<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p(r('文件', RED))}</w:tc>`],
      [name('青禾镇人民政府'), `<w:tc><w:tcPr><w:vMerge/></w:tcPr>${p('')}</w:tc>`],
    );
    const { issuer, title } = readBody(head + p(r('青党发〔2026〕9号'), CENTRED) + TITLE + text('各村党支部：'));
    expect({ issuer, title }).toEqual({ issuer: '中共青禾镇委员会、青禾镇人民政府', title: '关于清淤的通知' });
  });
});

describe('a signature', () => {
  const day = p(r('2026年11月24日'), RIGHT);
  it.each([
    ['in two lines', p(r('中共青禾镇委员会'), RIGHT) + p(r('青禾镇人民政府'), RIGHT) + day, '中共青禾镇委员会、青禾镇人民政府'],
    ['in one line', p(r('中共青禾镇委员会　　　青禾镇人民政府'), RIGHT) + day, '中共青禾镇委员会、青禾镇人民政府'],
    ['spread by blanks', p(r('石 桥 村 党 支 部')) + day, '石桥村党支部'],
    ['in one paragraph', p(r('石桥村党支部') + BREAK + r('2026年11月24日'), RIGHT), '石桥村党支部'],
    ['in a table', table([cell(p('')), cell(p(r('石桥村党支部')), day)]), '石桥村党支部'],
  ])('%s is read', (_where, lines, name) => {
    const { signedBy, day: found } = readBody(TITLE + text('请遵照执行。') + lines);
    expect({ signedBy, found }).toEqual({ signedBy: name, found: '2026-11-24' });
  });
});

describe('lines that were ended with Shift+Enter', () => {
  it('are paragraphs, also where the whole text is one', () => {
    const lines = ['关于停水的通知', '各户：', '　　11月28日停水。', '青禾镇水站', '2026年11月24日'];
    const { title, signedBy, day, mdx, said } = readBody(p(lines.map((line) => r(line)).join(BREAK)));
    expect({ title, signedBy, day }).toEqual({ title: '关于停水的通知', signedBy: '青禾镇水站', day: '2026-11-24' });
    expect(mdx).toBe('各户：\n\n11月28日停水。\n\n青禾镇水站\n\n2026年11月24日\n');
    expect(said[0]).toContain('段内换行');
  });

  it('stay lines where they belong together', () => {
    expect(readBody(TITLE + p(r('春种一粒粟') + BREAK + r('秋收万颗子'))).mdx).toBe('春种一粒粟\\\n秋收万颗子\n');
  });
});

describe('columns set with the tab key', () => {
  it('are a table from three rows on', () => {
    const row = (...cells: string[]): string => p(cells.map((words) => r(words)).join(TAB));
    const rows = row('姓名', '小组') + row('李大山', '一组') + row('王小河', '二组');
    expect(readBody(TITLE + rows).mdx).toBe('| 姓名 | 小组 |\n| - | - |\n| 李大山 | 一组 |\n| 王小河 | 二组 |\n');
    expect(readBody(TITLE + row('姓名', '小组') + row('李大山', '一组')).mdx).toBe('姓名 小组\n\n李大山 一组\n');
  });
});

describe('fields', () => {
  it('of a table of contents are left out with its heading, though they are written in no style', () => {
    const first = p(
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('一、时间')}${TAB}${r('1')}`,
    );
    const last = p(`${r('二、地点')}${TAB}${r('2')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`);
    const { mdx, said } = readBody(TITLE + p(r('目　录'), CENTRED) + first + last + text('一、时间') + text('明天。'));
    expect(mdx).toBe('## 一、时间\n\n明天。\n');
    expect(said.join('\n')).toContain('二、地点');
  });

  it('that show the day of today are pointed at', () => {
    const { mdx, said } = readBody(TITLE + p(`${field('DATE \\@ "yyyy年M月d日"', r('2026年11月24日'))}${r('起施行。')}`));
    expect(mdx).toBe('2026年11月24日起施行。\n');
    expect(said).toEqual(['kept 会自动变的日期（按上次保存时的样子写，请核对）：2026年11月24日']);
  });

  it('of forms show what is ticked and chosen', () => {
    const form = (data: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const boxes = form('<w:checkBox><w:checked/></w:checkBox>') + r('同意') + form('<w:checkBox/>') + r('不同意，');
    const list = form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="一组"/><w:listEntry w:val="二组"/></w:ddList>');
    expect(readBody(TITLE + p(boxes + list)).mdx).toBe('☑同意□不同意，二组\n');
  });
});

describe('what else would read wrong', () => {
  it('is a formula without its powers and fractions', () => {
    const run = (words: string): string => `<m:r><m:t>${words}</m:t></m:r>`;
    const power = `<m:sSup><m:e>${run('a')}</m:e><m:sup>${run('2')}</m:sup></m:sSup>`;
    const fraction = `<m:f><m:num>${run('1')}</m:num><m:den>${run('b+c')}</m:den></m:f>`;
    const root = `<m:rad><m:deg/><m:e>${run('x')}</m:e></m:rad>`;
    const group = `<m:d><m:e>${run('n')}</m:e></m:d>`;
    const { mdx, said } = readBody(TITLE + p(`<m:oMath>${power}${run('+')}${fraction}${root}${group}</m:oMath>`));
    expect(mdx).toBe('a²+1/(b+c)√x(n)\n');
    expect(said).toEqual(['changed 公式（按文字写出，请核对）：a²+1/(b+c)√x(n)']);
  });

  it('is a line to write on made of blanks', () => {
    const { mdx, said } = readBody(TITLE + p(r('姓名：') + r('        ', '<w:u w:val="single"/>') + r('　手写')));
    expect(mdx).toBe('姓名：＿＿＿＿　手写\n');
    expect(said).toEqual(['changed 填空的横线：用“＿”写出']);
  });

  it('is a quotation that looks like the text around it', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="Quote"/></w:style>';
    const quote = (words: string): string => p(r(words), '<w:pStyle w:val="a"/>');
    const { mdx } = readBody(TITLE + quote('绿水青山。') + quote('金山银山。') + text('完。'), { parts: { styles } });
    expect(mdx).toBe('> 绿水青山。\n>\n> 金山银山。\n\n完。\n');
  });

  it('is the note of an end of the document', () => {
    const endnotes = `<w:endnote w:id="2">${p(`<w:r><w:endnoteRef/></w:r>${r('九月数。')}`)}</w:endnote>`;
    const body = TITLE + p(`${r('在册86人')}<w:r><w:endnoteReference w:id="2"/></w:r>${r('。')}`);
    expect(readFile(makeDocx({ body, parts: { endnotes } })).mdx).toBe('在册86人[^1]。\n\n[^1]: 九月数。\n');
  });
});

describe('pictures and watermarks', () => {
  const picture = (id: string): string =>
    `<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="渠边堆着铁锹"/><a:graphic><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphic></wp:inline></w:drawing></w:r>`;
  const shown = '![渠边堆着铁锹](./tu.png)';
  const media = { m: Uint8Array.of(1) };
  const names = new Map([['word/media/m.png', 'tu.png']]);

  it('a picture in a heading or in a line stands by itself', () => {
    const body =
      TITLE + p(r('一、时间') + picture('m')) + p(picture('m') + r('明天。')) + p(r('后天') + picture('m') + r('也可以。'));
    const { mdx } = readBody(body, { media }, names);
    expect(mdx).toBe(`## 一、时间\n\n${shown}\n\n${shown}\n\n明天。\n\n后天也可以。\n\n${shown}\n`);
  });

  it('a picture that no page can show is named with its place', async () => {
    const body = TITLE + text('主渠长三公里。') + p(picture('m'));
    const opened = openFile(makeDocx({ body, media }));
    const source = opened.kind === 'docx' ? readDocx(opened.parts) : undefined;
    if (source === undefined) throw new Error('no Word file');
    await cleanPictures(source);
    expect(source.remarks).toMatchObject([{ kind: 'lost', place: '“主渠长三公里。”这一段下面' }]);
  });

  it('a watermark is told, for it may say that the paper is not for the public', () => {
    const header = p('<w:r><w:pict><v:shape><v:textpath string="内部资料"/></v:shape></w:pict></w:r>');
    expect(readBody(TITLE + text('正文。'), { parts: { header } }).said).toEqual([
      'dropped 水印（写着内部、草稿的，先问清能不能公开）：内部资料',
    ]);
  });
});
