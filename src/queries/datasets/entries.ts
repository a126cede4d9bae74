import { noticeState } from '../../derive/disclosure.ts';
import type { Row } from '../../derive/datasets/column.ts';
import { absolute, paths } from '../addresses.ts';
import { standing, villageNames } from '../shared.ts';
import type { Store } from '../store.ts';

type Rows = (content: Store) => Row[];

/** The id of an entry, when it stands: nothing points at what is not public. */
const known = (entries: { id: string; tombstone: boolean }[], id: string | undefined): string | undefined =>
  standing(entries).find((entry) => entry.id === id)?.id;

const allKnown = (entries: { id: string; tombstone: boolean }[], ids: readonly string[] = []): string[] | undefined => {
  const found = ids.filter((id) => known(entries, id) !== undefined);
  return found.length === 0 ? undefined : found;
};

const named = (names: string[]): string[] | undefined => (names.length === 0 ? undefined : names);

export const branchRows: Rows = (content) =>
  standing(content.branches).map(({ id, fields }) => ({
    id,
    name: fields.name,
    shortName: fields.shortName,
    kind: fields.kind,
    superior: known(content.branches, fields.superior),
    villages: named(villageNames(content, fields.villages)),
    summary: fields.summary,
    founded: fields.founded,
    termFrom: fields.term.from,
    termYears: fields.term.years,
    formal: fields.members.formal,
    probationary: fields.members.probationary,
    female: fields.members.female,
    under35: fields.members.under35,
    migrant: fields.members.migrant,
    membersAsOf: fields.members.asOf,
    groups: fields.groups,
    place: fields.place.name,
    address: fields.place.address,
    hours: fields.place.hours,
    phone: fields.place.phone,
    themeDay: fields.themeDay,
    updated: fields.updated,
    url: absolute(paths.branch(id)),
  }));

/** Meetings up to the day of the build, by branch and day. */
export const meetingRows: Rows = (content) =>
  standing(content.branches).flatMap(({ id, fields, meetings }) =>
    meetings
      .filter(({ on }) => on <= content.today)
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .map(({ on, kind, topic, expected, present, news }) => ({
        branch: id,
        branchName: fields.shortName,
        on,
        kind,
        topic,
        expected,
        present,
        news: known(content.news, news),
        url: `${absolute(paths.records(id))}#m-${on}`,
      })),
  );

export const cooperativeRows: Rows = (content) =>
  standing(content.cooperatives).map(({ id, fields }) => ({
    id,
    name: fields.name,
    kind: fields.kind,
    industry: content.site.industries.find((industry) => industry.id === fields.industry)?.name ?? fields.industry,
    creditCode: fields.creditCode,
    registered: fields.registered,
    summary: fields.summary,
    branch: known(content.branches, fields.branch),
    branchRole: fields.branchRole,
    model: fields.model,
    villages: villageNames(content, fields.villages),
    products: fields.products.map(({ name }) => name),
    members: fields.members.total,
    farmers: fields.members.farmers,
    membersAsOf: fields.members.asOf,
    land: fields.land?.area,
    landAsOf: fields.land?.asOf,
    updated: fields.updated,
    url: absolute(paths.cooperative(id)),
  }));

/** Accounts and 带动农户 of each year, the newest first. */
export const cooperativeYearRows: Rows = (content) =>
  standing(content.cooperatives).flatMap(({ id, fields: { name, accounts, households } }) => {
    const years = [...new Set([...accounts, ...households].map(({ year }) => year))].sort((a, b) => b - a);
    return years.map((year) => {
      const money = accounts.find((each) => each.year === year);
      const count = households.find((each) => each.year === year);
      return {
        cooperative: id,
        name,
        year,
        revenue: money?.revenue,
        surplus: money?.surplus,
        returned: money?.returned,
        collectiveIncome: money?.collectiveIncome,
        source: money?.source,
        households: count?.value,
        householdsAsOf: count?.asOf,
        method: count?.method,
        url: absolute(paths.cooperative(id)),
      };
    });
  });

/** News, the newest first; a 公示 that is over keeps what its page keeps. */
export const newsRows: Rows = (content) =>
  standing(content.news).map(({ id, fields }) => {
    const ended = fields.notice !== undefined && noticeState(fields.notice, content.today) === '已结束';
    return {
      id,
      title: fields.title,
      column: content.site.columns.find(({ id: column }) => column === fields.column)?.name ?? fields.column,
      date: fields.date,
      source: fields.source,
      author: fields.author,
      summary: ended ? undefined : fields.summary,
      branches: allKnown(content.branches, fields.branches),
      villages: named(villageNames(content, fields.villages)),
      cooperatives: allKnown(content.cooperatives, fields.cooperatives),
      noticeKind: fields.notice?.kind,
      noticeFrom: fields.notice?.from,
      noticeUntil: fields.notice?.until,
      documentNumber: fields.document?.number,
      documentIssuer: fields.document?.issuer,
      repealedOn: fields.document?.repealed?.on,
      url: absolute(paths.newsEntry(id)),
    };
  });
