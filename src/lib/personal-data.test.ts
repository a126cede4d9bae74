import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverPersonalData, findPersonalData } from './personal-data.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const withCheck = (body: string): string =>
  body + '10X98765432'.charAt(WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11);
const withLuhn = (body: string): string => {
  for (let digit = 0; digit < 10; digit += 1) {
    const sum = Array.from(`${body}${String(digit)}`)
      .reverse()
      .reduce(
        (total, each, i) => total + (i % 2 === 0 ? Number(each) : Number(each) * 2 > 9 ? Number(each) * 2 - 9 : Number(each) * 2),
        0,
      );
    if (sum % 10 === 0) return `${body}${String(digit)}`;
  }
  throw new Error('no check digit');
};
const wide = (text: string): string => text.replace(/[0-9X]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const split = (text: string, by: string, ...at: number[]): string =>
  Array.from(text)
    .map((char, i) => (at.includes(i) ? by + char : char))
    .join('');

const IDS = [
  withCheck('11010519491231002'),
  withCheck('43010219800229123'),
  withCheck('52262719991130456'),
  withCheck('65010219650704888'),
];
const OLD = ['110105491231002', '430102800229123'];
const CARDS = [
  withLuhn('622202100000123456'),
  withLuhn('621700123456789'),
  withLuhn('411111111111111'),
  withLuhn('510510510510510'),
  withLuhn('601382123456789012'),
  ...['955998100000123456', '955950100000123', '955100100000123456', '436742100000123456', '456351100000123456'].map(withLuhn),
  ...['4055121000001234', '955555100000123'].map(withLuhn),
];
const MOBILES = ['13812345678', '15900001111', '19987654321', '17012345678'];

const [ID = '', SECOND = ''] = IDS;
const [MOBILE = ''] = MOBILES;
const [CARD = ''] = CARDS;
const OLD_CARD = withLuhn('955880100000123456');
const written = (text: string, zero: number): string =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

/** Written as a clerk, a table, a form or someone in a hurry writes them; or as someone who wants to get past. */
const HARDER = [
  ...[`SFZ${SECOND}`, `Tel${MOBILE}`, `VX${MOBILE}`, `${MOBILE}vx同号`, `电话.${MOBILE}`, `联系电话...${MOBILE}`, `NO${CARD}`],
  ...[written(SECOND, 0x660), written(SECOND, 0x1d7ce), written(MOBILE, 0x660), written(MOBILE, 0x1d7ce)],
  ...[SECOND, MOBILE].map((number) => number.replace(/\d/g, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)))),
  SECOND.replace(/[1-9]/g, (digit) => String.fromCharCode(0x2460 + Number(digit) - 1)),
  ...['Х', '×', 'Ⅹ', 'Ｘ', 'χ'].map((sign) => ID.replace('X', sign)),
  ...['\u2063', '\u202C', '\u2066', '\uFE0F', '\u034F', '\u180E', '\u3164', '\u00AD'].map((sign) => split(SECOND, sign, 6)),
  ...[
    '    ',
    '   |   ',
    '**',
    '`',
    ':',
    '~',
    '\r\n    ',
    '\n> ',
    '","',
    '&#8203;',
    '&nbsp;',
    '</tspan><tspan x="10">',
    '<br>',
    '\t',
  ].map((by) => split(SECOND, by, 6, 14)),
  `<table><tr><td>${SECOND.slice(0, 6)}</td><td class="n12">${SECOND.slice(6, 14)}</td>\n<td>${SECOND.slice(14)}</td></tr></table>`,
  `${SECOND.slice(0, 6)}（${SECOND.slice(6, 14)}）${SECOND.slice(14)}`,
  ...[SECOND, MOBILE].map((number) => number.replace(/\d/g, (digit) => `&#${String(48 + Number(digit))};`)),
  ...[SECOND, MOBILE].map((number) => number.replace(/\d/g, (digit) => `&#x${(48 + Number(digit)).toString(16)};`)),
  ...[SECOND, MOBILE].map((number) => Array.from(number).join(' ')),
  Array.from(SECOND).join(' | '),
  ...[
    split(CARD, ' ', 6),
    split(CARD, ' ', 6, 10, 14),
    OLD_CARD,
    split(CARD, '  ', 4, 8, 12, 16),
    split(CARD, ' | ', 4, 8, 12, 16),
  ],
  ...[
    split(MOBILE, '-', 4, 7),
    split(MOBILE, ' - ', 3, 7),
    `(138)${MOBILE.slice(3)}`,
    `0${MOBILE}`,
    split(MOBILE, ' ', 5),
    `+86(${MOBILE})`,
  ],
  `联系电话 | ${split(MOBILE, ' | ', 3, 7)}`,
];

