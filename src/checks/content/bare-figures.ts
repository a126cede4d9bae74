import type { EntrySource } from '../../loader/read-content.ts';
import { bareFigures } from '../bare-figures.ts';
import { placeInBody } from '../mdx-tree.ts';
import { proseOf } from '../prose.ts';
import type { Rule, RuleFinding } from '../rule.ts';

function inBody(entry: EntrySource): RuleFinding[] {
  return bareFigures(proseOf(entry)).map(({ offset, text }) => ({
    file: entry.file,
    ...placeInBody(entry, offset),
    value: text,
    why: '报告正文里的数字没有出处',
    fix: `在 figures.yaml 里登记，正文写 <Figure id="…" />；确实不用核对的，写成 <Plain>${text}</Plain>`,
  }));
}

/** A figure in the body of a report that no one can check. */
export const reportFigures: Rule = {
  id: 'N09',
  title: '报告正文里没有出处的数字',
  severity: 'error',
  scope: 'entry',
  basis: '报告里的数字都登记在 figures.yaml，写明口径和出处；日期、文号、次序和固定说法除外',
  check: ({ source }) => source.entries.filter(({ collection }) => collection === 'reports').flatMap(inBody),
};
