import { z } from 'astro/zod';
import { day, year } from './dates.ts';
import { disclosure, lifecycle } from './disclosure.ts';
import { evidence } from './evidence.ts';
import { attachment, audio, photo, slug, text } from './fields.ts';
import { field } from './field.ts';
import { answerSchema } from './commitment.ts';

/** Parts of a report. 上年度问题整改 is mandatory. */
export const ReportPart = z.enum({
  background: '背景与任务',
  performance: '履职成效',
  lastYear: '上年度问题整改',
  problems: '存在问题及原因',
  plans: '下步打算',
  methods: '专业方法',
  cooperation: '外部合作',
  lessons: '教训与改进措施',
});
export type ReportPart = z.infer<typeof ReportPart>;

/** 年度述职报告: `content/reports/<yyyy>/index.mdx`, with `figures.yaml` and `commitments.yaml` beside it. */
export const reportSchema = z
  .strictObject({
    title: field(text(6, 60), '标题'),
    year: field(year(), '年度'),
    date: field(day(), '发布日期'),
    period: field(z.strictObject({ from: field(day(), '起'), until: field(day(), '止') }), '报告期'),
    source: field(text(2, 40), '来源'),
    author: field(text(2, 30), '起草', '写单位或岗位'),
    reviewer: field(text(2, 30), '审核', '写岗位'),
    summary: field(text(20, 160), '摘要'),
    parts: field(
      z
        .array(
          z.strictObject({
            kind: field(ReportPart, '部分'),
            heading: field(text(2, 30), '正文里的二级标题', '与正文“## ”后面的字一致'),
          }),
        )
        .min(2),
      '报告结构',
      '必须有“上年度问题整改”',
    ),
    grade: field(z.enum(['好', '较好', '一般', '差']), '上级评议等次').optional(),
    answers: field(z.array(answerSchema), '上年承诺答复', '上一年年底未销号的承诺，逐条答复').optional(),
    claims: field(
      z
        .array(
          z.strictObject({
            id: field(slug(), '编号'),
            text: field(text(6, 160), '说法', '与正文一致'),
            evidence: field(z.array(evidence()).min(1), '佐证').optional(),
          }),
        )
        .min(1),
      '主要说法',
      '报告里的重要说法，逐条列佐证',
    ).optional(),
    cover: field(photo(), '题图').optional(),
    attachments: field(z.array(attachment()).min(1), '附件').optional(),
    audio: field(audio(), '录音').optional(),
    disclosure: field(disclosure(), '公开审批'),
    ...lifecycle(),
  })
  .refine(({ parts }) => parts.some(({ kind }) => kind === '上年度问题整改'), {
    error: '报告缺少“上年度问题整改”部分 → 在 parts 里补上，并在正文里写这一部分',
    path: ['parts'],
  });

export type Report = z.infer<typeof reportSchema>;
