import { anchor, bodyHtml, paragraph, part } from '../../outputs/feeds/article-html.ts';
import { href, paths } from '../addresses.ts';
import { attachmentViews } from '../attachments.ts';
import { firstPath } from '../former-paths.ts';
import { bodyView } from '../shared.ts';
import type { Store } from '../store.ts';
import { feedItem, lastTouched, recordingOf } from './item.ts';
import { pictureFiles } from './pictures.ts';
import type { FeedEntry } from './plan.ts';

type Report = Store['reports'][number];

/** All annual reports as entries of feeds. */
export const reportEntries = (content: Store): Promise<FeedEntry[]> =>
  Promise.all(
    content.reports.map(async (report) => {
      const { fields } = report;
      const id = firstPath('reports', report.id, fields);
      const updated = lastTouched(fields, content.today);
      return {
        id,
        date: fields.date,
        updated,
        item: report.tombstone ? undefined : await reportItem(content, report, id, updated),
      };
    }),
  );

async function reportItem(content: Store, report: Report, id: string, updated: string): Promise<FeedEntry['item']> {
  const { fields, folder, commitments } = report;
  const body = bodyView(content, report, report.id);
  const promises = commitments.map((promise) =>
    anchor({ href: href(paths.commitment(promise.id)), text: `${promise.id} ${promise.title}（期限${promise.due}）` }),
  );
  const files = attachmentViews(folder, fields.attachments).map((file) =>
    anchor({ href: file.href, text: `${file.title}（${file.kind}）` }),
  );
  const changes = (fields.changes ?? []).map(({ on, what }) => paragraph(`${on}：${what}`));
  return feedItem({
    id,
    path: paths.report(report.id),
    title: fields.title,
    date: fields.date,
    updated,
    summary: fields.summary,
    tags: ['年度报告'],
    by: fields.source,
    html: [
      bodyHtml(body, await pictureFiles(Object.values(body.images))),
      part('作出的承诺', promises),
      part('附件', files),
      part('更正说明', changes),
    ].join(''),
    recording: recordingOf(folder, fields.audio),
  });
}
