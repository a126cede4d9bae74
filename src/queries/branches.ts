import { attachmentPath } from '../lib/attachment-path.ts';
import { chineseDay } from '../lib/dates.ts';
import { BranchKind, type Branch } from '../schemas/branch.ts';
import { href, paths } from './addresses.ts';
import { frame, head } from './frame.ts';
import { entryPath } from './gone.ts';
import { historyView } from './page-history.ts';
import { assessmentViews, meetingRows, newestMatrix, recordBranches } from './records.ts';
import { bodyView, newsCards, cover, shareView, standing, staticPath, villageNames } from './shared.ts';
import { store, type Public, type Store } from './store.ts';
import { villageLinks } from './villages.ts';
import type { BranchCardView, BranchListView, BranchView } from './views/branch.ts';
import type { Filter, Link, StaticPath, GoneView } from './views/page.ts';

type BranchEntry = Store['branches'][number];

export const branchCard = (content: Store, entry: Public<Branch>): BranchCardView => ({
  href: href(paths.branch(entry.id)),
  name: entry.fields.shortName,
  kind: entry.fields.kind,
  villages: villageNames(content, entry.fields.villages),
  members: entry.fields.members.formal + entry.fields.members.probationary,
  summary: entry.fields.summary,
  cover: cover(entry),
});

const kinds = Object.entries(BranchKind.enum);
const isCommittee = ({ fields }: BranchEntry): boolean => fields.kind === '党委';

function filters(content: Store, current?: string): Filter[] {
  const used = new Set(
    standing(content.branches)
      .filter((entry) => !isCommittee(entry))
      .map(({ fields }) => fields.kind),
  );
  const shown = kinds.filter(([, name]) => used.has(name));
  return [
    {
      title: '按类型',
      links: [
        { href: href(paths.branches), text: '全部', current: current === undefined },
        ...shown.map(([slug, name]) => ({ href: href(paths.branchKind(slug)), text: name, current: name === current })),
      ],
    },
    { title: '按村', links: villageLinks(content).map((link) => ({ ...link, current: false })) },
  ].filter(({ links }) => links.length > 0);
}

/** The directory of branches; the committee above them stands apart and is not counted as one. */
export async function branchList(): Promise<BranchListView> {
  const content = await store();
  const entries = standing(content.branches);
  const committee = entries.find(isCommittee);
  const branches = entries.filter((entry) => entry !== committee);
  return {
    frame: await frame(paths.branches),
    head: await head({
      title: '党支部',
      description: `${content.site.township}${branches.length}个党支部的班子、活动场所、三会一课记录和“五好”评定结果。`,
      path: paths.branches,
    }),
    committee: committee && branchCard(content, committee),
    branches: branches.map((entry) => branchCard(content, entry)),
    filters: filters(content),
  };
}

/** The directory narrowed down to a kind of branch. */
export async function branchKindPaths(): Promise<StaticPath<BranchListView, { kind: string }>[]> {
  const content = await store();
  const found = kinds.flatMap(([slug, kind]) => {
    const entries = standing(content.branches).filter((entry) => entry.fields.kind === kind && !isCommittee(entry));
    return entries.length === 0 ? [] : [{ slug, kind, entries }];
  });
  return Promise.all(
    found.map(async ({ slug, kind, entries }) =>
      staticPath(
        { kind: slug },
        {
          frame: await frame(paths.branches),
          head: await head({
            title: `党支部：${kind}`,
            description: `${content.site.township}的${kind}，共${entries.length}个。`,
            path: paths.branchKind(slug),
            trail: [{ href: href(paths.branches), text: '党支部' }],
          }),
          committee: undefined,
          branches: entries.map((entry) => branchCard(content, entry)),
          filters: filters(content, kind),
        },
      ),
    ),
  );
}

/** Every branch with its page. */
export async function branchPaths(): Promise<StaticPath<BranchView | GoneView, { branch: string }>[]> {
  const content = await store();
  return Promise.all(
    content.branches.map((entry) =>
      entryPath(entry, { branch: entry.id }, { path: paths.branch(entry.id), section: paths.branches }, () =>
        branchView(content, entry),
      ),
    ),
  );
}

