import { describe, expect, it } from 'vitest';
import { byTag, isRedirect, metaOf, readPages } from '../support/pages.ts';
import { sites } from '../support/sites.ts';

const pages = readPages(sites.root.folder);
const named = pages.map((page) => [page.path, page] as const);
const articles = named.filter(([path, page]) => /^\/news\/\d{4}\/[^/]+\/$/.test(path) && !isRedirect(page));

const chinese = (moment: string): string => {
  const [year, month, day] = moment.slice(0, 10).split('-').map(Number);
  return `${String(year)}年${String(month)}月${String(day)}日`;
};

describe('every page', () => {
  it('has a title of its own', () => {
    const titles = pages.map((page) => byTag(page, 'title')[0]?.text ?? '');
    const doubled = titles.filter((title, index) => titles.indexOf(title) !== index);
    expect(doubled).toEqual([]);
    expect(titles).not.toContain('');
  });

  it.each(named)('%s has one h1, one main, the language, and headings without a gap', (_path, page) => {
    expect(byTag(page, 'h1')).toHaveLength(1);
    expect(byTag(page, 'main')).toHaveLength(1);
    expect(byTag(page, 'html')[0]?.attributes['lang']).toBe('zh-CN');
    const levels = page.elements.filter(({ tag }) => /^h[1-6]$/.test(tag)).map(({ tag }) => Number(tag[1]));
    const gaps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
    expect(gaps).toEqual([]);
  });

  it.each(named)('%s carries the tags of the rubric once, none of them empty', (_path, page) => {
    for (const name of ['SiteName', 'SiteDomain', 'description']) expect(metaOf(page, name)).toHaveLength(1);
    // Not given in site.yaml: left out, never filled with a sample.
    expect(metaOf(page, 'SiteIDCode')).toEqual([]);
    const tags = byTag(page, 'meta').filter(({ attributes }) => attributes['name'] !== undefined);
    const names = tags.map(({ attributes }) => attributes['name']);
    expect(new Set(names).size).toBe(names.length);
    expect(tags.filter(({ attributes }) => (attributes['content'] ?? '').trim() === '')).toEqual([]);
  });

  it.each(named)('%s is marked as sample data', (_path, page) => {
    expect(metaOf(page, 'robots')).toEqual(['noindex']);
    expect(page.html).toContain('示例站');
  });

  it('says nothing that is only true on the day of the build', () => {
    expect(
      named.filter(([, { html }]) => /最新|本周|今天|昨天/.test(html.replace(/<main[\s\S]*<\/main>/, ''))).map(([path]) => path),
    ).toEqual([]);
  });

  it.each(named)('%s brings no code but its own', (_path, page) => {
    const handlers = page.elements.flatMap(({ tag, attributes }) =>
      Object.keys(attributes)
        .filter((name) => name.startsWith('on'))
        .map((name) => `${tag} ${name}`),
    );
    expect(handlers).toEqual([]);
    expect(page.elements.filter(({ attributes }) => attributes['style'] !== undefined).map(({ tag }) => tag)).toEqual([]);
  });

  it.each(named)('%s prints no marks of Markdown or MDX', (_path, page) => {
    const text = byTag(page, 'main')[0]?.text ?? '';
    expect(text).not.toMatch(/\*\*|\]\(|__ASTRO_IMAGE_|undefined|\[object|NaN/);
  });

  it('gives every date a machine can read', () => {
    const bad = pages.flatMap((page) =>
      byTag(page, 'time')
        .filter(({ attributes }) => !/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}\+08:00)?$/.test(attributes['datetime'] ?? ''))
        .map(({ text }) => `${page.path} ${text}`),
    );
    expect(bad).toEqual([]);
  });
});

describe('every article', () => {
  it('is there in number', () => {
    expect(articles.length).toBeGreaterThanOrEqual(72);
  });

  it.each(articles)('%s shows the date of its tags, its source and who reviewed it', (_path, page) => {
    const [published = ''] = metaOf(page, 'PubDate');
    expect(published).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
    const main = byTag(page, 'main')[0]?.text ?? '';
    const [source = ''] = metaOf(page, 'ContentSource');
    expect(main).toContain(chinese(published));
    expect(main).toContain(`来源：${source}`);
    expect(main).toContain('审核：');
    expect(byTag(page, 'time')[0]?.attributes['datetime']?.slice(0, 10)).toBe(published.slice(0, 10));
    expect(metaOf(page, 'ArticleTitle')).toEqual([byTag(page, 'h1')[0]?.text]);
  });
});

describe('every row of a list of news', () => {
  it.each(named.filter(([path]) => path === '/news/' || path.startsWith('/columns/')))('%s has a date', (_path, page) => {
    const rows = page.elements.filter(({ tag, attributes }) => tag === 'ol' && (attributes['class'] ?? '').includes('news-list'));
    const items = byTag(page, 'li').filter(({ text }) => text.includes('年') && rows[0]?.text.includes(text) === true);
    expect(items.length).toBeGreaterThan(0);
    expect(byTag(page, 'time').length).toBeGreaterThanOrEqual(items.length);
  });

  it.each(named.filter(([path]) => path.startsWith('/columns/')))('%s carries the tags of its column', (_path, page) => {
    for (const name of ['ColumnName', 'ColumnDescription', 'ColumnKeywords', 'ColumnType']) {
      expect(metaOf(page, name)).toHaveLength(1);
    }
    expect(metaOf(page, 'ColumnKeywords')[0]).toMatch(/^[^；,，]+(;[^；,，]+)*$/);
  });
});
