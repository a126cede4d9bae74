import { chineseDay } from '../lib/dates.ts';
import { monthRanges } from '../lib/month-ranges.ts';
import { CooperativeKind, type Cooperative } from '../schemas/cooperative.ts';
import { localBusiness } from '../outputs/structured-data.ts';
import { absolute, href, paths } from './addresses.ts';
import { frame, head } from './frame.ts';
import { entryPath } from './gone.ts';
import { historyView } from './page-history.ts';
import {
  bodyView,
  formatNumber,
  formatShare,
  newsCards,
  cover,
  picture,
  shareView,
  standing,
  staticPath,
  villageNames,
} from './shared.ts';
import { store, type Public, type Store } from './store.ts';
import { villageLinks } from './villages.ts';
import type { CooperativeCardView, CooperativeListView, CooperativeView } from './views/cooperative.ts';
import type { Filter, StaticPath, GoneView } from './views/page.ts';

type Entry = Public<Cooperative>;

const industryName = (content: Store, id: string): string =>
  content.site.industries.find((industry) => industry.id === id)?.name ?? id;

/** A row of the directory. */
export function cooperativeCard(content: Store, entry: Entry): CooperativeCardView {
  const { id, fields } = entry;
  const last = [...fields.households].sort((a, b) => b.year - a.year)[0];
  return {
    href: href(paths.cooperative(id)),
    name: fields.name,
    kind: fields.kind,
    industry: industryName(content, fields.industry),
    villages: villageNames(content, fields.villages),
    products: fields.products.map(({ name }) => name),
    summary: fields.summary,
    cover: cover(entry),
    households: last && { year: last.year, value: last.value },
  };
}

const kinds = Object.entries(CooperativeKind.enum);

interface Narrowed {
  path: string;
  title: string;
  description: string;
  keep?: (entry: Entry) => boolean;
}

function filters(content: Store, current: string): Filter[] {
  const entries = standing(content.cooperatives);
  const link = (path: string, text: string): Filter['links'][number] => ({ href: href(path), text, current: path === current });
  return [
    {
      title: '按产业',
      links: [
        link(paths.cooperatives, '全部'),
        ...content.site.industries
          .filter(({ id }) => entries.some(({ fields }) => fields.industry === id))
          .map(({ id, name }) => link(paths.cooperativeIndustry(id), name)),
      ],
    },
    {
      title: '按类型',
      links: kinds
        .filter(([, kind]) => entries.some(({ fields }) => fields.kind === kind))
        .map(([slug, kind]) => link(paths.cooperativeKind(slug), kind)),
    },
    { title: '按村', links: villageLinks(content).map((village) => ({ ...village, current: false })) },
  ].filter(({ links }) => links.length > 0);
}

/** A directory page, by industry in the order of `site.yaml`. */
async function directory(
  content: Store,
  { path, title, description, keep = () => true }: Narrowed,
): Promise<CooperativeListView> {
  const entries = standing(content.cooperatives).filter(keep);
  const groups = content.site.industries.map(({ id, name }) => ({
    industry: name,
    items: entries.filter(({ fields }) => fields.industry === id).map((entry) => cooperativeCard(content, entry)),
  }));
  return {
    frame: await frame(paths.cooperatives),
    head: await head({
      title,
      description,
      path,
      trail: path === paths.cooperatives ? [] : [{ href: href(paths.cooperatives), text: '产业' }],
    }),
    groups: groups.filter(({ items }) => items.length > 0),
    filters: filters(content, path),
  };
}

/** The directory of co-ops and farms. */
export async function cooperativeList(): Promise<CooperativeListView> {
  const content = await store();
  return directory(content, {
    path: paths.cooperatives,
    title: '产业',
    description: `${content.site.township}的合作社、家庭农场和企业：种什么、谁带头、带动多少农户、到哪里买。`,
  });
}

/** The directory narrowed down to a kind of business. */
export async function cooperativeKindPaths(): Promise<StaticPath<CooperativeListView, { kind: string }>[]> {
  const content = await store();
  return Promise.all(
    kinds
      .filter(([, kind]) => standing(content.cooperatives).some(({ fields }) => fields.kind === kind))
      .map(async ([slug, kind]) =>
        staticPath(
          { kind: slug },
          await directory(content, {
            path: paths.cooperativeKind(slug),
            title: `产业：${kind}`,
            description: `${content.site.township}的${kind}：种什么、谁带头、带动多少农户、到哪里买。`,
            keep: ({ fields }) => fields.kind === kind,
          }),
        ),
      ),
  );
}

