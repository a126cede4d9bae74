import { describe, expect, it } from 'vitest';
import { meetingMatrix, type MatrixRow } from './meeting-matrix.ts';
import { branchEntry, meeting } from './testing/content.ts';

const row = (rows: MatrixRow[], kind: MatrixRow['kind']): MatrixRow => {
  const found = rows.find((candidate) => candidate.kind === kind);
  if (found === undefined) throw new Error(`no row ${kind}`);
  return found;
};
const states = (rows: MatrixRow[], kind: MatrixRow['kind']): string[] => row(rows, kind).cells.map(({ state }) => state);

describe('meetingMatrix', () => {
  const branch = branchEntry('shiqiao', [
    meeting('2025-01-05', '主题党日'),
    meeting('2025-01-20', '主题党日'),
    meeting('2025-03-05', '主题党日'),
    meeting('2025-02-10', '党员大会'),
    meeting('2025-06-20', '党员大会'),
    meeting('2024-12-20', '主题党日'),
  ]);

  it('shows a month without a meeting as a gap, once it is over', () => {
    expect(states(meetingMatrix(branch, 2025, '2025-04-15'), '主题党日').slice(0, 5)).toEqual([
      '已开',
      '缺',
      '已开',
      '未到期',
      '未到期',
    ]);
    expect(states(meetingMatrix(branch, 2025, '2025-05-01'), '主题党日').slice(3, 5)).toEqual(['缺', '未到期']);
  });

  it('counts periods, not meetings', () => {
    expect(row(meetingMatrix(branch, 2025, '2025-04-15'), '主题党日')).toMatchObject({ due: 3, held: 2, gaps: 1, meetings: 3 });
  });

  it('asks for an assembly each quarter and an appraisal each year', () => {
    const rows = meetingMatrix(branch, 2025, '2026-02-01');
    expect(states(rows, '党员大会')).toEqual(['已开', '已开', '缺', '缺']);
    expect(states(rows, '民主评议党员')).toEqual(['缺']);
    expect(row(rows, '党员大会').cells.map(({ period }) => period)).toEqual(['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4']);
  });

  it('asks nothing of bodies that the branch does not have', () => {
    const joint = branchEntry('lianhe', [], { groups: 0, committee: [{ role: '书记', name: '某某', since: '2021-01-01' }] });
    const rows = meetingMatrix(joint, 2025, '2026-02-01');
    expect(row(rows, '支委会')).toMatchObject({ due: 0, held: 0, gaps: 0 });
    expect(new Set(states(rows, '党小组会'))).toEqual(new Set(['不要求']));
    expect(row(rows, '主题党日').gaps).toBe(12);
  });

  it('asks nothing before the branch existed', () => {
    const young = branchEntry('xin', [], { founded: '2025-10-15' });
    expect(states(meetingMatrix(young, 2025, '2026-02-01'), '主题党日').slice(8)).toEqual(['不要求', '不要求', '缺', '缺']);
  });

  it('knows nothing of meetings that have not happened', () => {
    expect(row(meetingMatrix(branch, 2025, '2025-01-10'), '主题党日').meetings).toBe(1);
  });
});
