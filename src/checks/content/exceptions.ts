import { exceptionsOf } from '../exceptions.ts';
import { about } from '../records.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

const YEAR = 366 * 24 * 60 * 60 * 1000;

function check(context: GateContext): RuleFinding[] {
  const record = context.records.find(({ kind }) => kind === 'exceptions');
  if (record === undefined) return [];
  return exceptionsOf(context).flatMap(({ until, rule, value, file }, index): RuleFinding[] => {
    const at = (field: string, why: string, fix: string): RuleFinding[] => [about(record, ['exceptions', index, field], { why, fix })];
    if (until < context.today) return at('until', `这条例外 ${until} 已经到期`, '问题改好了就删掉这一条；还要用的，重新批准，改日期');
    if (Date.parse(until) - Date.parse(context.today) > YEAR) return at('until', '例外最长一年', '写一年以内的日期');
    if (/^I0[12]$/.test(rule) && value === undefined)
      return at('rule', '个人号码的例外要写明是哪一个', '加一行 value，照抄消息里带星号的写法');
    if (value !== undefined && !value.includes('*')) return at('value', '这里写了完整的号码', '照抄消息里带星号的写法，例如 138******78');
    if (!context.source.files.some(({ path }) => path === file)) return at('file', '没有这个文件', '文件删了或改了名，这一条就删掉或改过来');
    return [];
  });
}

/** An exception without an end is a hole. */
export const exceptionDates: Rule = {
  id: 'I07',
  title: '例外到期或没有写全',
  severity: 'error',
  basis: '例外要有理由、批准岗位和到期日，到期自动失效',
  check,
};