async function branchView(content: Store, entry: BranchEntry): Promise<BranchView> {
  const { fields, id } = entry;
  return {
    frame: await frame(paths.branches),
    head: await head({
      title: fields.shortName,
      description: fields.summary,
      path: paths.branch(id),
      trail: [{ href: href(paths.branches), text: '党支部' }],
      image: cover(entry)?.image,
      feed: paths.feed(paths.branch(id)),
    }),
    name: fields.shortName,
    summary: fields.summary,
    cover: cover(entry),
    body: bodyView(content, entry),
    facts: facts(content, fields),
    committee: fields.committee
      .filter(({ left }) => left === undefined || left > content.today)
      .map(({ role, name, since }) => ({ role, name, since })),
    place: { ...placeOf(fields), calendar: href(paths.calendar(paths.branch(id))) },
    systems: fields.systems ?? [],
    meetings: meetingsOf(content, entry),
    records: recordBranches(content).includes(entry) ? href(paths.records(id)) : undefined,
    assessments: assessmentViews(content, entry).slice(0, 1),
    honours: (fields.honours ?? []).map(({ title, issuer, number, on, evidence }) => ({
      title,
      text: number === undefined ? issuer : `${issuer}，${number}`,
      on,
      evidence: evidence === undefined ? undefined : { href: href(attachmentPath(entry.folder, evidence)), text: title },
    })),
    grids: (fields.grids ?? []).map(({ name, area, households, leader, report }) => ({
      name,
      area,
      households,
      leader: leader.post,
      phone: leader.phone,
      report,
    })),
    points: fields.points,
    catalogue: (fields.catalogue ?? []).map(({ item, scope, timing, every }) => ({
      item,
      scope,
      timing: every === undefined ? timing : `${timing}，${every}`,
    })),
    industries: standing(content.cooperatives)
      .filter((cooperative) => cooperative.fields.branch === id)
      .map((cooperative) => ({ href: href(paths.cooperative(cooperative.id)), text: cooperative.fields.name })),
    news: newsCards(content, ({ branches }) => branches?.includes(id) === true, 4),
    updated: fields.updated,
    superior: superior(content, fields.superior),
    history: historyView(content, entry),
    share: shareView(paths.branch(id)),
  };
}

const placeOf = ({ place: { name, address, hours, phone }, themeDay }: Branch): Omit<BranchView['place'], 'calendar'> => ({
  name,
  address,
  hours,
  phone,
  themeDay,
});

function facts(content: Store, fields: Branch): BranchView['facts'] {
  const { members, term } = fields;
  const villages = villageNames(content, fields.villages);
  return [
    { label: '全称', value: fields.name },
    { label: '类型', value: fields.kind },
    ...(villages.length > 0 ? [{ label: '所在村', value: villages.join('、') }] : []),
    { label: '成立', value: chineseDay(fields.founded), time: fields.founded },
    { label: '本届任期', value: `${chineseDay(term.from)}起，${term.years}年`, time: term.from },
    { label: '党员', value: `正式党员${members.formal}名，预备党员${members.probationary}名（截至${chineseDay(members.asOf)}）` },
    { label: '其中', value: `女党员${members.female}名，35岁以下${members.under35}名，流动党员${members.migrant}名` },
    ...(fields.groups > 0 ? [{ label: '党小组', value: `${fields.groups}个` }] : []),
  ];
}

function meetingsOf(content: Store, entry: BranchEntry): BranchView['meetings'] {
  const matrix = newestMatrix(content, entry);
  return matrix && { matrix, recent: meetingRows(content, entry).slice(0, 4) };
}

function superior(content: Store, id: string | undefined): Link | undefined {
  const found = standing(content.branches).find((entry) => entry.id === id);
  return found && { href: href(paths.branch(found.id)), text: found.fields.shortName };
}
