import { describe, expect, it } from 'vitest';
import { convert } from '../convert.ts';
import { textOf, type Remark, type SourceDocument } from '../document.ts';
import { openFile } from '../open-file.ts';
import { CENTRED, BIG, makeDocx, p, r, type DocxParts } from '../testing/make-docx.ts';
import { readDocx } from './read-docx.ts';

function read(parts: DocxParts): SourceDocument {
  const opened = openFile(makeDocx(parts));
  if (opened.kind !== 'docx') throw new Error('not read as a Word document');
  return readDocx(opened.parts);
}

const lines = ({ blocks }: SourceDocument): string[] =>
  blocks.map((block) =>
    block.kind === 'paragraph' ? textOf(block.inlines) : block.rows.map((row) => row.map(textOf).join('|')).join('\n'),
  );
const said = ({ remarks }: SourceDocument): string[] =>
  remarks.map(({ kind, what, text, place }: Remark) => `${kind} ${what}：${text} @${place ?? ''}`);

const level = (depth: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${String(depth)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbered = (list: number, depth: number): string =>
  `<w:numPr><w:ilvl w:val="${String(depth)}"/><w:numId w:val="${String(list)}"/></w:numPr>`;
const OFFICIAL = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uf0b7')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;

describe('automatic numbers', () => {
  it('are written out as Word prints them', () => {
    const body = [
      [1, 0],
      [1, 1],
      [1, 1],
      [1, 2],
      [1, 0],
      [1, 1],
      [3, 0],
    ]
      .map(([list = 0, depth = 0], index) => p(r(`第${String(index)}段`), numbered(list, depth)))
      .join('');
    expect(lines(read({ body, parts: { numbering: OFFICIAL } }))).toEqual([
      '一、第0段', '（一）第1段', '（二）第2段', '1.第3段', '二、第4段', '（一）第5段', '一、第6段',
    ]); // prettier-ignore
  });

  it('come from styles too, count empty paragraphs and leave bullets to the list', () => {
    const styles = `<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr>${numbered(1, 0)}</w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:name w:val="我的标题"/></w:style>`;
    const body =
      p(r('甲'), '<w:pStyle w:val="b"/>') +
      p('', numbered(1, 0)) +
      p(r('乙'), '<w:pStyle w:val="a"/>') +
      p(r('没有号'), '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>') +
      p(r('点'), numbered(2, 0));
    const source = read({ body, parts: { numbering: OFFICIAL, styles } });
    expect(lines(source)).toEqual(['一、甲', '三、乙', '没有号', '点']);
    expect(source.blocks.map((block) => block.kind === 'paragraph' && [block.look.outline, block.look.bullet])).toEqual([
      [1, undefined],
      [1, undefined],
      [1, undefined],
      [undefined, 0],
    ]);
  });
});

describe('what must not leak', () => {
  it('takes revisions as accepted and says so', () => {
    const del = '<w:del w:id="1" w:author="某人"><w:r><w:delText>旧的字</w:delText></w:r></w:del>';
    const body =
      p(`${r('开头')}${del}<w:ins w:id="2">${r('新的字')}</w:ins>${r('结尾')}`) +
      p(r('前半'), '<w:rPr><w:del w:id="3"/></w:rPr>') +
      p(r('后半'));
    const source = read({ body });
    expect(lines(source)).toEqual(['开头新的字结尾', '前半后半']);
    expect(said(source)).toEqual([
      'dropped 修订删除的文字：旧的字 @“开头新的字结尾”这一段',
      'kept 修订插入的文字：新的字 @“开头新的字结尾”这一段',
    ]);
  });

  it('leaves out cells of a table that a revision deleted, and names them', () => {
    const cell = (text: string, format = ''): string =>
      `<w:tc>${format === '' ? '' : `<w:tcPr>${format}</w:tcPr>`}${p(r(text))}</w:tc>`;
    const deleted = '<w:cellDel w:id="3" w:author="x"/>';
    const row = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
    const body = `<w:tbl>${row(cell('村'), cell('户'), cell('亩'))}${row(cell('石桥村'), cell('低保37户', deleted), cell('12'))}${row(cell('甲', deleted))}</w:tbl>`;
    const source = read({ body });
    expect(lines(source)).toEqual(['村|户|亩\n石桥村|12|']);
    expect(said(source)).toEqual([
      'dropped 修订删除的单元格（后面的格往前移，请核对）：低保37户 @表格',
      'dropped 修订删除的单元格（后面的格往前移，请核对）：甲 @表格',
    ]);
  });

  it('names a link that no page may have', () => {
    const field = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "file:///C:/a.doc"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('台账')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = p(
      `<w:hyperlink r:id="j">${r('点这里')}</w:hyperlink>${field}<w:hyperlink r:id="k">${r('县政府网站')}</w:hyperlink>`,
    );
    const source = read({ body, links: { j: 'javascript:alert(1)', k: 'https://a.cn' } });
    expect(lines(source)).toEqual(['点这里台账县政府网站']);
    const what = '链接（这种地址不能放到网页上，只留了文字）';
    expect(said(source).map((line) => line.split(' @')[0])).toEqual([
      `dropped ${what}：点这里 → javascript:alert(1)`,
      `dropped ${what}：台账 → file:///C:/a.doc`,
    ]);
  });

  it('leaves out comments, hidden text and unanswered prompts, and names them', () => {
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('单击此处输入')}</w:sdtContent></w:sdt>`;
    const body = p(`${r('公开的话')}${r('内部底数37户', '<w:vanish/>')}<w:r><w:commentReference w:id="5"/></w:r>${prompt}`);
    const source = read({
      body,
      parts: {
        comments: '<w:comment w:id="5"><w:p><w:r><w:t>张三：这句删掉</w:t></w:r></w:p></w:comment>',
        header: p(r('内部资料 注意保存')),
      },
    });
    expect(lines(source)).toEqual(['公开的话']);
    expect(said(source)).toEqual([
      'dropped 隐藏文字：内部底数37户 @“公开的话”这一段',
      'dropped 没有填写的提示文字：单击此处输入 @“公开的话”这一段',
      'dropped 批注：张三：这句删掉 @“公开的话”这一段',
      'dropped 页眉页脚：内部资料 注意保存 @',
    ]);
  });

  it('hides what a hidden style hides', () => {
    const styles = '<w:style w:type="character" w:styleId="h"><w:name w:val="藏"/><w:rPr><w:vanish/></w:rPr></w:style>';
    expect(
      lines(
        read({
          body: p(r('看得见') + r('看不见', '<w:rStyle w:val="h"/>') + r('又看见', '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')),
          parts: { styles },
        }),
      ),
    ).toEqual(['看得见又看见']);
  });
});

describe('what nobody foresaw', () => {
  it('is named when the reader did not come across it', () => {
    const source = read({ body: p(r('读到了')) + `<w:futureBlock>${p(r('没读到'))}</w:futureBlock>` });
    expect(lines(source)).toEqual(['读到了']);
    expect(said(source)).toEqual(['lost 没有读到的文字（请照原稿补上）：没读到 @']);
  });

  it('keeps a last paragraph whose end was deleted', () => {
    expect(lines(read({ body: p(r('甲')) + p(r('乙'), '<w:rPr><w:del w:id="3"/></w:rPr>') }))).toEqual(['甲', '乙']);
  });

  it('takes over what WPS writes', () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/><w:rPr><w:sz w:val="32"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:basedOn w:val="1"/><w:pPr>${numbered(1, 0)}<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`;
    const hint = '<w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>';
    const shape = `<w:r><w:rPr>${hint}</w:rPr><w:pict><v:shape id="文本框 2" type="#_x0000_t202"><v:textbox><w:txbxContent>${p(r('联系电话：', hint) + r('0000-8765432', hint))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    const body =
      p(r('关于', `${hint}${BIG}`) + r('2026', `${hint}${BIG}`) + r('年清淤的通知', `${hint}${BIG}`), CENTRED) +
      p(
        r('工作要求', hint) + '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>',
        '<w:pStyle w:val="2"/><w:ind w:firstLine="640"/>',
      ) +
      p(r('　　每户', hint) + r('1', hint) + r('人。', hint) + shape);
    const { title, mdx } = convert(read({ body, parts: { styles, numbering: OFFICIAL } }), new Map());
    expect({ title, mdx }).toEqual({
      title: '关于2026年清淤的通知',
      mdx: '## 一、工作要求\n\n每户1人。\n\n联系电话：0000-8765432\n',
    });
  });
});

describe('what stands twice or belongs to the paper', () => {
  it('drops the table of contents, which would repeat every heading', () => {
    const styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>';
    const source = read({
      body: p(r('一、时间') + '<w:r><w:tab/></w:r>' + r('1'), '<w:pStyle w:val="t"/>') + p(r('一、时间')) + p(r('三月。')),
      parts: { styles },
    });
    expect(lines(source)).toEqual(['一、时间', '三月。']);
    expect(said(source)[0]).toContain('dropped 目录');
  });

  it('takes a picture inside of a text box once', () => {
    const picture = '<w:r><w:drawing><pic:blipFill><a:blip r:embed="m"/></pic:blipFill></w:drawing></w:r>';
    const box = `<w:r><w:drawing><wps:txbx><w:txbxContent>${p(r('图注') + picture)}</w:txbxContent></wps:txbx></w:drawing></w:r>`;
    const { blocks } = read({ body: p(r('正文') + box), media: { m: new Uint8Array([1]) } });
    expect(blocks.map((block) => block.kind === 'paragraph' && block.inlines.map(({ kind }) => kind))).toEqual([
      ['text'],
      ['text', 'picture'],
    ]);
  });
});

describe('what converters lose', () => {
  it('keeps text boxes once, where they hang', () => {
    const box = `<w:txbxContent>${p(r('框里的话'))}</w:txbxContent>`;
    const drawn = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx>${box}</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const source = read({ body: p(r('第一段') + drawn) + p(r('第二段')) });
    expect(lines(source)).toEqual(['第一段', '框里的话', '第二段']);
    expect(said(source)).toEqual(['kept 文本框里的文字（放在它所在的那一段后面）：框里的话 @“第一段”这一段']);
  });

  it('reads links, fields, controls, breaks, raised letters and symbols', () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> HYPERLINK "https://b.cn" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>乙</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const body = p(
      `<w:hyperlink r:id="k">${r('甲')}</w:hyperlink>${field}<w:smartTag>${r('丙&<')}</w:smartTag><w:r><w:br/></w:r>${r('100m')}${r('2', '<w:vertAlign w:val="superscript"/>')}${r('注', '<w:vertAlign w:val="superscript"/>')}<w:r><w:sym w:font="Wingdings 2" w:char="F052"/></w:r><w:r><w:sym w:font="怪" w:char="F011"/></w:r>`,
    );
    const source = read({ body, links: { k: 'https://a.cn' } });
    expect(lines(source)).toEqual(['甲乙丙&<\n100m²注☑']);
    const [block] = source.blocks;
    expect(
      block?.kind === 'paragraph' &&
        block.inlines.flatMap((piece) => (piece.kind === 'text' && piece.href !== undefined ? [piece.href] : [])),
    ).toEqual(['https://a.cn', 'https://b.cn']);
    expect(said(source).map((line) => line.replace(/ @.*/s, ''))).toEqual([
      'changed 上标：2 → ²',
      'kept 上标（按普通文字写）：注',
      'lost 符号字体里的符号：怪 F011',
    ]);
  });

  it('reads footnotes', () => {
    const note = `<w:footnote w:id="-1" w:type="separator">${p(r('x'))}</w:footnote><w:footnote w:id="7">${p(r('按户籍统计。'))}</w:footnote>`;
    const source = read({
      body: p(r('常住人口8200人') + '<w:r><w:footnoteReference w:id="7"/></w:r>' + r('。')),
      parts: { footnotes: note },
    });
    expect(convert(source, new Map()).mdx).toBe('常住人口8200人[^1]。\n\n[^1]: 按户籍统计。\n');
  });

  it('writes merged cells out, joins heads of two rows and takes a heading row as a paragraph', () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text === '' ? '' : r(text))}</w:tc>`;
    const [down, go, span] = ['<w:vMerge w:val="restart"/>', '<w:vMerge/>', '<w:gridSpan w:val="2"/>'];
    const rows = [
      cell('收支表', '<w:gridSpan w:val="3"/>'),
      cell('村', down) + cell('金额', span),
      cell('', go) + cell('收入') + cell('支出'),
      cell('石桥', down) + cell('1') + cell('2'),
      cell('', go) + cell('3') + cell('4'),
    ];
    const source = read({ body: `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>` });
    expect(lines(source)).toEqual(['收支表', '村|金额 收入|金额 支出\n石桥|1|2\n石桥|3|4']);
    expect(said(source)[0]).toContain('changed 合并的单元格');
  });

  it('takes a table of one cell as the frame that it is', () => {
    expect(lines(read({ body: `<w:tbl><w:tr><w:tc>${p(r('甲'))}${p(r('乙'))}</w:tc></w:tr></w:tbl>` }))).toEqual(['甲', '乙']);
  });
});

describe('official style', () => {
  it('tells red head, number, title, headings, signature and annexes apart', () => {
    const red = '<w:color w:val="FF0000"/><w:sz w:val="72"/>';
    const source = read({
      body: [
        p(r('中共青禾镇委员会文件', red), CENTRED),
        p(r('青党发〔2026〕8号'), CENTRED),
        p(r('关于开展春季', BIG), CENTRED) + p(r('党员轮训的通知', BIG), CENTRED),
        p(r('各党支部：')),
        p(r('按照安排，现通知如下。')),
        p(r('一、时间和对象')),
        p(r('（一）时间')),
        p(r('3月5日至6日。')),
        p(r('（二）对象。')) + p(r('全体党员。')),
        p(r('二、要求')),
        p(r('1.带笔记本')) + p(r('2.不迟到')),
        p(r('附件：1.名单')) + p(r('2.课程表')),
        p(r('中共青禾镇委员会')) + p(r('2026年3月2日')),
        p(r('附件1')) + p(r('名单', BIG), CENTRED) + p(r('略。')),
      ].join(''),
    });
    const { mdx, title, number, issuer, day, signedBy, announced } = convert(source, new Map());
    expect({ title, number, issuer, day, signedBy, announced }).toEqual({
      title: '关于开展春季党员轮训的通知', number: '青党发〔2026〕8号', issuer: '中共青禾镇委员会', day: '2026-03-02', signedBy: '中共青禾镇委员会', announced: ['名单', '课程表'],
    }); // prettier-ignore
    expect(mdx.split('\n\n')).toEqual([
      '各党支部：', '按照安排，现通知如下。', '## 一、时间和对象', '### （一）时间', '3月5日至6日。', '（二）对象。', '全体党员。', '## 二、要求', '1.带笔记本', '2.不迟到',
      '附件：1.名单', '2.课程表', '中共青禾镇委员会', '2026年3月2日', '## 附件1', '### 名单', '略。\n',
    ]); // prettier-ignore
  });

  it('refuses what is marked secret', () => {
    expect(() => convert(read({ body: p(r('机密★1年')) + p(r('关于某事的通知'), CENTRED) }), new Map())).toThrow('密级');
  });
});
