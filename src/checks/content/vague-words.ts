import type { EntrySource } from '../../loader/read-content.ts';
import { placeInBody } from '../mdx-tree.ts';
import { anyOf, proseOf, without } from '../prose.ts';
import type { Rule, RuleFinding } from '../rule.ts';
import { vagueAmounts } from '../vague-amounts.ts';
import wording from '../wording.json' with { type: 'json' };

const PRAISE = anyOf(wording.praise);

/** Each word once, at its first place, with how often and where else it stands. */
function inBody(entry: EntrySource, words: RegExp, message: { why: string; fix: string }): RuleFinding[] {
  const prose = without(proseOf(entry), [anyOf(wording.notVague)]);
  const places = Map.groupBy(prose.matchAll(words), ([word]) => word);
  return [...places].flatMap(([word, matches]) => {
    const lines = matches.map(({ index }) => placeInBody(entry, index));
    const [first] = lines;
    if (first === undefined) return [];
    const where = lines.length > 1 ? `，本文共 ${String(lines.length)} 处（第 ${[...new Set(lines.map(({ line }) => line))].join('、')} 行）` : '';
    return [{ file: entry.file, ...first, value: word, why: message.why + where, fix: message.fix }];
  });
}

/** Vague quantities and empty praise in reports and news: what the inspection of reports asks to replace by figures and facts. */
export const vagueWords: Rule = {
  id: 'N10',
  title: '含糊的数量和空泛的评价',
  severity: 'warning',
  scope: 'entry',
  basis: '述职报告和动态用具体的人、事、数说话，不写“数次”“显著”一类的话',
  check: ({ source }) =>
    source.entries
      .filter(({ collection }) => collection === 'reports' || collection === 'news')
      .flatMap((entry) => [
        ...inBody(entry, vagueAmounts, { why: '数量含糊，读者没法核对', fix: '换成具体的数，不知道的就查清楚再写' }),
        ...inBody(entry, PRAISE, { why: '空泛的评价', fix: '换成做了什么、变了多少、谁说的；说不出来就删掉' }),
      ]),
};
