import { z } from 'astro/zod';
import { text } from './fields.ts';
import { field } from './field.ts';

/** 用词表: `content/terms.yaml`. The exact names of this township's places, organisations and posts, and words that are not used. */
export const termsSchema = z.strictObject({
  names: field(
    z.array(
      z.strictObject({
        name: field(text(2, 40), '正确写法', undefined, '青禾镇党群服务中心'),
        kind: field(z.enum(['地名', '机构', '职务', '提法', '产品']), '类别'),
        wrong: field(z.array(text(2, 40)).min(1), '常见的错误写法', '正文里出现就提醒', ['党群活动中心']),
        safe: field(z.boolean(), '可以自动改', '错误写法只可能是写错时写 true，npm run validate -- --fix 会直接改').optional(),
        note: field(text(4, 80), '说明').optional(),
      }),
    ),
    '名称',
  ).optional(),
  forbidden: field(
    z.array(
      z.strictObject({
        word: field(text(1, 40), '不用的词'),
        instead: field(text(1, 40), '换成什么').optional(),
        why: field(text(4, 80), '为什么'),
      }),
    ),
    '不用的词',
  ).optional(),
});

export type Terms = z.infer<typeof termsSchema>;
