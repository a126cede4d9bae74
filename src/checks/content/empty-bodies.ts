import { getIn } from '../field-node.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** Entries that are read for their text and have none. What was withdrawn keeps only a sentence. */
export const emptyBodies: Rule = {
  id: 'M11',
  title: '正文是空的',
  severity: 'error',
  scope: 'entry',
  basis: '《政府网站与政务新媒体检查指标》：空白页面',
  check: ({ source }) =>
    source.entries.flatMap(({ collection, front, body, bodyLine, file, yaml }): RuleFinding[] => {
      if (!['news', 'reports', 'pages'].includes(collection) || 'problem' in front || body.trim() !== '') return [];
      if (getIn(yaml?.value, ['withdrawn']) !== undefined) return [];
      // The line of the closing fence: the body itself may not have one.
      return [{ file, line: bodyLine - 1, column: 1, why: '正文是空的，打开只有标题', fix: '在第二个 --- 下面写正文；还没写好就加一行 draft: true' }];
    }),
};
