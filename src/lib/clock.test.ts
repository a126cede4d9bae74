import { describe, expect, it } from 'vitest';
import { now, shanghai, today } from './clock.ts';

describe('shanghai', () => {
  it('is the next day in China when a build runs at 23:30 UTC', () => {
    expect(shanghai(new Date('2026-03-04T23:30:00Z'))).toBe('2026-03-05 07:30');
  });

  it('writes midnight as 00:00', () => {
    expect(shanghai(new Date('2026-03-04T16:00:00Z'))).toBe('2026-03-05 00:00');
  });
});

describe('now', () => {
  it('takes a pinned day as its last minute', () => {
    expect(now('2026-11-25')).toBe('2026-11-25 23:59');
    expect(today('2026-11-25')).toBe('2026-11-25');
  });
});
