import { describe, expect, it } from 'vitest';
import { p, r } from './testing/make-docx.ts';
import { readBody } from './testing/read-body.ts';

const level = (depth: number, format: string, text: string): string =>
  `<w:lvl w:ilvl="${String(depth)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const lists = [
  [level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '%2)')],
  [level(0, 'decimal', '%1、'), level(1, 'decimal', '%1.%2、'), level(2, 'decimal', '%1.%2.%3、')],
  [level(0, 'chineseCounting', '%1、'), level(1, 'chineseCounting', '（%2）'), level(2, 'decimal', '%3.')],
];
const startOne = (depth: number): string =>
  `<w:lvlOverride w:ilvl="${String(depth)}"><w:startOverride w:val="1"/></w:lvlOverride>`;
const numbering = [
  ...lists.map((levels, id) => `<w:abstractNum w:abstractNumId="${String(id)}">${levels.join('')}</w:abstractNum>`),
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>',
  `<w:num w:numId="4"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="1"/>${[0, 1, 2].map(startOne).join('')}</w:num>`,
  '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
].join('');
const item = (list: number, text: string, depth = 0): string =>
  p(text === '' ? '' : r(text), `<w:numPr><w:ilvl w:val="${String(depth)}"/><w:numId w:val="${String(list)}"/></w:numPr>`);
const text = (words: string): string => p(r(words));

const mdxOf = (...body: string[]): string =>
  readBody(text('带好以下物品。') + body.join(''), { parts: { numbering } }).mdx.replace('带好以下物品。\n\n', '');

describe('paragraphs that Word numbers', () => {
  it('are a list where they follow each other, from the number that Word prints', () => {
    expect(mdxOf(item(1, '铁锹一把；'), item(1, '雨靴一双。'), text('到场报到。'), item(3, '领工；'), item(3, '# 号井。'))).toBe(
      '1. 铁锹一把；\n2. 雨靴一双。\n\n到场报到。\n\n5. 领工；\n6. \\# 号井。\n',
    );
  });

  it('begin anew in WPS at their own level, below the same number', () => {
    const items = [
      item(4, '甲'),
      item(4, '乙'),
      item(4, '丙', 1),
      item(4, '丁', 2),
      item(4, '戊', 2),
      item(5, '己', 2),
      item(5, '庚', 1),
    ];
    expect(mdxOf(...items).split('\n\n').map((line) => line.trim().replace(/^#+ /, ''))).toEqual([
      '1、甲', '2、乙', '2.1、丙', '2.1.1、丁', '2.1.2、戊', '2.1.1、己', '2.2、庚',
    ]); // prettier-ignore
  });

  it('begin another list where the number does not follow', () => {
    expect(mdxOf(item(1, '甲；'), item(1, ''), item(1, '丙。'), item(1, '丁。'))).toBe('1. 甲；\n\n3) 丙。\n4) 丁。\n');
  });

  it('keep below an item what a list cannot print', () => {
    expect(mdxOf(item(1, '外一'), item(1, '内甲', 1), item(1, '内乙', 1), item(1, '外二'))).toBe(
      '1. 外一\n\n   a)内甲\n\n   b)内乙\n2. 外二\n',
    );
  });

  it('are no list at the levels of official documents, and not with a table between them', () => {
    expect(mdxOf(item(2, '任务'), item(2, '主渠', 1), item(2, '一组负责；', 2), item(2, '二组负责。', 2))).toBe(
      '## 一、任务\n\n### （一）主渠\n\n1.一组负责；\n\n2.二组负责。\n',
    );
    const table = `<w:tbl>${`<w:tr>${`<w:tc>${text('格')}</w:tc>`.repeat(2)}</w:tr>`.repeat(2)}</w:tbl>`;
    expect(mdxOf(item(1, '主渠怎么清，看表。'), table, item(1, '支渠自己清。'))).toContain('1.主渠怎么清，看表。\n');
  });

  it('number the rows of a table, where nothing else stands in the cell', () => {
    const row = (first: string, second: string): string => `<w:tr><w:tc>${first}</w:tc><w:tc>${text(second)}</w:tc></w:tr>`;
    const rows = [row(text('序号'), '事项'), row(item(1, ''), '清主渠'), row(item(1, ''), '清支渠')];
    expect(mdxOf(`<w:tbl>${rows.join('')}</w:tbl>`)).toBe('| 序号 | 事项 |\n| - | - |\n| 1. | 清主渠 |\n| 2. | 清支渠 |\n');
  });
});
