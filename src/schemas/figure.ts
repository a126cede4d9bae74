import { z } from 'astro/zod';
import { day } from './dates.ts';
import { evidence } from './evidence.ts';
import { ownerPost, slug, text } from './fields.ts';
import { field } from './field.ts';

/** Units a figure may have. 元 is not among them: money is 万元 everywhere. */
export const Unit = z.enum([
  '个',
  '人',
  '人次',
  '场',
  '次',
  '户',
  '户次',
  '件',
  '起',
  '篇',
  '项',
  '亩',
  '公里',
  '处',
  '万元',
  '%',
]);
export type Unit = z.infer<typeof Unit>;

/**
 * A figure of a report, with its provenance. It names a measure that is computed from the entries (then `value` is a claim that is
 * compared), or carries the document it was taken from. A percentage is written as part and whole.
 */
export const figureSchema = z
  .strictObject({
    id: field(slug(), '数字编号', '正文里用 <Figure id="…" /> 引用', 'train-persons'),
    label: field(text(2, 30), '名称', undefined, '教育培训人次'),
    value: field(z.number(), '数值'),
    unit: field(Unit, '单位'),
    share: field(
      z.strictObject({
        part: field(z.number().min(0), '部分'),
        whole: field(z.number().gt(0), '总数'),
        of: field(text(2, 30), '总数指什么'),
      }),
      '占比构成',
      '单位是 % 时必填',
    ).optional(),
    definition: field(text(6, 160), '口径', '包括什么、不包括什么'),
    period: field(
      z
        .strictObject({ from: field(day(), '起'), until: field(day(), '止') })
        .refine(({ from, until }) => from <= until, { error: '止期早于起期 → 核对两个日期', path: ['until'] }),
      '统计时段',
    ).optional(),
    asOf: field(day(), '截至日期'),
    owner: field(ownerPost(), '负责岗位'),
    measure: field(slug().meta({ role: 'measure' }), '核对指标', '程序能从条目里算出来的，写指标编号').optional(),
    source: field(
      z.strictObject({
        title: field(text(2, 60), '文件或台账'),
        number: field(text(2, 40), '文号或页码').optional(),
        on: field(day(), '日期'),
      }),
      '数据出处',
      '程序算不出来的，写清从哪份文件、哪本台账来',
    ).optional(),
    parts: field(
      z.array(z.strictObject({ label: field(text(1, 30), '分项'), value: field(z.number(), '数值') })).min(2),
      '分项',
      '各分项之和等于数值',
    ).optional(),
    previous: field(
      z.strictObject({ value: field(z.number(), '上年数值'), note: field(text(4, 120), '口径变化说明').optional() }),
      '上年',
    ).optional(),
    evidence: field(z.array(evidence()).min(1), '佐证').optional(),
    headline: field(z.boolean(), '首页展示', '四项主要成果写 true').optional(),
  })
  .refine(({ measure, source }) => measure !== undefined || source !== undefined, {
    error: '既没有核对指标，也没有数据出处 → 二者至少写一样，没有出处的数字不能发布',
  })
  .refine(({ unit, share }) => unit !== '%' || share !== undefined, {
    error: '百分比要写清部分和总数 → 补上 share',
    path: ['share'],
  });

export type Figure = z.infer<typeof figureSchema>;
