import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentText } from '../documents/document-text.ts';
import { href, paths } from './addresses.ts';
import { attachmentPage, attachmentViews, attachedEntries } from './attachments.ts';
import { frame, head } from './frame.ts';
import { staticPath } from './shared.ts';
import { store } from './store.ts';
import type { AttachmentPageView } from './views/news.ts';
import type { StaticPath } from './views/page.ts';

/** Every attachment as a page of its own. */
export async function attachmentPagePaths(): Promise<StaticPath<AttachmentPageView, { path: string }>[]> {
  const content = await store();
  const found = attachedEntries(content).flatMap(({ folder, path, title, attachments }) =>
    attachments.map((attachment) => ({ folder, entry: { href: href(path), text: title }, attachment })),
  );
  return Promise.all(
    found.map(async ({ folder, entry, attachment }) => {
      const [file] = attachmentViews(folder, [attachment]);
      const page = attachmentPage(folder, attachment.file);
      const bytes = readFileSync(join(process.cwd(), folder, attachment.file));
      const view: AttachmentPageView = {
        frame: await frame(paths.news()),
        head: await head({
          title: `附件：${attachment.title}`,
          description: attachment.summary ?? `《${entry.text}》的附件。`,
          path: page,
          trail: [entry],
        }),
        summary: attachment.summary,
        entry,
        file: { href: file?.file ?? '', text: file?.kind ?? '' },
        text: await documentText(bytes, attachment.file.replace(/^.*\./, '').toLowerCase()),
      };
      return staticPath({ path: page.replace(/^\/attachments\/|\/$/g, '') }, view);
    }),
  );
}
