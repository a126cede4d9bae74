import { statSync } from 'node:fs';
import { join } from 'node:path';
import { noticeState } from '../derive/disclosure.ts';
import { attachmentPath } from '../lib/attachment-path.ts';
import { href } from './addresses.ts';
import { evidenceFiles } from './evidence.ts';
import { store } from './store.ts';
import type { AttachmentView } from './views.ts';

interface Attachment {
  file: string;
  title: string;
  summary?: string | undefined;
}

/** Attachments of an entry with their published address, kind and size. */
export function attachmentViews(folder: string, attachments: readonly Attachment[] | undefined): AttachmentView[] {
  return (attachments ?? []).map(({ file, title, summary }) => {
    const bytes = statSync(join(process.cwd(), folder, file)).size;
    const kind = file.replace(/^.*\./, '').toUpperCase();
    return {
      href: href(attachmentPath(folder, file)),
      title,
      summary,
      kind: `${kind}，${Math.max(1, Math.round(bytes / 1024))} KB`,
    };
  });
}

/** Every published file, attachments and evidence: its address without `/files/`, and the file to copy. Entries that may not be shown give none. */
export async function attachmentPaths(): Promise<{ params: { path: string }; props: { file: string } }[]> {
  const content = await store();
  const { news, branches, cooperatives, reports, pages, today } = content;
  const entries = [...news, ...branches, ...cooperatives, ...reports, ...pages].filter(({ tombstone, fields }) => {
    const over = 'notice' in fields && fields.notice !== undefined && noticeState(fields.notice, today) === '已结束';
    return !tombstone && !over;
  });
  const files = [
    ...entries.flatMap(({ folder, fields }) => (fields.attachments ?? []).map(({ file }) => ({ folder, file }))),
    ...evidenceFiles(content),
  ];
  const paths = new Map(files.map(({ folder, file }) => [attachmentPath(folder, file), join(process.cwd(), folder, file)]));
  return [...paths].map(([path, file]) => ({ params: { path: path.replace('/files/', '') }, props: { file } }));
}
