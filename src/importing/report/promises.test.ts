import { describe, expect, it } from 'vitest';
import { plainPiece } from '../document.ts';
import type { BodyBlock } from '../official/recognise.ts';
import { partsOf } from './parts.ts';
import { promisesOf } from './promises.ts';

/** A body from lines: `## ` and `### ` for headings, `1) ` for an item of a list with a number. */
const body = (lines: readonly string[]): BodyBlock[] =>
  lines.map((line): BodyBlock => {
    const [, mark = '', text = ''] = /^(#{2,3} |\d\) )?(.*)$/.exec(line) ?? [];
    const inlines = [plainPiece(text)];
    if (mark.startsWith('#')) return { kind: 'heading', depth: mark.length === 3 ? 2 : 3, inlines };
    return mark === '' ? { kind: 'text', inlines } : { kind: 'item', mark: Number.parseInt(mark), depth: 0, inlines };
  });
const measures = (...lines: string[]): string[] => promisesOf(partsOf(body(lines))).map(({ measure }) => measure);

describe('the numbered points of what comes next', () => {
  it.each(['下步打算', '下一步工作', '努力方向', '改进措施', '2026年工作打算'])(
    'are promises whatever their verb: %s',
    (heading) => {
      expect(
        measures(
          `## 四、${heading}`,
          '明年重点抓好三件事：一是把12个支部的会议记录全部复查一遍；二是每季度公开一次账目；三是给57名流动党员每季度打一次电话。',
        ),
      ).toEqual(['把12个支部的会议记录全部复查一遍。', '每季度公开一次账目。', '给57名流动党员每季度打一次电话。']);
    },
  );

  it.each([
    ['paragraphs with figures', ['1. 每季度公开一次账目。', '2. 给流动党员打电话。']],
    ['paragraphs with bracketed numbers', ['（一）每季度公开一次账目；', '（二）给流动党员打电话。']],
    ['items of a list', ['1) 每季度公开一次账目。', '2) 给流动党员打电话。']],
    ['一要 and 二要', ['一要每季度公开一次账目，二要给流动党员打电话。']],
    ['rings', ['①每季度公开一次账目；②给流动党员打电话。']],
  ])('are read as %s', (_, lines) => {
    expect(measures('## 四、下步打算', ...lines)).toEqual(['每季度公开一次账目。', '给流动党员打电话。']);
  });

  it('keep the day and a title, and a point of a few words is no less one', () => {
    expect(
      promisesOf(
        partsOf(body(['## 四、下步打算', '一是抓实会议记录。2027年6月底前，12个支部逐个复查。二是办实事。三是请农技员上课。'])),
      ),
    ).toEqual([
      { title: '抓实会议记录', measure: '2027年6月底前，12个支部逐个复查。', due: '2027-06-30' },
      { measure: '办实事。' },
      { measure: '请农技员上课。' },
    ]);
  });

  it('are no promises where the section is about problems too, until a heading says what comes next', () => {
    const problems = '一是部分支部会议记录不全；二是账目公开慢。';
    expect(measures('## 三、存在问题及原因', problems)).toEqual([]);
    expect(measures('## 三、存在问题和下步打算', problems)).toEqual([]);
    expect(
      measures('## 三、存在问题和下步打算', '### （一）存在问题', problems, '### （二）下步打算', '一是每季度公开一次账目。'),
    ).toEqual(['每季度公开一次账目。']);
  });

  it('leave sentences without a number to their verbs', () => {
    expect(measures('## 四、下步打算', '天气好得很啊。建立到课台账。第一书记住在村里。')).toEqual(['建立到课台账。']);
  });
});
