import { describe, expect, it } from 'vitest';
import { portableHtml } from './portable-html.ts';

const PAGE = 'https://site.test/sub/news/2026/0305-x/';
const portable = (html: string): string => portableHtml(html, PAGE);

describe('HTML for readers away from the site', () => {
  it('names everything by its full address', () => {
    expect(portable('<a href="/sub/branches/a/">甲</a>')).toBe('<a href="https://site.test/sub/branches/a/">甲</a>');
    expect(portable('<a href="#part">乙</a>')).toBe(`<a href="${PAGE}#part">乙</a>`);
    expect(portable('<img src="/sub/_astro/a.webp" alt="田" width="9" height="6">')).toBe(
      '<img src="https://site.test/sub/_astro/a.webp" alt="田" width="9" height="6">',
    );
    expect(portable('<a href="tel:0000-8765432">电话</a>')).toBe('<a href="tel:0000-8765432">电话</a>');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', ' java\nscript:alert(1)', 'vbscript:x', 'http://['])(
    'drops the address %j',
    (address) => {
      expect(portable(`<a href="${address}">字</a>`)).toBe('<a>字</a>');
      expect(portable(`<p>字<img src="${address}" alt="x"></p>`)).toBe('<p>字</p>');
    },
  );

  it('leaves no code, style or frame', () => {
    const html =
      '<p onclick="x()" style="color:red" class="c" id="i">字<script>x()</script><style>p{}</style><iframe src="/"></iframe></p>';
    expect(portable(html)).toBe('<p>字</p>');
    expect(portable('<svg><script>x()</script></svg><!-- note -->字')).toBe('字');
  });

  it('keeps the text of elements that it does not know', () => {
    expect(portable('<div class="table-scroll"><table><tr><td class="align-right">1</td></tr></table></div>')).toBe(
      '<table><tbody><tr><td>1</td></tr></tbody></table>',
    );
    expect(portable('<aside><p>提示</p></aside>')).toBe('<p>提示</p>');
  });
});
