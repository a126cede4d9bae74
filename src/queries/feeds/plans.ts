import { paths } from '../addresses.ts';
import { formerPaths } from '../former-paths.ts';
import { standing } from '../shared.ts';
import type { Store } from '../store.ts';
import { correctionEntries } from './correction-entries.ts';
import { ledgerEntries } from './ledger-entries.ts';
import { newsEntries } from './news-entries.ts';
import type { FeedPlan } from './plan.ts';
import { reportEntries } from './report-entries.ts';

/** All feeds of the site, that of everything first. */
export async function feedPlans(content: Store): Promise<FeedPlan[]> {
  const { site } = content;
  const [news, reports] = await Promise.all([newsEntries(content), reportEntries(content)]);
  const used = new Set(standing(content.news).map(({ fields }) => fields.column));
  const everything: FeedPlan = {
    group: '整个网站',
    name: '全部动态和报告',
    description: site.description,
    page: paths.home,
    former: [],
    entries: [...news, ...reports],
  };
  const columns = site.columns
    .filter(({ id }) => used.has(id))
    .map(({ id, name, description }): FeedPlan => ({
      group: '按栏目',
      name,
      description,
      page: paths.column(id),
      former: [],
      entries: news.filter(({ source }) => source.fields.column === id),
    }));
  const branches = standing(content.branches).map(({ id, fields }): FeedPlan => ({
    group: '按党支部',
    name: fields.shortName,
    description: `与${fields.shortName}有关的动态。`,
    page: paths.branch(id),
    former: formerPaths('branches', fields).map((path) => `/${path}/`),
    entries: news.filter(({ source }) => source.fields.branches?.includes(id) === true),
  }));
  const records: FeedPlan[] = [
    {
      group: '报告、承诺和更正' as const,
      name: '年度报告',
      description: `${site.organizer}历年抓基层党建工作述职报告，全文。`,
      page: paths.reports,
      former: [],
      entries: reports,
    },
    {
      group: '报告、承诺和更正' as const,
      name: '承诺台账的变动',
      description: '每项承诺立账、办理、延期、销号的每一步，登记一步来一条。',
      page: paths.commitments,
      former: [],
      entries: ledgerEntries(content),
    },
  ].filter(({ entries }) => entries.length > 0);
  const corrections: FeedPlan = {
    group: '报告、承诺和更正',
    name: '更正和撤下',
    description: '公布以后更正、废止和撤下的内容。',
    page: paths.corrections,
    former: [],
    entries: correctionEntries(content),
  };
  return [everything, ...columns, ...records, corrections, ...branches];
}
