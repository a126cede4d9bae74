import type { MeasureView } from '../queries/views/measure.ts';
import { csvText } from './csv.ts';

/** The rows behind a number, as WPS 表格 and Excel open them: UTF-8 with BOM, CRLF. */
export function measureCsv({ rows = [], unit }: Pick<MeasureView, 'rows' | 'unit'>, origin: string): string {
  return csvText([
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
  ]);
}
