import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvText } from './csv.ts';
import { dataCsv, dataJson } from './data-files.ts';

const read = (text: string): string[] | undefined => parse(csvText([[text, '甲']]), { bom: true })[0];

describe('a cell of CSV', () => {
  it.each([
    "=CMD|' /C calc'!A0",
    '=SUM(1,2)',
    '+HYPERLINK("http://a.cn")',
    '-2+3',
    '@SUM(A1)',
    '＝1+1',
    '\t=1',
    '- 走访三户',
    '-',
  ])('is no formula: %j', (text) => {
    expect(read(text)).toEqual([` ${text}`, '甲']);
  });

  it.each(['-3', '-3.5', '+2', '-12.5%', '12', '', '甲=乙', '3-5户', '——', '2026-03-05', '他说“好”,"行"'])(
    'stays as it is: %j',
    (text) => {
      expect(read(text)).toEqual([text, '甲']);
    },
  );
});

describe('a table', () => {
  it('guards its text in CSV alone, and no number', () => {
    const column = (key: string) => ({ key, title: key, help: '', type: 'string' as const, required: true });
    const table = { dataset: { columns: [column('text'), column('amount')] }, rows: [{ text: '=1+1', amount: -4.5 }] };
    expect(dataCsv(table)).toBe('\uFEFFtext,amount\r\n =1+1,-4.5\r\n');
    expect(JSON.parse(dataJson(table))).toEqual([{ text: '=1+1', amount: -4.5 }]);
  });
});
