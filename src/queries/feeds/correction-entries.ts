import { anchor, paragraph } from '../../outputs/feeds/article-html.ts';
import { paths } from '../addresses.ts';
import { corrections } from '../corrections.ts';
import type { Store } from '../store.ts';
import { feedItem } from './item.ts';
import type { FeedEntry } from './plan.ts';

/** Every correction, repeal and removal as an entry of its own. */
export function correctionEntries(content: Store): FeedEntry[] {
  const seen = new Map<string, number>();
  return corrections(content).map(({ on, kind, entry, page, what, notice }) => {
    const key = `corrections/${entry}/${on}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const id = times === 1 ? key : `${key}-${times}`;
    // What is said of a 公示 may name persons, and reader programs keep it.
    const said = notice && kind === '更正' ? '公示内容有更正，请到网页上看。' : what;
    const item = feedItem({
      id,
      path: paths.corrections,
      title: `${kind}：${page.text}`,
      date: on,
      updated: on,
      summary: said,
      tags: [kind],
      by: content.site.organizer,
      html: `${paragraph(said)}<p>${anchor(page)}</p>`,
    });
    return { id, date: on, updated: on, item };
  });
}
