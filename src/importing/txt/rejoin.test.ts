import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Remark } from '../document.ts';
import { rejoin } from './rejoin.ts';

/** Breaks a paragraph as a text editor does: no mark begins a line. */
function broken(paragraph: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  let rest = indent + paragraph;
  while (rest.length > width) {
    let end = width;
    while (/[，。、；：！？]/.test(rest[end] ?? '')) end += 1;
    lines.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' ? lines : [...lines, rest];
}

const sentence = fc
  .array(fc.constantFrom(...Array.from('石桥村修渠清淤三公里每户一人自带工具不得迟到水站统一安排')), {
    minLength: 8,
    maxLength: 24,
  })
  .map((letters) => letters.join(''));
const paragraph = fc
  .array(sentence, { minLength: 9, maxLength: 12 })
  .map((sentences) => `${sentences.map((words, index) => `${words}${index % 3 === 2 ? '。' : '，'}`).join('')}完。`);
const paragraphs = fc.array(paragraph, { minLength: 3, maxLength: 6 });

const HEAD = ['关于清淤的安排', '', '各村民小组：'];
const END = ['', '                              石桥村党支部', '                              2026年11月24日'];

describe('lines of one width', () => {
  it.each<[string, string, string[]]>([
    ['indented', '　　', []],
    ['with an empty line between', '', ['']],
  ])('%s become the paragraphs that they were', (_how, indent, between) => {
    fc.assert(
      fc.property(paragraphs, fc.integer({ min: 30, max: 42 }), (texts, width) => {
        const lines = [...HEAD, ...texts.flatMap((text) => [...between, ...broken(text, width, indent)]), ...END];
        const remarks: Remark[] = [];
        const found = rejoin(lines, remarks);
        expect(found.filter((line) => line !== '')).toEqual(
          [...HEAD, ...texts.map((text) => indent + text), ...END].filter((line) => line !== ''),
        );
        expect(remarks.map(({ what }) => what)).toEqual(['每行固定字数的断行（接成了整段，分段请核对）']);
      }),
    );
  });

  it('are left as they are where nothing shows that a program broke them', () => {
    const remarks: Remark[] = [];
    const verse = ['三字歌', '', '讲文明，树新风', '爱卫生，护环境', '敬老人，教子女'];
    const list = Array.from(
      { length: 6 },
      (_, at) => `${String(at + 1)}.第${String(at + 1)}段渠由本组负责，十二月二十日前清完，清出来的淤泥当天运走`,
    );
    const whole = ['今年冬春清淤从十一月二十八日开始，全镇六个村同时动工。', `${'各村要把渠段分到小组，'.repeat(20)}完。`];
    for (const lines of [verse, list, whole]) expect(rejoin(lines, remarks)).toEqual(lines);
    expect(remarks).toEqual([]);
  });

  it('keep the blank between two words of another language', () => {
    const line = '水站的公开栏也在网上，手机电脑都能打开，地址写在村口的牌子上，打不开就用';
    expect(rejoin([line, `${line}Open`, 'Office 看，'.padEnd(20, '字'), line, '也行。'], [])[0]).toContain('Open Office');
  });
});
