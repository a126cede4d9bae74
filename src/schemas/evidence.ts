import { z } from 'astro/zod';
import { day } from './dates.ts';
import { fileBeside, idOf, text } from './fields.ts';
import { field } from './field.ts';
import { MeetingKind } from './meeting.ts';

/** One piece of evidence (佐证): where a reader can see for himself. */
export const evidence = () =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('报道'),
      news: field(idOf('news'), '报道编号', '动态文件夹的路径', '2025/0318-chun-cha'),
    }),
    z.strictObject({
      kind: z.literal('会议'),
      branch: field(idOf('branches'), '支部编号'),
      on: field(day(), '会议日期'),
      meeting: field(MeetingKind, '会议类型'),
    }),
    z.strictObject({
      kind: z.literal('文件'),
      title: field(text(2, 80), '文件名称'),
      number: field(text(4, 40), '文号', undefined, '青党发〔2025〕8号').optional(),
      on: field(day(), '成文日期'),
      file: field(fileBeside(), '文件').optional(),
    }),
    z.strictObject({
      kind: z.literal('图片'),
      file: field(fileBeside(), '图片文件'),
      alt: field(text(4, 80), '替代文字'),
    }),
    z.strictObject({
      kind: z.literal('产业'),
      cooperative: field(idOf('cooperatives'), '合作社编号'),
    }),
    z.strictObject({
      kind: z.literal('数字'),
      report: field(idOf('reports'), '报告年份', undefined, '2025'),
      figure: field(text(2, 40), '数字编号'),
    }),
  ]);

export type Evidence = z.infer<ReturnType<typeof evidence>>;
