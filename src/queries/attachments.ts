import { statSync } from 'node:fs';
import { join } from 'node:path';
import { noticeState } from '../derive/disclosure.ts';
import { attachmentPath } from '../lib/attachment-path.ts';
import { href, paths } from './addresses.ts';
import { evidenceFiles } from './evidence.ts';
import { standing } from './shared.ts';
import { store, type Public, type Store } from './store.ts';
import type { AudioView } from './views/body.ts';
import type { AttachmentView } from './views/news.ts';

interface Attachment {
  file: string;
  title: string;
  summary?: string | undefined;
}

/** The page of an attachment: `/attachments/news/2026/0305-x/a-pdf/`. */
export const attachmentPage = (folder: string, file: string): string =>
  `${attachmentPath(folder, file)
    .replace('/files/', '/attachments/')
    .replace(/\.(?=[^.]*$)/, '-')}/`;

interface WithFiles {
  attachments?: Attachment[] | undefined;
  audio?: { file: string } | undefined;
}

/** Attachments of an entry with their published address, kind and size. */
export function attachmentViews(folder: string, attachments: readonly Attachment[] | undefined): AttachmentView[] {
  return (attachments ?? []).map(({ file, title, summary }) => {
    const bytes = statSync(join(process.cwd(), folder, file)).size;
    const kind = file.replace(/^.*\./, '').toUpperCase();
    return {
      href: href(attachmentPage(folder, file)),
      file: href(attachmentPath(folder, file)),
      title,
      summary,
      kind: `${kind}，${Math.max(1, Math.round(bytes / 1024))} KB`,
    };
  });
}

/** The recording of an entry. */
export function audioView(
  folder: string,
  audio: { file: string; seconds: number; reader?: string | undefined } | undefined,
): AudioView | undefined {
  if (audio === undefined) return undefined;
  const { file, seconds, reader } = audio;
  const minutes = Math.floor(seconds / 60);
  const length = `${minutes > 0 ? `${minutes}分` : ''}${seconds % 60 > 0 || minutes === 0 ? `${seconds % 60}秒` : '钟'}`;
  return { src: href(attachmentPath(folder, file)), text: reader === undefined ? length : `${length}，${reader}朗读` };
}

/** Entries whose files may be had: on show, and no 公示 that is over. */
function openEntries(content: Store): (Public<WithFiles> & { path: string; title: string })[] {
  const news = standing(content.news).filter(
    ({ fields }) => fields.notice === undefined || noticeState(fields.notice, content.today) !== '已结束',
  );
  return [
    ...news.map((entry) => ({ ...entry, path: paths.newsEntry(entry.id), title: entry.fields.title })),
    ...standing(content.branches).map((entry) => ({ ...entry, path: paths.branch(entry.id), title: entry.fields.shortName })),
    ...standing(content.cooperatives).map((entry) => ({ ...entry, path: paths.cooperative(entry.id), title: entry.fields.name })),
    ...standing(content.reports).map((entry) => ({ ...entry, path: paths.report(entry.id), title: entry.fields.title })),
    ...standing(content.pages).map((entry) => ({ ...entry, path: paths.page(entry.id), title: entry.fields.title })),
  ];
}

/** Entries with attachments on show. */
export const attachedEntries = (content: Store): { folder: string; path: string; title: string; attachments: Attachment[] }[] =>
  openEntries(content).flatMap(({ folder, path, title, fields }) =>
    fields.attachments === undefined ? [] : [{ folder, path, title, attachments: fields.attachments }],
  );

/** Every published file, attachments, recordings and evidence: its address without `/files/`, and the file to copy. Entries that may not be shown give none. */
export async function attachmentPaths(): Promise<{ params: { path: string }; props: { file: string } }[]> {
  const content = await store();
  const entries = openEntries(content);
  const files = [
    ...entries.flatMap(({ folder, fields }) => (fields.attachments ?? []).map(({ file }) => ({ folder, file }))),
    ...entries.flatMap(({ folder, fields }) => (fields.audio === undefined ? [] : [{ folder, file: fields.audio.file }])),
    ...evidenceFiles(content),
  ];
  const paths = new Map(files.map(({ folder, file }) => [attachmentPath(folder, file), join(process.cwd(), folder, file)]));
  return [...paths].map(([path, file]) => ({ params: { path: path.replace('/files/', '') }, props: { file } }));
}
