import { z } from 'astro/zod';
import { day, moment } from './dates.ts';
import { disclosure, lifecycle, notice } from './disclosure.ts';
import { evidence } from './evidence.ts';
import { attachment, audio, count, idOf, photo, text } from './fields.ts';
import { field } from './field.ts';

const on = () => field(day(), '日期');
const sessions = () => field(z.int().min(1), '场次');
const participants = () => field(count(), '参加人次');
const branches = () => field(z.array(idOf('branches')).min(1), '涉及支部');

/** What happened, in countable form: the measures add these up. One entry may hold several events. */
export const newsEvent = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('教育培训'),
      on: on(),
      topic: field(text(2, 40), '主题'),
      sessions: sessions(),
      participants: participants(),
      branches: branches().optional(),
    }),
    z.strictObject({
      kind: z.literal('主题党日'),
      on: on(),
      topic: field(text(2, 40), '主题'),
      participants: participants(),
      branches: branches(),
    }),
    z.strictObject({
      kind: z.literal('廉政教育'),
      on: on(),
      form: field(z.enum(['廉政党课', '警示教育', '家风活动', '任前谈话']), '形式'),
      sessions: sessions(),
      participants: participants(),
      branches: branches().optional(),
    }),
    z.strictObject({
      kind: z.literal('案件通报'),
      on: on(),
      cases: field(z.int().min(1), '通报起数', '只写起数，正文不写姓名'),
    }),
    z
      .strictObject({
        kind: z.literal('矛盾调解'),
        on: on(),
        received: field(count(), '受理件数'),
        settled: field(count(), '调解成功件数'),
        branches: branches().optional(),
      })
      .refine(({ received, settled }) => settled <= received, {
        error: '调解成功的比受理的还多 → 核对两个数',
        path: ['settled'],
      }),
    z.strictObject({
      kind: z.literal('网格走访'),
      on: on(),
      households: field(count(), '走访户数'),
      found: field(count(), '发现问题件数'),
      solved: field(count(), '办结件数'),
      branches: branches().optional(),
    }),
    z.strictObject({
      kind: z.literal('交流'),
      on: on(),
      direction: field(z.enum(['来访', '外出']), '方向'),
      partner: field(text(2, 40), '对方单位'),
      participants: participants(),
    }),
    z.strictObject({
      kind: z.literal('产业活动'),
      on: on(),
      topic: field(text(2, 40), '事项'),
      cooperatives: field(z.array(idOf('cooperatives')).min(1), '涉及合作社'),
      participants: participants().optional(),
    }),
  ]);

export type NewsEvent = z.infer<ReturnType<typeof newsEvent>>;

const decisionStep = () =>
  z
    .strictObject({
      on: on(),
      expected: field(count(), '应到'),
      present: field(count(), '实到'),
      agreed: field(count(), '同意').optional(),
    })
    .refine(({ expected, present }) => present <= expected, { error: '实到人数比应到还多 → 核对两个数', path: ['present'] });

/** 四议两公开: 提议, 商议, 审议, 决议; the decision and its carrying-out are both published. */
const decision = () =>
  z.strictObject({
    matter: field(text(4, 60), '议决事项'),
    proposed: field(decisionStep(), '村党组织提议'),
    discussed: field(decisionStep(), '村“两委”会议商议'),
    reviewed: field(decisionStep(), '党员大会审议'),
    resolved: field(decisionStep(), '村民会议或村民代表会议决议'),
    carriedOut: field(z.strictObject({ on: on(), result: field(text(4, 120), '实施结果') }), '实施结果公开').optional(),
  });

/** An official document published as news; a superseded one stays readable under 废止. */
const officialDocument = () =>
  z.strictObject({
    number: field(text(4, 40), '文号', undefined, '青党发〔2025〕8号'),
    issuer: field(text(2, 40), '发文机关'),
    repealed: field(
      z.strictObject({ on: field(day(), '废止日期'), successor: field(idOf('news'), '替代文件').optional() }),
      '废止',
      '文件失效时填写，页面会显示废止标记',
    ).optional(),
  });

/** 动态: one entry of `content/news/<yyyy>/<mmdd-slug>/index.mdx`. */
export const newsSchema = z.strictObject({
  title: field(text(6, 60), '标题', '写清谁做了什么，不用“简讯”“喜报”开头'),
  column: field(idOf('columns'), '栏目', 'site.yaml 里的栏目编号', 'revitalization'),
  date: field(moment(), '发布时间', '年-月-日 时:分', '2026-03-05 09:30'),
  source: field(text(2, 40), '来源', '供稿单位'),
  author: field(text(2, 30), '撰稿', '写单位或岗位').optional(),
  reviewer: field(text(2, 30), '审核', '写岗位'),
  summary: field(text(20, 120), '摘要', '一两句话说清楚，显示在列表、分享卡片和订阅里'),
  keywords: field(z.array(text(2, 12)).min(1).max(8), '关键词').optional(),
  cover: field(photo(), '题图').optional(),
  photos: field(z.array(photo()).min(1).max(12), '组图').optional(),
  branches: field(z.array(idOf('branches')).min(1), '相关支部').optional(),
  villages: field(z.array(idOf('villages')).min(1), '相关村').optional(),
  cooperatives: field(z.array(idOf('cooperatives')).min(1), '相关合作社').optional(),
  events: field(z.array(newsEvent()).min(1), '可统计的事', '培训、党日、调解等，写在这里才会计入数字').optional(),
  notice: field(notice(), '公示').optional(),
  decision: field(decision(), '四议两公开').optional(),
  document: field(officialDocument(), '文件').optional(),
  attachments: field(z.array(attachment()).min(1), '附件').optional(),
  audio: field(audio(), '录音').optional(),
  evidence: field(z.array(evidence()).min(1), '佐证').optional(),
  disclosure: field(disclosure(), '公开审批'),
  ...lifecycle(),
});

export type News = z.infer<typeof newsSchema>;
