import { describe, expect, it } from 'vitest';
import type { Block } from '../../schemas/blocks.ts';
import { bodyText } from './body-text.ts';

const figures = { '/train': { text: '1002人次' } } as never;
const text = (...blocks: Block[]) => bodyText({ blocks, figures });
const figure: Block = { component: 'Figure', attributes: { id: 'train' }, children: [] };

describe('the text of a body', () => {
  it('joins what components cut in two, and prints the figure', () => {
    expect(text('<h2 id="a">培训</h2>\n<p>全年<strong>教育', figure, '</strong>，见<a href="/x/">这里</a>。</p>')).toEqual([
      { kind: 'heading', depth: 2, text: '培训' },
      { kind: 'paragraph', text: '全年教育1002人次，见这里。' },
    ]);
  });

  it('keeps lists and what is nested in them, quotes and tables apart', () => {
    const table =
      '<div class="table-scroll"><table><tr><th>村</th><th>户</th></tr><tr><td>甲村</td><td>12</td></tr></table></div>';
    expect(
      text('<ul><li>一<ul><li>一之一</li></ul></li><li><p>二</p></li></ul><blockquote><p>引</p></blockquote>', table),
    ).toEqual([
      { kind: 'item', text: '一' },
      { kind: 'item', text: '一之一' },
      { kind: 'item', text: '二' },
      { kind: 'paragraph', text: '引' },
      { kind: 'row', cells: ['村', '户'] },
      { kind: 'row', cells: ['甲村', '12'] },
    ]);
  });

  it('names pictures by their words, in the place where they stand', () => {
    const picture: Block = { image: './a.jpg', alt: '“茶园”<早上>', caption: '' };
    expect(text('<p>先', picture, '后</p>', { ...picture, caption: '三月' })).toEqual([
      { kind: 'paragraph', text: '先后' },
      { kind: 'picture', alt: '“茶园”<早上>' },
      { kind: 'picture', alt: '“茶园”<早上>', caption: '三月' },
    ]);
  });

  it('reads the title and the words of a note, and entities as characters', () => {
    const note: Block = { component: 'Note', attributes: { title: '办理时间' }, children: ['<p>周六&amp;周日</p>'] };
    expect(text(note, { component: 'Plain', attributes: {}, children: ['<p>三天三夜</p>'] })).toEqual([
      { kind: 'paragraph', text: '办理时间' },
      { kind: 'paragraph', text: '周六&周日' },
      { kind: 'paragraph', text: '三天三夜' },
    ]);
  });
});
