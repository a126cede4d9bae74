import { describe, expect, it } from 'vitest';
import { renderBody } from './render-body.ts';

/** The paragraphs that stand to the right. */
const signed = (body: string): string[] => {
  const html = renderBody(body, '/')
    .blocks.filter((block) => typeof block === 'string')
    .join('');
  return [...html.matchAll(/<p class="signed">(.*?)<\/p>/g)].map(([, text]) => text ?? '');
};

describe('a signature', () => {
  it.each([
    ['at the end', '请遵照执行。\n\n中共青禾镇委员会\n\n2026年8月28日\n', ['中共青禾镇委员会', '2026年8月28日']],
    [
      'before what is enclosed',
      '现印发给你们。\n\n青禾镇人民政府\n\n二〇二六年八月二十八日\n\n## 办法\n\n第一条',
      ['青禾镇人民政府', '二〇二六年八月二十八日'],
    ],
    [
      'of two that sign',
      '特此通知。\n\n镇党建办\n\n镇农业服务中心\n\n2026年1月5日',
      ['镇党建办', '镇农业服务中心', '2026年1月5日'],
    ],
  ])('%s', (_where, body, expected) => {
    expect(signed(body)).toEqual(expected);
  });

  it.each([
    ['a day alone', '事情办完了。\n\n2026年8月28日\n'],
    ['a day in a sentence', '镇党建办\n\n2026年8月28日起施行。'],
    ['a name alone', '请遵照执行。\n\n中共青禾镇委员会\n'],
    ['a heading above a day', '## 青禾镇人民政府\n\n2026年8月28日'],
    ['marked words', '**镇党建办**\n\n2026年8月28日'],
    ['a list', '- 镇党建办\n- 2026年8月28日'],
  ])('is not %s', (_what, body) => {
    expect(signed(body)).toEqual([]);
  });
});