/** What a village's tables and texts hold, and what only looks like a number of a person. */
const HARMLESS = [
  ...['一季度,138,1234,5678', '150、1620、1980', '138/1234/5678', '| 138 | 1234 | 5678 |', '138;1234;5678', '138，1234，5678'],
  ...[
    '430102800229123号订单',
    '订单号：430102800229123',
    '税号430102800229123',
    '流水号 6222021000001234569',
    '追溯码：4111111111111111',
  ],
  ...['13812345678元', '￥ 13812345678', '合计13812345678.00元', '人民币 13812345678', '13812345678斤', '用电13812345678千瓦时'],
  ...['3.13812345678', '快递单号13812345678', '订单编号：13812345678', '13812345678abc', 'img13812345678', 'sku-a13812345678'],
  ...['110105 | 1949 | 1231 | 0020', '2026 | 1125 | 0930 | 1200 | 1500', '4086 1126 1960 1001', '12377123771', '16912345678'],
];

const POSITIVES = [
  ...HARDER,
  ...IDS.flatMap((id) => [
    id,
    `身份证号${id}。`,
    id.toLowerCase(),
    wide(id),
    split(id, ' ', 6, 14),
    split(id, '-', 6, 10, 12, 14),
    split(id, '\u200B', 1, 5, 9, 13, 17),
    split(id, ' | ', 6),
    split(id, ' ', 4, 8, 12, 16),
  ]),
  ...OLD.flatMap((id) => [id, `（${id}）`, split(id, ' ', 6, 12), wide(id)]),
  ...CARDS.flatMap((card) => [card, `卡号：${card}`, split(card, ' ', 4, 8, 12, 16), split(card, '\u200D', 3, 7)]),
  ...MOBILES.flatMap((mobile) => [
    mobile,
    `电话${mobile}，`,
    split(mobile, '-', 3, 7),
    split(mobile, ' ', 3, 7),
    `+86 ${mobile}`,
    `0086${mobile}`,
    wide(mobile),
  ]),
];

const NEGATIVES = [
  ...HARMLESS,
  ...['138****1234', '110105********002X', '622202******3456', '身份证号不要写', '1380013800', '138001380001', '2380013800'],
  ...['0000-8765432', '0731-82345678', '010-12345678', '12345', '12371', '12380', '12388', '400-810-8000', '95588'],
  ...['93000000MA0000000G', '91110108710939345X', '92430102MA4L1ABC2D', '52430000MJJ1234567'],
  ...[
    '青党发〔2026〕8号',
    '京ICP备12345678号-1',
    '京公网安备 11010502030143号',
    'X20260305123456789012',
    '20260305123456789012',
    '2026112512345678901',
  ],
  ...['2026-11-25 09:30', '2025年12月31日', '20251231', '2024-2026', '1949.12.31', '09:30–17:00', '2026/03/05 10:20:30'],
  ...['1234567.89万元', '12345678901.50元', '486.5万元', '1,989,500元', '10000000000000元', '3.1415926535897932'],
  ...['1012 3304 5120', '| 1012 | 3304 | 5120 | 2860 |', '23,41,36,102,373,361', '6843户22316人31260亩', '1486 1628 1573 1402'],
  ...['110105194912310020', '430102198002301234', '990105194912310021', '1101051949123100', '11010519491331002X'],
  ...['4111111111111112', '6222021000001234560', '1234567890123456', '9999999999999995', '622202100000123'],
  ...['#ab12cd34ef567890', 'sha256-13812345678abc', 'id-13812345678x', 'https://a.example.cn/p/138123456789', '¥13812345678'],
  ...['ISBN 978-7-111-12345-6', '邮编 410000', '第13812页', '海拔1381.2米', '0.13812345678'],
  // Shares with the digits that a workbook keeps of them: an id of before 1999, a card.
  ...['0.430102800101123', '-0.430102800101123', '占0.4111111111111111'],
];

