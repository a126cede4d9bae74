import { lintMarkdown } from '@lint-md/core';
import type { EntrySource } from '../../loader/read-content.ts';
import { placeInBody } from '../mdx-tree.ts';
import { GAP, proseOf } from '../prose.ts';
import type { Rule, RuleFinding } from '../rule.ts';

/** Everything that puts blanks somewhere is off: it would turn 〔2026〕8号 into 〔2026〕 8 号. Headings and lists have rules of their own. */
const RULES = {
  'no-half-width-punctuation': 2,
  'no-full-width-number': 2,
  ...Object.fromEntries(
    [
      'space-around-alphabet',
      'space-around-number',
      'space-around-link',
      'no-empty-code-lang',
      'no-empty-url',
      'no-empty-list',
      'no-empty-code',
      'no-empty-inline-code',
      'no-long-code',
      'no-multiple-space-blockquote',
      'no-space-in-inline-code',
      'no-space-in-link',
      'no-special-characters',
      'no-empty-blockquote',
      'require-trailing-spaces',
      'no-multiple-blank-lines',
      'use-standard-ellipsis',
      'correct-title-trailing-punctuation',
    ].map((name) => [name, 0] as const),
  ),
};

const FULL: Record<string, string> = { ',': '，', '.': '。', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）' };
const HAN = '\\p{Script=Han}';
/** Cheap enough for every entry; only a body that matches is given to the linter. */
const SUSPECT = new RegExp(`[０-９]|${HAN}[,.;:?!(]|[,.;:?!)]${HAN}|[)]$`, 'mu');
/** Three dots or full stops stand for an ellipsis, never for three full stops. */
const DOTS = /\.{3,}|。{2,}|…(?!…)(?<!……)/g;

/** The number of an official text has this dot (GB/T 9704): 1.总体要求 as a heading or a paragraph, 附件：1.名单, or 1.开闸；2.巡渠 in a line. */
const NUMBERED = new RegExp(`(?:^|[\\s：；。${GAP}])\\d{1,2}\\\\?$`);

function found(entry: EntrySource, index: number, from: string, to: string, why: string): RuleFinding {
  return { file: entry.file, ...placeInBody(entry, index), value: from, why, fix: `改成“${to}”`, edit: { from, to } };
}

function check(entry: EntrySource): RuleFinding[] {
  const prose = proseOf(entry);
  const dots = [...prose.matchAll(DOTS)].map(({ 0: from, index }) => ({ from, index }));
  const findings = dots.map(({ from, index }) => found(entry, index, from, '……', '省略号是六个点，占两个字'));
  if (!SUSPECT.test(prose)) return findings;
  for (const { loc, name } of lintMarkdown(entry.body, RULES).lintResult) {
    const start = loc.start.offset;
    if (start === undefined) continue;
    const from = entry.body.slice(start, loc.end.offset);
    // Only running text: what stands in an address, a component or code is not for a reader's eye.
    if (prose.slice(start, start + from.length) !== from || dots.some(({ index, from: run }) => start >= index && start < index + run.length)) continue;
    if (from === '.' && NUMBERED.test(prose.slice(0, start))) continue;
    const to = name === 'no-full-width-number' ? from.normalize('NFKC') : FULL[from];
    if (to !== undefined) findings.push(found(entry, start, from, to, name === 'no-full-width-number' ? '数字是全角的' : '中文里用了半角的标点'));
  }
  return findings;
}

/** Half-width punctuation within Chinese, full-width digits, dots for an ellipsis. */
export const punctuation: Rule = {
  id: 'W04',
  title: '标点和数字的全半角不对',
  severity: 'warning',
  scope: 'entry',
  basis: 'GB/T 15834《标点符号用法》、GB/T 15835《出版物上数字用法》',
  check: ({ source }) => source.entries.flatMap(check),
};
