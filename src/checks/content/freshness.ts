import { columnFreshness, rubricCounts, warnDays, type ColumnFreshness, type RubricCount } from '../../derive/freshness.ts';
import { publishedContent } from '../../derive/published.ts';
import { isDay } from '../../schemas/dates.ts';
import { about, textAt, type FieldRecord } from '../records.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

const BASIS = '《政府网站与政务新媒体检查指标》';

interface Seen {
  site: FieldRecord;
  columns: ColumnFreshness[];
}

/** Undefined while the site's settings cannot be read, or nothing is published yet. */
function look({ content, records, today }: GateContext): Seen | undefined {
  const site = records.find(({ kind }) => kind === 'site');
  if (content === undefined || site === undefined) return undefined;
  const columns = columnFreshness(publishedContent(content, today));
  return columns.every(({ state }) => state === '空白') ? undefined : { site, columns };
}

function late({ column, last = '', age = 0, state }: ColumnFreshness): string {
  const since = `栏目“${column.name}”最近一次更新是 ${last}，到今天 ${age} 天，约定 ${column.updateDays} 天内更新`;
  return state === '逾期' ? `${since}，已逾期 ${age - column.updateDays} 天` : `${since}，还剩 ${column.updateDays - age} 天`;
}

/** Columns past their update contract, or past 70 % of it. A blank column is told by C03. */
export const freshColumns: Rule = {
  id: 'T01',
  title: '栏目该更新了',
  severity: 'warning',
  basis: `${BASIS}：动态类 2 周、通知公告和政策文件类 6 个月内有更新`,
  check: (context) => {
    const seen = look(context);
    if (seen === undefined) return [];
    return seen.columns.flatMap((column, index): RuleFinding[] => {
      if (column.state !== '逾期' && column.state !== '将到期') return [];
      const fix = column.state === '逾期' ? '发一篇新的；确实更新不了这么勤，就改 updateDays 或者并入别的栏目' : `到 ${warnDays(column.column.updateDays)} 天就提醒，请准备下一篇`;
      return [about(seen.site, ['columns', index, 'updateDays'], { why: late(column), fix })];
    });
  },
};

function veto({ what, count, limit, columns }: RubricCount): { why: string; fix: string } {
  const names = columns.join('、');
  if (what === '首页') return { why: `全站已 ${count} 天没有新内容，首页超过 ${limit} 天不更新就单项否决`, fix: '今天就发一篇' };
  if (what === '空白') return { why: `空白栏目有 ${count} 个，到 ${limit} 个就单项否决：${names}`, fix: '发一篇，或者从 columns 里删掉' };
  return { why: `${what}的栏目有 ${count} 个，到 ${limit} 个就单项否决：${names}`, fix: '先更新上面这些栏目，长期没有内容的并入别的栏目' };
}

/** The counts by which an inspection fails the whole site at once. */
export const rubricVetoes: Rule = {
  id: 'T02',
  title: '达到单项否决',
  severity: 'warning',
  basis: `${BASIS}单项否决：首页 2 周未更新，未更新栏目 5 个、长期未更新栏目 10 个、空白栏目 5 个`,
  check: (context) => {
    const seen = look(context);
    if (seen === undefined) return [];
    return rubricCounts(seen.columns)
      .filter(({ failed }) => failed)
      .map((count) => about(seen.site, ['columns'], veto(count), 'key'));
  },
};

/** Standing pages and branches that were to be looked at again by a day that is over. */
export const dueReviews: Rule = {
  id: 'T03',
  title: '该重新核对了',
  severity: 'warning',
  basis: '常设页写明下次核对日期，到期由维护岗位核对，过时的电话和办事时间最误事',
  check: ({ records, today }) =>
    records.flatMap((record): RuleFinding[] => {
      const due = textAt(record, 'reviewBy');
      if (due === undefined || !isDay(due) || due >= today) return [];
      const owner = textAt(record, 'owner');
      const who = owner === undefined ? '' : `请${owner}`;
      return [about(record, ['reviewBy'], { why: `核对日期已过（今天是 ${today}）`, fix: `${who}从头看一遍，改好以后更新 updated，再写上下次核对的日期` })];
    }),
};

export const freshnessRules: readonly Rule[] = [freshColumns, rubricVetoes, dueReviews];