/** The directory narrowed down to an industry. */
export async function cooperativeIndustryPaths(): Promise<StaticPath<CooperativeListView, { industry: string }>[]> {
  const content = await store();
  return Promise.all(
    content.site.industries
      .filter(({ id }) => standing(content.cooperatives).some(({ fields }) => fields.industry === id))
      .map(async ({ id, name }) =>
        staticPath(
          { industry: id },
          await directory(content, {
            path: paths.cooperativeIndustry(id),
            title: `产业：${name}`,
            description: `${content.site.township}做${name}的合作社、家庭农场和企业：谁带头、带动多少农户、到哪里买。`,
            keep: ({ fields }) => fields.industry === id,
          }),
        ),
      ),
  );
}

/** Every co-op and farm with its page. */
export async function cooperativePaths(): Promise<StaticPath<CooperativeView | GoneView, { cooperative: string }>[]> {
  const content = await store();
  return Promise.all(
    content.cooperatives.map((entry) =>
      entryPath(entry, { cooperative: entry.id }, { path: paths.cooperative(entry.id), section: paths.cooperatives }, () =>
        cooperativeView(content, entry),
      ),
    ),
  );
}

async function cooperativeView(content: Store, entry: Entry): Promise<CooperativeView> {
  const { fields, id } = entry;
  const branch = standing(content.branches).find((found) => found.id === fields.branch);
  return {
    frame: await frame(paths.cooperatives),
    head: await head({
      title: fields.name,
      description: fields.summary,
      path: paths.cooperative(id),
      trail: [{ href: href(paths.cooperatives), text: '产业' }],
      image: cover(entry)?.image,
      data: [
        localBusiness({
          name: fields.name,
          description: fields.summary,
          url: absolute(paths.cooperative(id)),
          outlets: fields.outlets,
        }),
      ],
    }),
    name: fields.name,
    summary: fields.summary,
    cover: cover(entry),
    photos: (fields.photos ?? []).map((photo) => picture(entry, photo)),
    body: bodyView(content, entry),
    branch: branch
      ? { href: href(paths.branch(branch.id)), text: branch.fields.shortName }
      : { href: href(paths.branches), text: '党支部' },
    facts: facts(content, fields),
    products: fields.products.map(({ name, season, unit, certificate }) => ({
      name,
      season: monthRanges(season),
      months: season,
      unit,
      certificate: certificate && { text: `${certificate.type}，${certificate.number}`, validUntil: certificate.validUntil },
    })),
    households: [...fields.households].sort((a, b) => b.year - a.year),
    accounts: [...fields.accounts]
      .sort((a, b) => b.year - a.year)
      .map(({ year, revenue, surplus, returned, collectiveIncome, source }) => ({
        year,
        revenue,
        surplus,
        returned,
        collectiveIncome,
        source,
      })),
    distribution: distributions(fields),
    shares: sharesView(fields),
    outlets: fields.outlets.map(({ channel, name, address, phone, hours }) => ({ channel, name, address, phone, hours })),
    difficulties: fields.difficulties ?? [],
    news: newsCards(content, ({ cooperatives }) => cooperatives?.includes(id) === true, 6),
    updated: fields.updated,
    history: historyView(content, entry),
    share: shareView(paths.cooperative(id)),
  };
}

function facts(content: Store, fields: Cooperative): CooperativeView['facts'] {
  const { members, land } = fields;
  return [
    { label: '类型', value: fields.kind },
    { label: '产业', value: industryName(content, fields.industry) },
    { label: '所在村', value: villageNames(content, fields.villages).join('、') },
    { label: '支部作用', value: fields.branchRole },
    { label: '模式', value: fields.model },
    { label: '登记', value: chineseDay(fields.registered), time: fields.registered },
    ...(fields.creditCode === undefined ? [] : [{ label: '统一社会信用代码', value: fields.creditCode }]),
    { label: '成员', value: `${members.total}名，其中农民成员${members.farmers}名（截至${chineseDay(members.asOf)}）` },
    ...(land === undefined ? [] : [{ label: '经营面积', value: `${formatNumber(land.area)}亩（截至${chineseDay(land.asOf)}）` }]),
  ];
}

function distributions(fields: Cooperative): CooperativeView['distribution'] {
  return [...fields.accounts]
    .sort((a, b) => b.year - a.year)
    .flatMap(({ year, surplus, distribution }) =>
      distribution === undefined || surplus === 0
        ? []
        : [
            {
              year,
              total: surplus,
              rows: distribution.map(({ to, amount }) => ({ to, amount, share: formatShare(amount, surplus) })),
            },
          ],
    );
}

function sharesView({ shares }: Cooperative): CooperativeView['shares'] {
  if (shares === undefined) return undefined;
  const { unit, total, asOf, holders } = shares;
  return {
    unit,
    total,
    asOf,
    rows: holders.map(({ holder, kind, amount }) => ({ holder, kind, amount, share: formatShare(amount, total) })),
  };
}
