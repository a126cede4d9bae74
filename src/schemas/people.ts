import { z } from 'astro/zod';
import { day } from './dates.ts';
import { text } from './fields.ts';
import { field } from './field.ts';

/** 人员表: `content/people.yaml`. Persons named on the site who are not members of a branch's committee; those are listed with their branch. */
export const peopleSchema = z.strictObject({
  people: field(
    z.array(
      z.strictObject({
        name: field(text(2, 12), '姓名'),
        post: field(text(2, 30), '职务'),
        left: field(day(), '离任日期', '离任后填写，还写着这个人的页面会逐一列出来').optional(),
      }),
    ),
    '人员',
  ),
});

export type Person = z.infer<typeof peopleSchema>['people'][number];
