import { describe, expect, it } from 'vitest';
import { noticeState, pendingMark, visibility, type Publishable } from './disclosure.ts';

const step = { on: '2026-03-04', by: '镇党建办主任' };
const approved: Publishable = {
  date: '2026-03-05 09:30',
  disclosure: { scope: '向社会', proposed: step, reviewed: step, approved: step },
};
const now = '2026-03-05 10:00';

describe('the mark of what waits', () => {
  it('says a draft and a day to come', () => {
    expect(pendingMark({ ...approved, draft: true }, now)).toBe('草稿');
    expect(pendingMark({ ...approved, publishOn: '2026-03-06 08:00' }, now)).toBe('2026-03-06 08:00 发布');
    expect(pendingMark({ ...approved, date: '2026-03-05 15:00' }, now)).toBe('2026-03-05 15:00 发布');
  });

  it.each([
    ['what is public', approved],
    ['what is for Party members', { ...approved, draft: true, disclosure: { ...approved.disclosure, scope: '党内' as const } }],
    [
      'what nobody approved',
      { ...approved, draft: true, disclosure: { scope: '向社会' as const, proposed: step, reviewed: step } },
    ],
    ['what was taken down', { ...approved, draft: true, withdrawn: { on: '2026-03-05', reason: '内容有误' } }],
  ])('is not given to %s', (_case, entry) => {
    expect(pendingMark(entry, now)).toBeUndefined();
  });
});

describe('visibility', () => {
  it('shows an entry that went through all steps', () => {
    expect(visibility(approved, now)).toBe('public');
  });

  it.each([
    ['a draft', { ...approved, draft: true }],
    ['an entry for Party members only', { ...approved, disclosure: { ...approved.disclosure, scope: '党内' as const } }],
    ['an entry that nobody approved', { ...approved, disclosure: { scope: '向社会' as const, proposed: step, reviewed: step } }],
    ['an entry that nobody reviewed', { ...approved, disclosure: { scope: '向社会' as const, proposed: step, approved: step } }],
    ['an entry of this afternoon', { ...approved, date: '2026-03-05 15:00' }],
    ['a scheduled entry', { ...approved, publishOn: '2026-03-06 08:00' }],
  ])('hides %s', (_case, entry) => {
    expect(visibility(entry, now)).toBe('hidden');
  });

  it('leaves a tombstone for an entry that was taken down', () => {
    expect(visibility({ ...approved, withdrawn: { on: '2026-03-05', reason: '内容有误' } }, now)).toBe('tombstone');
  });

  it('never shows a withdrawn entry that was not public', () => {
    expect(visibility({ ...approved, draft: true, withdrawn: { on: '2026-03-05', reason: '内容有误' } }, now)).toBe('hidden');
  });
});

describe('noticeState', () => {
  const notice = { from: '2026-11-23', until: '2026-11-29' };

  it.each([
    ['2026-11-22', '未开始'],
    ['2026-11-23', '公示中'],
    ['2026-11-29', '公示中'],
    ['2026-11-30', '已结束'],
  ])('on %s is %s', (today, state) => {
    expect(noticeState(notice, today)).toBe(state);
  });
});
