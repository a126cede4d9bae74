import type { Terms } from '../../schemas/terms.ts';
import { anyOf, without } from '../prose.ts';
import { inSaidTexts } from '../said-texts.ts';
import type { GateContext, Rule } from '../rule.ts';
import slips from '../slips.json' with { type: 'json' };

interface Term {
  correct: string | undefined;
  why: string;
  safe: boolean;
}

/** What `content/terms.yaml` says of each wrong form and each forbidden word. */
function termsOf({ source }: GateContext): { wrong: Map<string, Term>; right: string[] } {
  const terms = source.terms?.parsed.data as Terms | undefined;
  const wrong = new Map<string, Term>();
  for (const { name, kind, wrong: forms, safe = false, note } of terms?.names ?? [])
    for (const form of forms) wrong.set(form, { correct: name, why: `${kind}的写法不对${note === undefined ? '' : `：${note}`}`, safe });
  for (const { word, instead, why } of terms?.forbidden ?? []) wrong.set(word, { correct: instead, why, safe: false });
  return { wrong, right: (terms?.names ?? []).map(({ name }) => name) };
}

/** Names, titles and words that the township's own list has otherwise. */
export const termForms: Rule = {
  id: 'W02',
  title: '名称和用词与用词表不一致',
  severity: 'warning',
  scope: 'entry',
  basis: '地名、机构、职务用规范的全称，全站一致；用词表是 content/terms.yaml',
  check: (context) => {
    const { wrong, right } = termsOf(context);
    if (wrong.size === 0) return [];
    const pattern = anyOf([...wrong.keys()]);
    // A wrong form may be a part of a right one: 党群中心 within 党群中心食堂.
    const known = right.filter((name) => [...wrong.keys()].some((form) => name.includes(form)));
    return inSaidTexts(context, (text) =>
      [...without(text, known.length === 0 ? [] : [anyOf(known)]).matchAll(pattern)].flatMap(({ 0: found, index }) => {
        const term = wrong.get(found);
        return term === undefined ? [] : [{ found, index, ...term }];
      }),
    );
  },
};

const SLIPS: Record<string, string> = slips;

/** Slips of the pen that are never right. */
export const commonSlips: Rule = {
  id: 'W03',
  title: '常见的错字',
  severity: 'warning',
  scope: 'entry',
  basis: '《政府网站与政务新媒体检查指标》：严重表述错误单项否决，一般错别字扣分',
  check: (context) => {
    const pattern = anyOf(Object.keys(SLIPS));
    return inSaidTexts(context, (text) =>
      [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ found, index, correct: SLIPS[found], why: '常见的错字', safe: true })),
    );
  },
};
