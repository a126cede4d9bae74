import { z } from 'astro/zod';
import { day, year } from './dates.ts';
import { disclosure, lifecycle } from './disclosure.ts';
import { evidence } from './evidence.ts';
import { attachment, count, fileBeside, idOf, mu, officePhone, photo, post, slug, text } from './fields.ts';
import { field } from './field.ts';

/** 党组织类型. */
export const BranchKind = z.enum({
  committee: '党委',
  general: '党总支',
  branch: '党支部',
  joint: '联合党支部',
  functional: '功能型党支部',
});
export type BranchKind = z.infer<typeof BranchKind>;

/** Where the branch stands decides the length of its term: village and community 5 years, others usually 3. */
export const BranchSetting = z.enum({ village: '村', community: '社区', organ: '机关', firm: '两新组织' });

/** 达标 / 未达标 / 未评; nothing counts as met by default. */
export const AssessmentState = z.enum({ met: '达标', unmet: '未达标', unrated: '未评' });

const members = () =>
  z
    .strictObject({
      formal: field(count(), '正式党员'),
      probationary: field(count(), '预备党员'),
      female: field(count(), '女党员'),
      under35: field(count(), '35岁以下党员'),
      migrant: field(count(), '流动党员'),
      asOf: field(day(), '截至日期'),
    })
    .superRefine(({ formal, probationary, ...others }, context) => {
      for (const part of ['female', 'under35', 'migrant'] as const) {
        if (others[part] > formal + probationary) {
          context.addIssue({
            code: 'custom',
            path: [part],
            message: `比党员总数 ${String(formal + probationary)} 还多 → 核对人数`,
          });
        }
      }
    });

const committeeMember = () =>
  z.strictObject({
    role: field(z.enum(['书记', '副书记', '组织委员', '宣传委员', '纪检委员', '统战委员', '青年委员']), '职务'),
    name: field(text(2, 12), '姓名'),
    since: field(day(), '任职日期'),
    left: field(day(), '离任日期', '离任后填写').optional(),
  });

const grid = () =>
  z.strictObject({
    id: field(slug(), '网格编号'),
    name: field(text(2, 20), '网格名称'),
    area: field(text(4, 60), '范围'),
    households: field(count(), '户数', '按十户取整'),
    leader: field(z.strictObject({ post: field(post(), '网格长岗位'), phone: field(officePhone(), '办公电话') }), '网格长'),
    report: field(z.array(text(2, 30)).min(1), '可以反映的事'),
  });

/** The state of one item of the year's standard at one branch. 达标 needs evidence and a date. */
const assessmentItem = () =>
  z.strictObject({
    item: field(slug(), '标准条目编号'),
    state: field(AssessmentState, '结果'),
    on: field(day(), '评定日期').optional(),
    by: field(post(), '评定岗位').optional(),
    evidence: field(z.array(evidence()).min(1), '佐证').optional(),
    note: field(text(4, 120), '说明', '未达标时写清差在哪里').optional(),
  });

const assessment = () =>
  z.strictObject({
    year: field(year(), '年度'),
    items: field(z.array(assessmentItem()).min(1), '逐项结果'),
  });

/** 积分制: rules and bands of the branch, never names. */
const points = () =>
  z.strictObject({
    year: field(year(), '年度'),
    rules: field(z.array(text(4, 80)).min(1), '积分办法'),
    bands: field(
      z
        .array(
          z.strictObject({
            name: field(text(2, 20), '分段'),
            range: field(text(2, 20), '分值'),
            members: field(count(), '人数'),
          }),
        )
        .min(2),
      '各分段人数',
    ),
  });

/** 党务公开目录: what the branch makes public, to whom, how often. */
const catalogueItem = () =>
  z.strictObject({
    item: field(text(4, 60), '公开事项'),
    scope: field(z.enum(['向社会', '党内', '特定']), '公开范围'),
    timing: field(z.enum(['长期', '定期', '即时']), '公开时限'),
    every: field(text(2, 20), '周期', undefined, '每季度').optional(),
  });

/** 支部: one entry of `content/branches/<slug>/index.mdx`, its meetings in `meetings.csv` beside it. */
export const branchSchema = z.strictObject({
  name: field(text(6, 40), '全称'),
  shortName: field(text(2, 16), '简称'),
  kind: field(BranchKind, '类型'),
  setting: field(BranchSetting, '所在单位'),
  superior: field(idOf('branches'), '上级党组织').optional(),
  villages: field(z.array(idOf('villages')).min(1), '所在村').optional(),
  summary: field(text(20, 120), '简介', '一两句话'),
  founded: field(day(), '成立日期'),
  term: field(z.strictObject({ from: field(day(), '本届起'), years: field(z.int().min(1).max(5), '任期（年）') }), '本届任期'),
  members: field(members(), '党员'),
  groups: field(count(), '党小组数'),
  committee: field(z.array(committeeMember()).min(1), '班子成员'),
  place: field(
    z.strictObject({
      name: field(text(2, 30), '活动场所'),
      address: field(text(4, 60), '地址', '写到村，不写门牌'),
      hours: field(text(4, 60), '开放时间'),
      phone: field(officePhone(), '办公电话'),
      area: field(z.number().min(1), '面积（平方米）').optional(),
    }),
    '活动场所',
  ),
  themeDay: field(z.int().min(1).max(28), '主题党日', '每月固定在几号', 5),
  systems: field(
    z.array(z.strictObject({ name: field(text(2, 30), '制度名称'), summary: field(text(4, 120), '主要内容') })).min(1),
    '制度',
  ).optional(),
  cover: field(photo(), '题图').optional(),
  photos: field(z.array(photo()).min(1).max(12), '组图').optional(),
  assessments: field(z.array(assessment()), '“五好”评定').optional(),
  honours: field(
    z
      .array(
        z.strictObject({
          title: field(text(4, 40), '称号'),
          issuer: field(text(2, 40), '授予单位'),
          number: field(text(4, 40), '文号').optional(),
          on: field(day(), '日期'),
          evidence: field(fileBeside(), '证明材料').optional(),
        }),
      )
      .min(1),
    '荣誉',
  ).optional(),
  grids: field(z.array(grid()).min(1), '网格').optional(),
  land: field(mu(), '耕地（亩）').optional(),
  points: field(points(), '积分制').optional(),
  catalogue: field(z.array(catalogueItem()).min(1), '党务公开目录').optional(),
  attachments: field(z.array(attachment()).min(1), '附件').optional(),
  reviewBy: field(day(), '下次核对日期', '到期提醒核对本页').optional(),
  updated: field(day(), '更新日期'),
  disclosure: field(disclosure(), '公开审批'),
  ...lifecycle(),
});

export type Branch = z.infer<typeof branchSchema>;
