import { branchCoverage } from '../derive/coverage.ts';
import { findMeasure } from '../derive/measures/index.ts';
import { FREQUENCIES, meetingMatrices, meetingMatrix, type CellState } from '../derive/meeting-matrix.ts';
import { showResult } from '../derive/shown.ts';
import { href, paths } from './addresses.ts';
import { evidenceLink } from './evidence.ts';
import { frame, head } from './frame.ts';
import type { MatrixView, MeetingOverview, MeetingRow, RecordsView } from './views/record.ts';
import { publishedOf } from './published.ts';
import { standing, staticPath, nameInColumn } from './shared.ts';
import type { Store } from './store.ts';
import { store } from './store.ts';
import type { BranchView } from './views/branch.ts';
import type { StaticPath } from './views/page.ts';

type Branch = Store['branches'][number];

const SIGNS: Record<CellState, MatrixView['rows'][number]['cells'][number]> = { 已开: '✓', 缺: '缺', 未到期: '', 不要求: '—' };

/** Years with records, newest first. */
const yearsOf = ({ meetings }: Branch, today: string): number[] =>
  [...new Set(meetings.filter(({ on }) => on <= today).map(({ on }) => Number(on.slice(0, 4))))].sort((a, b) => b - a);

function matrixView(content: Store, branch: Branch, year: number): MatrixView {
  const rows = meetingMatrix({ id: branch.id, data: branch.fields, meetings: branch.meetings }, year, content.today);
  const sum = (of: 'due' | 'held' | 'gaps'): number => rows.reduce((total, row) => total + row[of], 0);
  return {
    year,
    due: sum('due'),
    held: sum('held'),
    gaps: sum('gaps'),
    rows: rows
      .filter(({ cells }) => cells.some(({ state }) => state !== '不要求'))
      .map(({ kind, cells }) => ({ kind, span: 12 / cells.length, cells: cells.map(({ state }) => SIGNS[state]) })),
  };
}

/** The matrix of the newest year on record. */
export function newestMatrix(content: Store, branch: Branch): MatrixView | undefined {
  const [year] = yearsOf(branch, content.today);
  return year === undefined ? undefined : matrixView(content, branch, year);
}

/** The meetings of a branch up to the day of the build, newest first. */
export function meetingRows(content: Store, { meetings }: Branch): MeetingRow[] {
  const happened = meetings.filter(({ on }) => on <= content.today).sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return happened.map(({ on, kind, topic, present, expected, news }, index) => {
    const entry = standing(content.news).find(({ id }) => id === news);
    return {
      anchor: happened[index - 1]?.on === on ? undefined : `m-${on}`,
      on,
      kind,
      topic,
      attendance: `应到${expected}人，实到${present}人`,
      news: entry && { href: href(paths.newsEntry(entry.id)), text: entry.fields.title },
    };
  });
}

/** Branches that have meetings or assessments on record. */
export const recordBranches = (content: Store): Branch[] =>
  standing(content.branches).filter(
    (branch) => yearsOf(branch, content.today).length > 0 || assessmentViews(content, branch).length > 1,
  );

/** “五好” by year and item, newest year first. */
export function assessmentViews(content: Store, { folder, fields }: Branch): BranchView['assessments'] {
  const assessments = [...(fields.assessments ?? [])].sort((a, b) => b.year - a.year);
  return assessments.flatMap(({ year, items }) => {
    const standard = content.standards.get(year);
    if (standard === undefined) return [];
    const heads = standard.heads.map(({ name, items: wanted }) => ({
      name,
      items: wanted.map(({ id, text, required }) => {
        // An item that nobody assessed is 未评, never 达标.
        const found = items.find(({ item }) => item === id);
        return {
          text,
          required,
          state: found?.state ?? '未评',
          on: found?.on,
          note: found?.note,
          evidence: (found?.evidence ?? []).map((evidence) => evidenceLink(content, folder, evidence)),
        };
      }),
    }));
    return [{ year, coverage: branchCoverage(fields, year), heads }];
  });
}

/** The page of all records of each branch. */
export async function recordPaths(): Promise<StaticPath<RecordsView, { branch: string }>[]> {
  const content = await store();
  return Promise.all(
    recordBranches(content).map(async (branch) => {
      const name = branch.fields.shortName;
      const link = { href: href(paths.branch(branch.id)), text: name };
      const rows = meetingRows(content, branch);
      const view: RecordsView = {
        frame: await frame(paths.branches),
        head: await head({
          title: `${name}的历年记录`,
          description: `${name}历年三会一课、主题党日的逐次记录和往年“五好”评定：日期、议题、应到和实到人数，该开没开的照实标“缺”。`,
          path: paths.records(branch.id),
          trail: [{ href: href(paths.branches), text: '党支部' }, link],
        }),
        name,
        branch: link,
        years: yearsOf(branch, content.today).map((year) => ({
          matrix: matrixView(content, branch, year),
          meetings: rows.filter(({ on }) => on.startsWith(String(year))),
        })),
        assessments: assessmentViews(content, branch).slice(1),
      };
      return staticPath({ branch: branch.id }, view);
    }),
  );
}

const SUMS = ['meetings-due', 'meetings-on-time', 'meetings-gaps'];

/** How the branches stand with 三会一课 in a year. */
export function meetingOverview(content: Store, year: number): MeetingOverview | undefined {
  const published = publishedOf(content);
  const matrices = meetingMatrices(published, year);
  if (matrices.length === 0) return undefined;
  return {
    year,
    kinds: FREQUENCIES.map(({ kind }) => kind),
    branches: matrices.map(({ branch, rows }) => ({
      href: href(
        content.branches.some(({ id, meetings }) => id === branch.id && meetings.length > 0)
          ? paths.records(branch.id)
          : paths.branch(branch.id),
      ),
      text: nameInColumn(branch.data),
      cells: rows.map(({ held, due }) => ({ held, due })),
      gaps: rows.reduce((sum, row) => sum + row.gaps, 0),
    })),
    sums: SUMS.flatMap((id) => {
      const measure = findMeasure(id);
      if (measure === undefined) return [];
      return [
        {
          href: href(paths.measure(id, year)),
          text: `${measure.title}${showResult(measure, measure.compute(published, year)).text}`,
        },
      ];
    }),
  };
}
