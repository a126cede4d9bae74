import { z } from 'astro/zod';
import { creditCodeProblem } from './credit-code.ts';
import { day, year } from './dates.ts';
import { disclosure, lifecycle } from './disclosure.ts';
import { attachment, count, idOf, mu, officePhone, photo, share, text, wanYuan } from './fields.ts';
import { field } from './field.ts';

/** 经营主体类型. */
export const CooperativeKind = z.enum({ cooperative: '合作社', farm: '家庭农场', firm: '企业' });

/** 支部在其中的作用. */
export const BranchRole = z.enum({ led: '支部领办', member: '党员带头', joint: '支部联建', service: '支部服务' });

const creditCode = () =>
  z.string().superRefine((code, context) => {
    const problem = creditCodeProblem(code);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });

const product = () =>
  z.strictObject({
    name: field(text(1, 20), '产品'),
    season: field(z.array(z.int().min(1).max(12)).min(1).max(12), '上市月份', '写月份数字', [3, 4, 5]),
    unit: field(text(1, 20), '规格').optional(),
    certificate: field(
      z.strictObject({
        type: field(z.enum(['绿色食品', '有机产品', '地理标志', '食品生产许可', '其他']), '认证类型'),
        number: field(text(4, 40), '证书编号'),
        issuer: field(text(2, 40), '发证单位').optional(),
        validUntil: field(day(), '有效期至'),
      }),
      '认证',
      '过期的证书不会显示为有效',
    ).optional(),
  });

/** One year's accounts. All money in 万元. */
const accounts = () =>
  z.strictObject({
    year: field(year(), '年度'),
    revenue: field(wanYuan(), '销售收入（万元）'),
    surplus: field(wanYuan(), '可分配盈余（万元）'),
    returned: field(wanYuan(), '返还成员（万元）', '按交易量返还与按股分红之和'),
    collectiveIncome: field(wanYuan(), '村集体收入（万元）'),
    source: field(text(4, 60), '数据出处', undefined, '合作社2025年度财务决算表'),
    distribution: field(
      z
        .array(
          z.strictObject({
            to: field(z.enum(['按交易量返还', '按股分红', '村集体', '公积金', '公益金', '其他']), '去向'),
            amount: field(wanYuan(), '金额（万元）'),
          }),
        )
        .min(1),
      '盈余分配',
      '各项之和等于可分配盈余',
    ).optional(),
  });

/** Who holds the shares; amounts add up to the total. */
const shares = () =>
  z.strictObject({
    unit: field(z.enum(['万元', '股']), '单位'),
    total: field(z.number().gt(0), '总额'),
    holders: field(
      z
        .array(
          z.strictObject({
            holder: field(text(2, 30), '出资方'),
            kind: field(z.enum(['农户', '村集体', '党员', '企业', '其他']), '类别'),
            amount: field(z.number().gt(0), '数额'),
          }),
        )
        .min(1),
      '各方',
    ),
    asOf: field(day(), '截至日期'),
  });

const outlet = () =>
  z
    .strictObject({
      channel: field(z.enum(['到地头买', '门店', '集市', '网店', '其他']), '渠道'),
      name: field(text(2, 40), '名称'),
      address: field(text(4, 60), '地址').optional(),
      phone: field(officePhone(), '办公电话').optional(),
      hours: field(text(2, 40), '时间').optional(),
    })
    .refine(({ address, phone }) => address !== undefined || phone !== undefined, {
      error: '地址和电话至少写一样 → 补上，不然读者找不到',
    });

/** “党建+产业” profile: one entry of `content/cooperatives/<slug>/index.mdx`. */
export const cooperativeSchema = z.strictObject({
  name: field(text(4, 40), '全称'),
  shortName: field(text(2, 16), '简称'),
  kind: field(CooperativeKind, '类型'),
  industry: field(idOf('industries'), '产业', 'site.yaml 里的产业编号'),
  creditCode: field(creditCode(), '统一社会信用代码').optional(),
  registered: field(day(), '登记日期'),
  summary: field(text(20, 120), '简介'),
  branch: field(idOf('branches'), '所属支部'),
  branchRole: field(BranchRole, '支部作用'),
  model: field(text(4, 40), '模式', undefined, '党支部+合作社+农户'),
  villages: field(z.array(idOf('villages')).min(1), '所在村'),
  products: field(z.array(product()).min(1), '产品'),
  members: field(
    z.strictObject({
      total: field(count(), '成员总数'),
      farmers: field(count(), '其中农民成员'),
      partyMembers: field(count(), '其中党员').optional(),
      asOf: field(day(), '截至日期'),
    }),
    '成员',
  ),
  households: field(
    z
      .array(
        z.strictObject({
          year: field(year(), '年度'),
          value: field(count(), '带动农户（户）'),
          asOf: field(day(), '截至日期'),
          method: field(text(6, 120), '统计办法', '怎么数出来的：签约、务工、代销各怎么算'),
        }),
      )
      .min(1),
    '带动农户数',
  ),
  land: field(z.strictObject({ area: field(mu(), '面积（亩）'), asOf: field(day(), '截至日期') }), '经营面积').optional(),
  accounts: field(z.array(accounts()).min(1), '年度收支'),
  shares: field(shares(), '出资构成').optional(),
  localSupply: field(share(), '本地原料占比', '写两个数，比例由程序算').optional(),
  outlets: field(z.array(outlet()).min(1), '哪里买'),
  consent: field(
    z.strictObject({ on: field(day(), '同意日期'), by: field(text(2, 40), '同意人岗位') }),
    '公开同意',
    '经营主体同意公布以上信息',
  ),
  cover: field(photo(), '题图').optional(),
  photos: field(z.array(photo()).min(1).max(12), '组图').optional(),
  stories: field(z.array(idOf('news')).min(1), '相关报道').optional(),
  difficulties: field(z.array(text(6, 120)).min(1), '今年的困难').optional(),
  attachments: field(z.array(attachment()).min(1), '附件').optional(),
  reviewBy: field(day(), '下次核对日期').optional(),
  updated: field(day(), '更新日期'),
  disclosure: field(disclosure(), '公开审批'),
  ...lifecycle(),
});

export type Cooperative = z.infer<typeof cooperativeSchema>;
