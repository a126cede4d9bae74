import type { MeasureView } from '../queries/measure-views.ts';

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The rows behind a number, as WPS 表格 and Excel open them: UTF-8 with BOM, CRLF. */
export function measureCsv({ rows = [], unit }: Pick<MeasureView, 'rows' | 'unit'>, origin: string): string {
  const lines = [
    ['日期', '条目', '说明', '分类', '数量', '单位', '网址'],
    ...rows.map(({ on, text, note, group, amount, href }) => [
      on ?? '',
      text,
      note ?? '',
      group ?? '',
      amount,
      unit,
      `${origin}${href}`,
    ]),
  ];
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}
