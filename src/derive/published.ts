import type { Content } from '../schemas/content.ts';
import { visibility, type Publishable } from './disclosure.ts';

declare const published: unique symbol;

/**
 * What a reader may see on a day. Only this is counted: a figure whose entries nobody can open would be a claim without evidence.
 * The mark keeps unfiltered content from being counted by mistake.
 */
export type Published = Content & { readonly [published]: true; today: string };

/**
 * The entries that are public at a moment; taken-down ones are not counted, because nothing is left of them to check.
 * @param now `YYYY-MM-DD HH:MM`, Asia/Shanghai, or a day, which then counts to its end
 */
export function publishedContent(content: Content, now: string): Published {
  const moment = now.length === 10 ? `${now} 23:59` : now;
  const seen = <E extends { data: Publishable }>(entries: E[]): E[] =>
    entries.filter(({ data }) => visibility(data, moment) === 'public');
  return {
    ...content,
    news: seen(content.news),
    branches: seen(content.branches),
    cooperatives: seen(content.cooperatives),
    reports: seen(content.reports),
    pages: seen(content.pages),
    today: moment.slice(0, 10),
  } as Published;
}

/** Everything, as if it were public: to name what a figure leaves out because it is not. */
export function unfiltered(content: Content, today: string): Published {
  return { ...content, today } as Published;
}
