import { describe, expect, it } from 'vitest';
import { renderBody } from './render-body.ts';

const html = (body: string): string =>
  renderBody(body, '/')
    .blocks.filter((block) => typeof block === 'string')
    .join('');

describe('a telephone number in the text', () => {
  it('can be called with a finger', () => {
    expect(html('反映电话0000-8765436，工作日接听。\n\n- **打 010-12345678**')).toBe(
      '<p>反映电话<a href="tel:0000-8765436">0000-8765436</a>，工作日接听。</p>\n<ul>\n<li><strong>打 <a href="tel:010-12345678">010-12345678</a></strong></li>\n</ul>',
    );
  });

  it.each([
    ['within a link', '[0000-8765436](/about/)'],
    ['within a heading', '## 电话0000-8765436'],
    ['as a part of a longer number', '编号 10000-8765436-2'],
    ['as a span of years', '2024-2026年'],
  ])('is left alone %s', (_, body) => {
    expect(html(body)).not.toContain('tel:');
  });
});