describe('personal data', () => {
  it('has a corpus worth the name', () => {
    expect(new Set(POSITIVES).size).toBeGreaterThanOrEqual(60);
    expect(new Set(NEGATIVES).size).toBeGreaterThanOrEqual(60);
  });

  it.each(POSITIVES.map((text) => [JSON.stringify(text), text]))('is found in %s', (_name, text) => {
    expect(findPersonalData(text)).toHaveLength(1);
  });

  it.each(NEGATIVES.map((text) => [JSON.stringify(text), text]))('is not found in %s', (_name, text) => {
    expect(findPersonalData(text)).toEqual([]);
  });

  it('is never printed whole', () => {
    for (const text of POSITIVES)
      for (const { masked } of findPersonalData(text)) expect(masked).toMatch(/^\d{3}\*{6,}[\dXx]{2}$/);
  });

  it('is covered in a line that a message shows, which keeps its length', () => {
    for (const text of POSITIVES) {
      const covered = coverPersonalData(text);
      expect(covered).toHaveLength(text.length);
      expect(findPersonalData(covered)).toEqual([]);
    }
  });

  it('is found twice where two run together', () => {
    expect(findPersonalData(`${ID}${MOBILE}`).map(({ kind }) => kind)).toEqual(['身份证号', '手机号']);
    expect(findPersonalData(`${SECOND}${MOBILE}`).map(({ kind }) => kind)).toEqual(['身份证号', '手机号']);
    expect(findPersonalData(`${MOBILE}、${SECOND}/${CARD}`).map(({ kind }) => kind)).toEqual(['手机号', '身份证号', '银行卡号']);
  });

  it('is seldom seen in numbers made by chance', () => {
    const rate = (length: number, kind: string): number => {
      const texts = fc.sample(
        fc.string({ unit: fc.integer({ min: 0, max: 9 }).map(String), minLength: length, maxLength: length }),
        {
          seed: 7,
          numRuns: 5000,
        },
      );
      return texts.filter((text) => findPersonalData(text).some((each) => each.kind === kind)).length / texts.length;
    };
    expect(rate(18, '身份证号')).toBeLessThan(0.001);
    expect(rate(15, '身份证号')).toBeLessThan(0.02);
    expect(rate(16, '银行卡号')).toBeLessThan(0.04);
    expect(rate(19, '银行卡号')).toBeLessThan(0.005);
  });

  it('is looked for quickly', () => {
    const page = `${'<p>2026年3月5日，春茶开采，1486亩，<a href="/news/2026/0305/">共12户</a>。</p>\n'.repeat(20_000)}${'1,'.repeat(200_000)}`;
    const before = process.cpuUsage();
    findPersonalData(page);
    const { user } = process.cpuUsage(before);
    expect(user / 1_000_000 / (page.length / 1_000_000)).toBeLessThan(2);
  });

  it('is found wherever it is hidden', () => {
    const number = fc.constantFrom(...IDS, ...CARDS, ...MOBILES);
    const text = fc
      .array(fc.constantFrom('春茶', '开采', '。', '\n', '| ', '<b>', '党支部', '，', '（', 'a '), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, number, text, (before, hidden, after) => {
        const whole = `${before.replace(/a $/, '')}、${hidden}。${after}`;
        expect(findPersonalData(whole).map(({ index }) => index)).toEqual([whole.indexOf(hidden)]);
      }),
    );
  });
});
