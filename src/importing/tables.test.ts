import { describe, expect, it } from 'vitest';
import { CENTRED, p, r, table } from './testing/make-docx.ts';
import { readBody } from './testing/read-body.ts';

const TITLE = p(r('关于清淤的通知', '<w:b/><w:sz w:val="44"/>'), CENTRED);
/** A cell over some columns, with a paragraph for each text. */
const cell = (wide: number, ...texts: string[]): string =>
  `<w:tc><w:tcPr><w:gridSpan w:val="${String(wide)}"/></w:tcPr>${texts.map((words) => p(words === '' ? '' : r(words))).join('')}</w:tc>`;
const read = (...rows: string[][]): { lines: string[]; said: string[] } => {
  const { mdx, said } = readBody(TITLE + table(...rows));
  return { lines: mdx.trim().split('\n'), said };
};

describe('a form, in which every row is divided as it needs', () => {
  const form = [
    [cell(2, '姓名'), cell(3, '李某'), cell(1, '村'), cell(2, '石桥村')],
    [cell(2, '住址'), cell(6, '石桥村三组12号')],
    [cell(3, '申请事由'), cell(5, '主渠堵塞')],
    [cell(1, '金额'), cell(3, '2000元'), cell(2, '日期'), cell(2, '3月5日')],
  ];

  it('has each cell once, in the order of the row', () => {
    const { lines, said } = read(...form);
    expect(lines).toEqual([
      '| 姓名 | 李某 | 村 | 石桥村 |',
      '| - | - | - | - |',
      '| 住址 | 石桥村三组12号 | | |',
      '| 申请事由 | 主渠堵塞 | | |',
      '| 金额 | 2000元 | 日期 | 3月5日 |',
    ]);
    expect(said).toEqual(['changed 登记表一类的表格（合并的单元格只写一次，请核对）：姓名']);
  });

  it('ends before the notes and signatures that take its whole width', () => {
    const { lines } = read(...form, [cell(8, '村委会意见：', '同意。')], [cell(8, '说明：一式两份。')]);
    expect(lines.slice(-6)).toEqual(['', '村委会意见：', '', '同意。', '', '说明：一式两份。']);
  });
});

describe('a picture in a merged cell', () => {
  it('is shown once', () => {
    const picture =
      '<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="李某的照片"/><a:graphic><pic:pic><pic:blipFill><a:blip r:embed="m"/></pic:blipFill></pic:pic></a:graphic></wp:inline></w:drawing></w:r>';
    const photo = (merge: string, inside: string): string => `<w:tc><w:tcPr><w:vMerge${merge}/></w:tcPr>${p(inside)}</w:tc>`;
    const rows = [
      [cell(1, '姓名'), cell(1, '李某'), photo(' w:val="restart"', picture)],
      [cell(1, '村'), cell(1, '石桥村'), photo('', '')],
    ];
    const { mdx } = readBody(
      TITLE + table(...rows),
      { media: { m: Uint8Array.of(1) } },
      new Map([['word/media/m.png', 'tu.png']]),
    );
    expect(mdx.trim().split('\n')).toEqual(['| 姓名 | 李某 | ![李某的照片](./tu.png) |', '| - | - | - |', '| 村 | 石桥村 | |']);
  });
});

describe('a table of figures', () => {
  it('keeps a sum below its columns', () => {
    const row = (...texts: string[]): string[] => texts.map((words) => cell(1, words));
    const { lines } = read(row('村', '组', '户'), row('石桥', '一组', '20'), row('石桥', '二组', '30'), [
      cell(2, '合计'),
      cell(1, '50'),
    ]);
    expect(lines.at(-1)).toBe('| 合计 | 合计 | 50 |');
  });

  it('keeps a figure below its heading where rows are divided like the head', () => {
    const row = (...texts: string[]): string[] => texts.map((words) => cell(1, words));
    const long = '全年清渠十二次，均由村民小组长带队，雨后另加巡查两次。';
    const { lines, said } = read(
      [cell(2, '受益'), cell(1, '金额')],
      row('石桥', '20户', '100'),
      [cell(2, '柳湾'), cell(1, '200')],
      [cell(1, '说明'), cell(2, long)],
    );
    expect(lines).toEqual([
      '| 受益 | 受益 | 金额 |',
      '| - | - | - |',
      '| 石桥 | 20户 | 100 |',
      '| 柳湾 | 柳湾 | 200 |',
      `| 说明 | ${long} | |`,
    ]);
    expect(said[0]).toContain('合并的单元格');
  });

  it('has no columns that only stand in its grid', () => {
    const { lines, said } = read([cell(1, '村'), cell(3, '户')], [cell(1, '石桥'), cell(3, '210')]);
    expect(lines).toEqual(['| 村 | 户 |', '| - | - |', '| 石桥 | 210 |']);
    expect(said).toEqual([]);
  });
});

describe('a table of one column', () => {
  it('is the frames around texts', () => {
    const { lines } = read([cell(1, '一、项目简介', '清主渠三公里。')], [cell(1, '二、用途', '灌溉。')]);
    expect(lines.filter((line) => line !== '')).toEqual(['## 一、项目简介', '清主渠三公里。', '## 二、用途', '灌溉。']);
  });

  it('is a list where each cell is one line', () => {
    expect(read([cell(1, '村名')], [cell(1, '石桥村')]).lines).toEqual(['| 村名 |', '| - |', '| 石桥村 |']);
  });
});
