import { about, textAt } from '../records.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** A title wholly in Chinese quotes: the author meant YAML's, and readers would see them. */
export const quotedTitles: Rule = {
  id: 'W01',
  title: '标题整个包在引号里',
  severity: 'warning',
  scope: 'entry',
  basis: '标题会原样显示在列表和订阅里',
  check: ({ records }) =>
    records.flatMap((record): RuleFinding[] =>
      ['title', 'name', 'summary'].flatMap((key): RuleFinding[] => {
        const [, inner] = /^“([^“”]*)”$/.exec(textAt(record, key) ?? '') ?? [];
        if (inner === undefined || record.kind === 'standards') return [];
        return [about(record, [key], { why: '整个内容包在中文引号里，引号会原样显示', fix: `不需要引号就去掉，写成 ${inner}` })];
      }),
    ),
};
