import { z } from 'astro/zod';
import { day } from './dates.ts';
import { post, text } from './fields.ts';
import { field } from './field.ts';

/** Rules that may be set aside for one place: they can mistake an order number for a person's. */
const EXCUSABLE = ['I01', 'I02', 'I03', 'I04', 'I05', 'I06'] as const;

/** 例外表: `content/exceptions.yaml`. What the gate would refuse and somebody answers for, until a day. */
export const exceptionsSchema = z.strictObject({
  exceptions: field(
    z.array(
      z.strictObject({
        rule: field(z.enum(EXCUSABLE), '规则', '消息方括号里的编号'),
        file: field(text(3, 200), '文件', '消息开头的文件', 'content/news/2026/0305-chun-geng/index.mdx'),
        value: field(text(5, 40), '号码', '照抄消息里带星号的写法；I01、I02 必填', '138******78').optional(),
        reason: field(text(6, 120), '理由', '为什么可以公开，例如“这是客服热线，不是个人号码”'),
        approvedBy: field(post(), '批准岗位'),
        until: field(day(), '到哪天为止', '最长一年，过了就重新报错'),
      }),
    ),
    '例外',
  ),
});

export type Exception = z.infer<typeof exceptionsSchema>['exceptions'][number];
