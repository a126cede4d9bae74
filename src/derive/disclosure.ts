import type { Disclosure } from '../schemas/disclosure.ts';

/** What a reader gets of an entry: all of it, a sentence that it was taken down, or nothing anywhere. */
export type Visibility = 'public' | 'tombstone' | 'hidden';

/** The fields that decide about publication; every collection has them. */
export interface Publishable {
  date?: string | undefined;
  publishOn?: string | undefined;
  draft?: boolean | undefined;
  withdrawn?: { on: string; reason: string } | undefined;
  disclosure: Disclosure;
}

/** True when an entry may be shown to everyone: scope 向社会 and all steps before 实施 done. Basis: 党务公开条例, 提出–审核–审批–实施. */
export function isApproved({ scope, proposed, reviewed, approved }: Disclosure): boolean {
  return scope === '向社会' && proposed !== undefined && reviewed !== undefined && approved !== undefined;
}

/**
 * Decides what may reach any output.
 * @param now `YYYY-MM-DD HH:MM`, Asia/Shanghai; moments are compared as text
 */
export function visibility(entry: Publishable, now: string): Visibility {
  if (entry.draft === true || !isApproved(entry.disclosure)) return 'hidden';
  if ((entry.publishOn ?? entry.date ?? '') > now) return 'hidden';
  return entry.withdrawn === undefined ? 'public' : 'tombstone';
}

/**
 * What is said beside an entry in the preview: approved for everyone, but a draft or not due yet. Undefined for what is public, and for
 * what may not be shown to everyone: others in the same network can open the preview too.
 */
export function pendingMark(entry: Publishable, now: string): string | undefined {
  if (!isApproved(entry.disclosure) || entry.withdrawn !== undefined) return undefined;
  if (entry.draft === true) return '草稿';
  const due = entry.publishOn ?? entry.date ?? '';
  return due > now ? `${due} 发布` : undefined;
}

export type NoticeState = '未开始' | '公示中' | '已结束';

/** State of a 公示 on a day; both end days belong to the period. */
export function noticeState({ from, until }: { from: string; until: string }, today: string): NoticeState {
  if (today < from) return '未开始';
  return today <= until ? '公示中' : '已结束';
}
