import type { Rule, RuleFinding } from '../rule.ts';

const BASIS = '新建和导入时留下的“【请填写：…】”“【选填：…】”是给写稿人看的，不能登出去';

/** Blanks that `npm run new` and `npm run import` leave for the author. */
export const blanks: Rule = {
  id: 'S08',
  title: '留空还没有填',
  severity: 'error',
  scope: 'entry',
  basis: BASIS,
  check: ({ blanks: places }) =>
    places
      .filter(({ draft }) => !draft)
      .map(({ file, line, column, what, optional }) => ({
        file,
        line,
        column,
        why: `这里还没有填：${what}`,
        fix: optional ? '填上，把【】一起换掉；用不上就把这一项删掉' : '填上，把【】一起换掉',
      })),
};

/** The same in drafts, which nobody sees: one reminder a file. */
export const draftBlanks: Rule = {
  id: 'S09',
  title: '草稿还没有填完',
  severity: 'warning',
  scope: 'entry',
  basis: BASIS,
  check: ({ blanks: places }) =>
    [...Map.groupBy(places.filter(({ draft }) => draft), ({ file }) => file)].map(([file, found]): RuleFinding => {
      const [first = { line: 1, column: 1, what: '' }] = found;
      const why = `这篇草稿还有 ${found.length} 处没有填，第一处是：${first.what}`;
      return { file, line: first.line, column: first.column, why, fix: '填完以后删掉 draft: true 那一行，这一篇才会出现在网站上' };
    }),
};
