import type { BranchEntry } from '../schemas/content.ts';
import type { Meeting, MeetingKind } from '../schemas/meeting.ts';
import { basicBranches } from './branch-kinds.ts';
import type { Published } from './published.ts';

export type Frequency = 'month' | 'quarter' | 'year';

/** How often each kind of meeting is due. Basis: 《中国共产党支部工作条例（试行）》第四章; 党课 each quarter is the county's usual item. */
export const FREQUENCIES: readonly { kind: MeetingKind; every: Frequency }[] = [
  { kind: '党员大会', every: 'quarter' },
  { kind: '支委会', every: 'month' },
  { kind: '党小组会', every: 'month' },
  { kind: '党课', every: 'quarter' },
  { kind: '主题党日', every: 'month' },
  { kind: '组织生活会', every: 'year' },
  { kind: '民主评议党员', every: 'year' },
];

/** 不要求: the branch has no such body, or did not exist yet. 未到期: the period still runs and nothing is recorded. */
export type CellState = '已开' | '缺' | '未到期' | '不要求';

export interface MatrixCell {
  /** `2025-03`, `2025-Q1` or `2025`. */
  period: string;
  state: CellState;
  meetings: Meeting[];
}

export interface MatrixRow {
  kind: MeetingKind;
  every: Frequency;
  cells: MatrixCell[];
  /** Periods that are over, or already served, in which a meeting was required. */
  due: number;
  /** Of these, periods with at least one meeting. */
  held: number;
  gaps: number;
  /** Meetings of the year, required or not. */
  meetings: number;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** The periods of a year with their first and last month. */
function periods(every: Frequency, year: number): { period: string; first: string; last: string }[] {
  const span = every === 'month' ? 1 : every === 'quarter' ? 3 : 12;
  return Array.from({ length: 12 / span }, (_, index) => {
    const last = `${String(year)}-${two((index + 1) * span)}`;
    const name = every === 'month' ? last : every === 'quarter' ? `${String(year)}-Q${String(index + 1)}` : String(year);
    return { period: name, first: `${String(year)}-${two(index * span + 1)}`, last };
  });
}

/** A branch of fewer than seven formal members has a 书记 only, one without 党小组 holds no 党小组会. */
function requires({ data }: BranchEntry, kind: MeetingKind, year: number): boolean {
  if (kind === '党小组会') return data.groups > 0;
  if (kind !== '支委会') return true;
  return data.committee.filter(({ left }) => left === undefined || left >= `${String(year)}-01-01`).length > 1;
}

/** The 三会一课 matrix of a branch and year, computed from its records: a gap is shown as a gap. */
export function meetingMatrix(branch: BranchEntry, year: number, today: string): MatrixRow[] {
  const happened = branch.meetings.filter(({ on }) => on.startsWith(`${String(year)}-`) && on <= today);
  return FREQUENCIES.map(({ kind, every }) => {
    const ofKind = happened.filter((meeting) => meeting.kind === kind).sort((a, b) => (a.on < b.on ? -1 : 1));
    const required = requires(branch, kind, year);
    const cells = periods(every, year).map(({ period, first, last }): MatrixCell => {
      const meetings = ofKind.filter(({ on }) => on.slice(0, 7) >= first && on.slice(0, 7) <= last);
      // A month, quarter or year in which the branch was founded cannot be asked of it in full.
      const expected = required && branch.data.founded.slice(0, 7) < first;
      const over = today.slice(0, 7) > last;
      const state = meetings.length > 0 ? '已开' : !expected ? '不要求' : over ? '缺' : '未到期';
      return { period, state, meetings };
    });
    const served = required ? cells.filter(({ state }) => state === '已开').length : 0;
    const gaps = cells.filter(({ state }) => state === '缺').length;
    return { kind, every, cells, due: served + gaps, held: served, gaps, meetings: ofKind.length };
  });
}

export interface BranchMatrix {
  branch: BranchEntry;
  rows: MatrixRow[];
}

/** The matrix of every branch, by id. */
export function meetingMatrices(content: Published, year: number): BranchMatrix[] {
  return basicBranches(content, year)
    .map((branch) => ({ branch, rows: meetingMatrix(branch, year, content.today) }))
    .sort((a, b) => (a.branch.id < b.branch.id ? -1 : 1));
}
