import { statSync } from 'node:fs';
import { join } from 'node:path';
import { attachmentPath } from '../../lib/attachment-path.ts';
import { nextDay } from '../../lib/dates.ts';
import { mimeType } from '../../lib/mime-type.ts';
import type { FeedItem } from '../../outputs/feeds/feed.ts';
import { portableHtml } from '../../outputs/feeds/portable-html.ts';
import { absolute } from '../addresses.ts';

interface Source extends Pick<FeedItem, 'id' | 'title' | 'date' | 'updated' | 'summary' | 'tags' | 'by'> {
  /** Path of the page. */
  path: string;
  /** HTML as the page has it. */
  html: string;
  image?: string | undefined;
  recording?: FeedItem['recording'];
}

/** An item with full addresses throughout. */
export function feedItem({ path, html, image, recording, ...fields }: Source): FeedItem {
  const url = absolute(path);
  return {
    ...fields,
    url,
    html: portableHtml(html, url),
    image: image === undefined ? undefined : new URL(image, url).href,
    recording,
  };
}

/** The recording of an entry as a file to fetch. */
export function recordingOf(folder: string, audio: { file: string; seconds: number } | undefined): FeedItem['recording'] {
  if (audio === undefined) return undefined;
  const { size } = statSync(join(process.cwd(), folder, audio.file));
  return { url: absolute(attachmentPath(folder, audio.file)), type: mimeType(audio.file), bytes: size, seconds: audio.seconds };
}

interface Dated {
  date: string;
  changes?: { on: string }[] | undefined;
  withdrawn?: { on: string } | undefined;
  notice?: { until: string } | undefined;
}

/** When an entry was last changed up to a day: published, corrected, taken down, or emptied at the end of its 公示. */
export function lastTouched({ date, changes = [], withdrawn, notice }: Dated, today: string): string {
  const days = [...changes.map(({ on }) => on), withdrawn?.on ?? '', notice === undefined ? '' : nextDay(notice.until)];
  return days.filter((day) => day <= today && day > date).reduce((last, day) => (day > last ? day : last), date);
}
