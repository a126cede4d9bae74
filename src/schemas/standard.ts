import { z } from 'astro/zod';
import { day, year } from './dates.ts';
import { slug, text } from './fields.ts';
import { field } from './field.ts';

/** 年度“五好”标准: `content/standards/<year>.yaml`. The heads and items are the county's, so they are configuration. */
export const standardSchema = z.strictObject({
  year: field(year(), '年度'),
  title: field(text(4, 60), '标准名称'),
  issuer: field(text(2, 40), '制定单位'),
  document: field(
    z.strictObject({
      title: field(text(4, 80), '文件名称'),
      number: field(text(4, 40), '文号').optional(),
      on: field(day(), '日期'),
    }),
    '依据文件',
  ),
  heads: field(
    z
      .array(
        z.strictObject({
          id: field(slug(), '编号'),
          name: field(text(2, 20), '名称', undefined, '领导班子好'),
          items: field(
            z
              .array(
                z.strictObject({
                  id: field(slug(), '条目编号'),
                  text: field(text(6, 120), '内容'),
                  required: field(z.boolean(), '必备项', '必备项全部达标才算标准化支部'),
                  basis: field(text(4, 80), '依据').optional(),
                }),
              )
              .min(1),
            '条目',
          ),
        }),
      )
      .length(5),
    '五个方面',
  ),
});

export type Standard = z.infer<typeof standardSchema>;
