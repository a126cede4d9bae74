import { z } from 'astro/zod';
import { slug, text } from './fields.ts';
import { field } from './field.ts';

/** What clerks may use inside MDX, beside text and Markdown. Attributes are plain strings. */
export const authorComponents = {
  Figure: {
    title: '引用数字',
    help: '写出报告里登记过的数字和单位，点开能看到出处',
    example: '<Figure id="train-persons" />',
    attributes: z.strictObject({
      id: field(slug(), '数字编号'),
      report: field(
        z.string().regex(/^\d{4}$/, { error: '报告年份写四位数字 → 例如 2025' }),
        '报告年份',
        '在动态里引用时必填',
      ).optional(),
    }),
    children: false,
  },
  Plain: {
    title: '不核对的数字',
    help: '报告正文里确实不需要出处的数字，用它包起来',
    example: '<Plain>三天三夜</Plain>',
    attributes: z.strictObject({}),
    children: true,
  },
  Note: {
    title: '提示框',
    help: '需要读者特别留意的一段话，前后各空一行',
    example: '<Note title="办理时间">\n\n周六上午照常办理。\n\n</Note>',
    attributes: z.strictObject({ title: field(text(2, 20), '标题').optional() }),
    children: true,
  },
} as const;

export type AuthorComponent = keyof typeof authorComponents;

export function isAuthorComponent(name: string | null): name is AuthorComponent {
  return name !== null && Object.hasOwn(authorComponents, name);
}
