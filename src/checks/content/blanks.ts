import { blanksIn } from '../../schemas/blank.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';
import { atLine } from '../yaml-lines.ts';

function found(file: string, text: string, number: number): RuleFinding[] {
  return blanksIn(text).map(({ index, what, optional }) =>
    atLine(file, { number }, index, {
      why: `这里还没有填：${what}`,
      fix: optional ? '填上，把【】一起换掉；用不上就把这一项删掉' : '填上，把【】一起换掉',
    }),
  );
}

function check({ yamlTexts, source }: GateContext): RuleFinding[] {
  // Comments are not among the lines: what a template offers there may stay as it is.
  const fields = yamlTexts.flatMap(({ file, lines }) => lines.flatMap(({ text, number }) => found(file, text, number)));
  const bodies = source.entries.flatMap(({ file, body, bodyLine }) =>
    body.split('\n').flatMap((text, index) => found(file, text, bodyLine + index)),
  );
  return [...fields, ...bodies];
}

/** Blanks that `npm run new` and `npm run import` leave for the author. */
export const blanks: Rule = {
  id: 'S08',
  title: '留空还没有填',
  severity: 'error',
  basis: '新建和导入时留下的“【请填写：…】”“【选填：…】”是给写稿人看的，不能登出去',
  check,
};
