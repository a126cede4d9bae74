import { describe, expect, it } from 'vitest';
import { bareFigures } from './bare-figures.ts';

const found = (text: string): string[] => bareFigures(text).map((figure) => figure.text);

describe('bareFigures', () => {
  it.each([
    ['培训12场', ['12场']],
    ['培训１２场', ['１２场']],
    ['收入1,234.5万元，增长3.2％', ['1,234.5万元', '3.2％']],
    ['十二个支部', ['十二个']],
    ['三百余户', ['三百余户']],
    ['走访两次，七八个人', ['两次', '七八个']],
    ['一百零六人', ['一百零六人']],
    ['二十三天', ['二十三天']],
    ['百分之九十的人', ['百分之九十']],
    ['不到三分之一', ['三分之一']],
    ['三个季度都没有', ['三个']],
    ['增加两成', ['两成']],
    ['12345678元', ['12345678元']],
  ])('finds the figures in %s', (text, figures) => {
    expect(found(text)).toEqual(figures);
  });

  it.each([
    ['dates', '2025年3月5日到20日，2024—2025年，12月底，三月五日，二〇二五年，2025-03-05，一季度'],
    ['times', '上午9:30—11:00，下午3点半，晚上八点'],
    ['document numbers', '青党发〔2025〕8号，青政发[2024]12号'],
    ['numbers of promises and telephones', '承诺2024-03，电话0000-8765432、12345'],
    ['ordinals', '第三批，第12条，一是补记录，二要公开，其三，三、下步打算，（一）先看，1. 先看'],
    ['fixed terms', '三会一课、四议两公开、两委、五好、一肩挑、“十四五”、八项规定、三轮车、千家万户、四处、G320、5G'],
    ['the article', '一个问题，一次检测，有一处没有涨，头一口井，一半，半年前，一起，统一'],
    ['words that only look like numbers', '百姓，万一，十分，再三，老三届的人，周三，三三两两'],
  ])('leaves %s alone', (_kind, text) => {
    expect(found(text)).toEqual([]);
  });

  it('says where the figure stands', () => {
    expect(bareFigures('全年培训12场')).toEqual([{ offset: 4, text: '12场' }]);
  });
});
