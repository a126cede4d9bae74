import type { BranchEntry, Content, Entry, ReportEntry } from '../../schemas/content.ts';
import type { Cooperative } from '../../schemas/cooperative.ts';
import type { Disclosure } from '../../schemas/disclosure.ts';
import type { Figure } from '../../schemas/figure.ts';
import type { Meeting } from '../../schemas/meeting.ts';
import type { News, NewsEvent } from '../../schemas/news.ts';

const step = { on: '2020-01-01', by: '镇党建办主任' };
export const approved: Disclosure = { scope: '向社会', proposed: step, reviewed: step, approved: step };

/** Only what the derive functions read; everything else of an entry is left out. */
export const newsEntry = (id: string, date: string, events: NewsEvent[], more: Partial<News> = {}): Entry<News> => ({
  id,
  data: { title: `动态 ${id}`, column: 'members', date, events, disclosure: approved, ...more } as News,
});

export const branchEntry = (id: string, meetings: Meeting[] = [], more: Partial<BranchEntry['data']> = {}): BranchEntry => ({
  id,
  meetings,
  data: {
    shortName: id,
    kind: '党支部',
    setting: '村',
    founded: '1960-07-01',
    groups: 2,
    members: { formal: 20, probationary: 1, female: 5, under35: 3, migrant: 2, asOf: '2025-12-31' },
    committee: ['书记', '组织委员', '纪检委员'].map((role) => ({ role, name: '某某', since: '2021-01-01' })),
    disclosure: approved,
    ...more,
  } as BranchEntry['data'],
});

export const meeting = (on: string, kind: Meeting['kind']): Meeting => ({
  on,
  kind,
  topic: '议题',
  expected: 20,
  present: 18,
  chair: '书记',
});

export const cooperativeEntry = (id: string, more: object): Entry<Cooperative> => ({
  id,
  data: {
    shortName: id,
    kind: '合作社',
    registered: '2017-01-01',
    households: [],
    accounts: [],
    disclosure: approved,
    ...more,
  } as unknown as Cooperative,
});

export const reportEntry = (year: number, figures: Partial<Figure>[] = [], more: Partial<ReportEntry> = {}): ReportEntry => ({
  id: String(year),
  data: {
    year,
    date: `${String(year + 1)}-01-20`,
    period: { from: `${String(year)}-01-01`, until: `${String(year)}-12-31` },
    disclosure: approved,
    ...more.data,
  } as ReportEntry['data'],
  figures: figures.map(
    (figure) =>
      ({
        label: '数字',
        unit: '个',
        definition: '口径写在这里',
        asOf: `${String(year)}-12-31`,
        owner: '岗位',
        ...figure,
      }) as Figure,
  ),
  commitments: more.commitments ?? [],
});

export const contentOf = (parts: Partial<Content>): Content => ({
  site: { columns: [{ id: 'members', name: '党员队伍建设' }] } as unknown as Content['site'],
  standards: [],
  news: [],
  branches: [],
  cooperatives: [],
  reports: [],
  pages: [],
  ...parts,
});
