import { noticeState } from '../derive/disclosure.ts';
import { chineseDay } from '../lib/dates.ts';
import { monthRanges } from '../lib/month-ranges.ts';
import type { News } from '../schemas/news.ts';
import { absolute, href, paths } from './addresses.ts';
import { calendarPlans } from './calendars/documents.ts';
import { standingReports } from './commitments.ts';
import { feedPlans } from './feeds/plans.ts';
import { frame, head } from './frame.ts';
import { standing, staticPath } from './shared.ts';
import { store, type Public, type Store } from './store.ts';
import type { PosterView, StaticPath } from './views/page.ts';

type Sheet = Pick<PosterView, 'kind' | 'title' | 'summary' | 'facts' | 'validUntil'> & { path: string; section: string };

/** The address of every page that has a QR code, to draw it as `/qr/….svg`. */
export async function qrPaths(): Promise<{ params: { path: string }; props: { url: string } }[]> {
  const content = await store();
  const pages = [
    ...standing(content.news).map(({ id }) => paths.newsEntry(id)),
    ...standing(content.branches).map(({ id }) => paths.branch(id)),
    ...standing(content.cooperatives).map(({ id }) => paths.cooperative(id)),
    ...standingReports(content).map(({ id }) => paths.report(id)),
  ];
  const feeds = (await feedPlans(content)).map(({ page }) => `${paths.feed(page)}.xml`);
  const calendars = calendarPlans(content).map(({ page }) => paths.calendar(page));
  return [...pages, paths.subscribe, ...feeds, ...calendars].map((path) => ({
    params: { path: path.slice(1).replace(/\/$/, '') },
    props: { url: absolute(path) },
  }));
}

/** The sheet of every branch, co-op and report, and of each 公示 that is not over. */
export async function posterPaths(): Promise<StaticPath<PosterView, { path: string }>[]> {
  const content = await store();
  const sheets = [...notices(content), ...branches(content), ...cooperatives(content), ...reports(content)];
  return Promise.all(
    sheets.map(async ({ path, section, ...sheet }) =>
      staticPath(
        { path: path.slice(1, -1) },
        {
          ...sheet,
          frame: await frame(section),
          head: await head({
            title: `${sheet.title}（张贴版）`,
            description: `${sheet.title}：一页纸，可以打印后贴在公开栏上。`,
            path: paths.poster(path),
            trail: [{ href: href(path), text: sheet.title }],
          }),
          qr: href(paths.qr(path)),
          url: absolute(path),
          back: href(path),
        },
      ),
    ),
  );
}

function notices(content: Store): Sheet[] {
  return standing(content.news).flatMap(({ id, fields }: Public<News>) => {
    const { notice } = fields;
    if (notice === undefined || noticeState(notice, content.today) === '已结束') return [];
    return [
      {
        path: paths.newsEntry(id),
        section: paths.news(),
        kind: '公示',
        title: fields.title,
        // The text of a notice names persons; paper cannot be taken down.
        summary: undefined,
        facts: [
          { label: '公示期', value: `${chineseDay(notice.from)}至${chineseDay(notice.until)}` },
          { label: '公示单位', value: notice.by },
          { label: '意见电话', value: notice.phone },
        ],
        validUntil: notice.until,
      },
    ];
  });
}

function branches(content: Store): Sheet[] {
  return standing(content.branches).map(({ id, fields }) => ({
    path: paths.branch(id),
    section: paths.branches,
    kind: fields.kind,
    title: fields.shortName,
    summary: '会议记录、“五好”评定、有事找哪个网格，扫码都能看到。',
    facts: [
      { label: '在哪里', value: `${fields.place.name}，${fields.place.address}` },
      { label: '开放时间', value: fields.place.hours },
      { label: '电话', value: fields.place.phone },
      { label: '主题党日', value: `每月${fields.themeDay}日` },
    ],
    validUntil: undefined,
  }));
}

function cooperatives(content: Store): Sheet[] {
  return standing(content.cooperatives).map(({ id, fields }) => ({
    path: paths.cooperative(id),
    section: paths.cooperatives,
    kind: fields.kind,
    title: fields.name,
    summary: '账目、分配、带动了多少户，扫码都能看到。',
    facts: [
      ...fields.products.slice(0, 4).map(({ name, season }) => ({ label: name, value: monthRanges(season) })),
      ...fields.outlets.slice(0, 2).map(({ name, phone, address }) => ({
        label: '哪里买',
        value: [name, address, phone].filter((part) => part !== undefined).join('，'),
      })),
    ],
    validUntil: undefined,
  }));
}

function reports(content: Store): Sheet[] {
  return standingReports(content).map(({ id, fields, commitments }) => ({
    path: paths.report(id),
    section: paths.reports,
    kind: '年度报告',
    title: fields.title,
    summary: '报告里的每个数字都有出处，每项承诺都写了期限，扫码可以查。',
    facts: [
      { label: '公开日期', value: chineseDay(fields.date) },
      { label: '承诺', value: `${commitments.length}项` },
      { label: '来源', value: fields.source },
    ],
    validUntil: undefined,
  }));
}
