import { z } from 'astro/zod';
import { day } from './dates.ts';
import { disclosure, lifecycle } from './disclosure.ts';
import { attachment, text } from './fields.ts';
import { field } from './field.ts';

/** 常设页: about the township, the disclosure guide: `content/pages/<slug>/index.mdx`. */
export const pageSchema = z.strictObject({
  title: field(text(2, 30), '标题'),
  summary: field(text(20, 120), '摘要'),
  updated: field(day(), '更新日期'),
  reviewBy: field(day(), '下次核对日期', '到期提醒核对本页'),
  owner: field(text(2, 30), '维护岗位'),
  attachments: field(z.array(attachment()).min(1), '附件').optional(),
  disclosure: field(disclosure(), '公开审批'),
  ...lifecycle(),
});

export type Page = z.infer<typeof pageSchema>;
