import { articleHtml } from '../../outputs/feeds/article-html.ts';
import { paths } from '../addresses.ts';
import { firstPath } from '../former-paths.ts';
import { newsText } from '../news.ts';
import { columnLink, newsCard } from '../shared.ts';
import type { Public, Store } from '../store.ts';
import type { News } from '../../schemas/news.ts';
import { feedItem, lastTouched, recordingOf } from './item.ts';
import { pictureFiles } from './pictures.ts';
import type { FeedEntry } from './plan.ts';

export interface NewsEntry extends FeedEntry {
  source: Public<News>;
}

/** All news as entries of feeds. */
export const newsEntries = (content: Store): Promise<NewsEntry[]> =>
  Promise.all(
    content.news.map(async (source) => {
      const { fields, tombstone } = source;
      const { date } = fields;
      const id = firstPath('news', source.id, fields);
      const updated = lastTouched(fields, content.today);
      return { id, date, updated, source, item: tombstone ? undefined : await newsItem(content, source, id, updated) };
    }),
  );

async function newsItem(content: Store, entry: Public<News>, id: string, updated: string): Promise<FeedEntry['item']> {
  const { fields } = entry;
  const text = newsText(content, entry);
  // What a 公示 says stays on its page: see `articleHtml`.
  const open = text.notice === undefined ? text : { ...text, cover: undefined, photos: [], body: undefined };
  const files = await pictureFiles([
    ...[open.cover, ...open.photos].flatMap((picture) => picture?.image ?? []),
    ...Object.values(open.body?.images ?? {}),
  ]);
  const notice = fields.notice && `${fields.notice.kind}公示，公示期和意见电话见正文，公示内容请到网页上看。`;
  return feedItem({
    id,
    path: paths.newsEntry(entry.id),
    title: fields.title,
    date: fields.date,
    updated,
    summary: text.notice?.ended === true ? newsCard(content, entry).summary : (notice ?? fields.summary),
    tags: [columnLink(content, fields.column).text],
    by: fields.source,
    html: articleHtml(open, files),
    image: open.cover && files.get(open.cover.image)?.src,
    recording: text.notice === undefined ? recordingOf(entry.folder, fields.audio) : undefined,
  });
}
