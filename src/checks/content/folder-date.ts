import { isDay } from '../../schemas/dates.ts';
import { about, textAt } from '../records.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** The day in a news folder against the day in its fields: most often a folder copied from another entry. */
export const folderDate: Rule = {
  id: 'D02',
  title: '文件夹的日期和发布日期不一致',
  severity: 'error',
  basis: '文件夹名就是网址，其中的日期要和发布日期一致',
  check: ({ records }) =>
    records.flatMap((record): RuleFinding[] => {
      if (record.kind !== 'news' || record.entry === undefined) return [];
      const [, year = '', month = '', day = ''] = /^(\d{4})\/(\d{2})(\d{2})-/.exec(record.entry.id) ?? [];
      const folder = `${year}-${month}-${day}`;
      const date = textAt(record, 'date')?.slice(0, 10) ?? '';
      if (!isDay(folder) || !isDay(date) || folder === date) return [];
      const renamed = `${date.slice(0, 4)}/${date.slice(5, 7)}${date.slice(8)}`;
      return [about(record, ['date'], { why: `文件夹名写的是 ${folder}`, fix: `改日期，或者把文件夹改名为 ${renamed}-…（旧路径写进 formerly）` })];
    }),
};
