import { z } from 'astro/zod';
import { day, moment } from './dates.ts';
import { formerPath, officePhone, post, text } from './fields.ts';
import { field } from './field.ts';

/** 公开范围. Only 向社会 reaches any output. Basis: 《中国共产党党务公开条例（试行）》. */
export const Scope = z.enum({ public: '向社会', party: '党内', specific: '特定' });

const step = (title: string, help: string) =>
  field(z.strictObject({ on: field(day(), '日期'), by: field(post(), '岗位', '写岗位，不写姓名') }), title, help);

/** 提出 → 审核（保密审查、准确性） → 审批 → 实施; the last step is the publication itself. */
export const disclosure = () =>
  z.strictObject({
    scope: field(Scope, '公开范围', '只有“向社会”并且走完三步的内容才会出现在网站上'),
    proposed: step('提出', '谁在哪一天提出公开').optional(),
    reviewed: step('审核', '谁在哪一天做了保密审查和事实核对').optional(),
    approved: step('审批', '谁在哪一天批准公开').optional(),
  });

export type Disclosure = z.infer<ReturnType<typeof disclosure>>;

/** 公示: it runs from a day until a day; then its body, which holds the personal part, leaves every output and a tombstone stays. */
export const notice = () =>
  z
    .strictObject({
      kind: field(z.enum(['发展党员', '“五好”支部', '干部任前', '资金项目', '评选推荐', '其他']), '公示类型'),
      from: field(day(), '开始日期'),
      until: field(day(), '截止日期', '当天仍在公示期内'),
      by: field(text(2, 30), '公示单位'),
      phone: field(officePhone(), '反映电话'),
      address: field(text(4, 60), '反映地址').optional(),
      result: field(text(4, 200), '公示结果', '结束后补写，不写姓名').optional(),
    })
    .refine(({ from, until }) => from <= until, { error: '截止日期早于开始日期 → 核对两个日期', path: ['until'] });

/** What every published entry may carry about its own life: corrections, removal, old addresses. */
export const lifecycle = () => ({
  draft: field(z.boolean(), '草稿', '写 true 时不发布').optional(),
  publishOn: field(moment(), '定时发布', '到这个时间之后的下一次生成才出现').optional(),
  importedFrom: field(text(2, 60), '原载', '从旧网站或旧文件迁来时，写明原来的出处').optional(),
  changes: field(
    z.array(z.strictObject({ on: field(day(), '更正日期'), what: field(text(4, 120), '改了什么') })).min(1),
    '更正说明',
    '发布之后改动内容时逐条写明，会显示在页面上',
  ).optional(),
  withdrawn: field(
    z.strictObject({ on: field(day(), '撤下日期'), reason: field(text(4, 80), '原因') }),
    '撤下',
    '填写后页面只留一句说明，其余内容从网站各处消失',
  ).optional(),
  formerly: field(
    z.array(formerPath()).min(1),
    '曾用路径',
    '改过文件夹名时写旧路径，旧二维码才不会失效；改过几次的按先后写，最早的在前',
  ).optional(),
});
