import { z } from 'astro/zod';
import { day } from './dates.ts';
import { idOf, post, text } from './fields.ts';
import { field } from './field.ts';

/** 组织生活: the meetings of 三会一课 with 主题党日, 组织生活会 and 民主评议党员. Basis: 《中国共产党支部工作条例（试行）》. */
export const MeetingKind = z.enum({
  assembly: '党员大会',
  committee: '支委会',
  group: '党小组会',
  lecture: '党课',
  themeDay: '主题党日',
  orgLife: '组织生活会',
  appraisal: '民主评议党员',
});
export type MeetingKind = z.infer<typeof MeetingKind>;

const number = () =>
  z
    .string()
    .regex(/^\d+$/, { error: ({ input }) => cellMessage(String(input)), abort: true })
    .transform(Number);

function cellMessage(written: string): string {
  const [, digits] = /^(\d+)\s*人?$/.exec(written.normalize('NFKC').trim()) ?? [];
  return `这一格只写阿拉伯数字，不带单位，不用全角 → ${digits === undefined ? '例如 23' : `写成 ${digits}`}`;
}

/** One row of `meetings.csv`. The column headings are the Chinese titles. Empty cells are left out. */
export const meetingSchema = z
  .strictObject({
    on: field(day(), '日期', undefined, '2025-03-05'),
    kind: field(MeetingKind, '类型'),
    topic: field(text(2, 60), '议题'),
    expected: field(number(), '应到', '应当参加的人数'),
    present: field(number(), '实到', '实际参加的人数'),
    chair: field(post(), '主持', '写职务，不写姓名'),
    lecturer: field(post(), '主讲', '党课的主讲人职务；镇党委书记讲课写“镇党委书记”').optional(),
    group: field(text(2, 20), '党小组', '党小组会写是哪一组').optional(),
    news: field(idOf('news'), '对应报道', '有报道的写报道编号').optional(),
  })
  .refine(({ expected, present }) => present <= expected, { error: '实到人数比应到还多 → 核对这一行', path: ['present'] });

export type Meeting = z.infer<typeof meetingSchema>;
