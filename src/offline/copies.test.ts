import { describe, expect, it } from 'vitest';
import { mayBeKept, newlyGone, notKept, someOf, tellsOf, withBanner } from './copies.ts';

describe('copies of read pages', () => {
  it('say of what day they are, at the top of the text', () => {
    const html = '<body><header>x</header><main id="main" class="page"><h1>标题</h1></main>';
    expect(withBanner(html, new Date(2026, 10, 5))).toBe(
      '<body><header>x</header><main id="main" class="page"><p class="panel" role="status">您现在没有网络，看到的是11月5日存下的页面，之后可能有更正。</p><h1>标题</h1></main>',
    );
  });

  it('are not made of a 公示 that still names persons', () => {
    expect(mayBeKept('<div data-ends="2026-11-29">某某</div>')).toBe(false);
    expect(mayBeKept('<div>公示期已满</div>')).toBe(true);
  });

  it('go with their entry, and so do the pages that lead to it', () => {
    const gone = ['/sub/news/2026/1105-zhang/'];
    expect(tellsOf(gone, '/sub/news/2026/1105-zhang/', '')).toBe(true);
    expect(tellsOf(gone, '/sub/news/', '<a href="/sub/news/2026/1105-zhang/">')).toBe(true);
    expect(tellsOf(gone, '/sub/news/', '<a href="/sub/news/2026/1105-zhang-ben/">')).toBe(false);
    expect(tellsOf([], '/sub/news/', '<a href="/sub/news/2026/1105-zhang/">')).toBe(false);
  });

  it('stay where what is gone was gone before', () => {
    expect(newlyGone(['/a/', '/b/'], ['/a/'])).toEqual(['/b/']);
    expect(newlyGone(['/a/'], [])).toEqual(['/a/']);
  });

  it('are all asked after in turn', () => {
    const pages = Array.from({ length: 12 }, (_, index) => index);
    const asked = [0, 1, 2].flatMap((turn) => someOf(pages, turn));
    expect(asked).toHaveLength(15);
    expect(new Set(asked).size).toBe(12);
    expect(someOf([1, 2], 9)).toEqual([1, 2]);
  });

  it('are listed where another page is asked for', () => {
    const page = notKept([{ url: 'https://a.example/b/', html: '<title>甲－站</title>' }]);
    expect(page).toContain('<li><a href="https://a.example/b/">甲－站</a></li>');
    expect(notKept([])).not.toContain('存下来的有');
  });
});
