import { z } from 'astro/zod';
import { day } from './dates.ts';
import { fileBeside, officePhone, slug, text, post } from './fields.ts';
import { field } from './field.ts';

/** A column with its update contract: 动态类 14 days, 通知政策类 180, others 365. Basis: 《政府网站与政务新媒体检查指标》. */
const column = () =>
  z.strictObject({
    id: field(slug(), '栏目编号'),
    name: field(text(2, 12), '栏目名称'),
    description: field(text(10, 100), '栏目说明'),
    keywords: field(z.array(text(2, 12)).min(1).max(8), '关键词'),
    type: field(z.enum(['动态类', '通知公告类', '政策文件类', '其他']), '栏目类型'),
    updateDays: field(z.int().min(1).max(3650), '更新期限（天）', '超过这么多天没有新内容就算逾期'),
  });

const named = (title: string) => z.strictObject({ id: field(slug(), '编号'), name: field(text(2, 20), title) });

/** `content/site.yaml`: who we are. A field that is left out is left out of the pages; nothing is ever filled with a sample. */
export const siteSchema = z.strictObject({
  demo: field(z.boolean(), '示例站', '示例内容写 true：页面带标记，不让搜索引擎收录，正式发布会被拒绝'),
  name: field(text(2, 30), '网站名称'),
  shortName: field(text(2, 12), '网站简称'),
  slogan: field(text(4, 40), '一句话介绍').optional(),
  description: field(text(20, 120), '网站说明'),
  township: field(text(2, 12), '乡镇名称'),
  county: field(text(2, 30), '所属县区', undefined, '××省××县').optional(),
  url: field(z.url({ protocol: /^https?$/, error: '网址不完整 → 写成 https://www.example.gov.cn' }), '网址', '公布用的完整网址'),
  organizer: field(text(2, 40), '主办单位'),
  undertaker: field(text(2, 40), '承办单位').optional(),
  contact: field(
    z.strictObject({
      office: field(text(2, 30), '办公室'),
      phone: field(officePhone(), '办公电话'),
      address: field(text(4, 60), '地址'),
      hours: field(text(4, 60), '办公时间'),
      postcode: field(
        z.string().regex(/^\d{6}$/, { error: '邮政编码是 6 位数字，要加引号 → 例如 "000000"' }),
        '邮政编码',
      ).optional(),
      bus: field(text(4, 80), '怎么来').optional(),
    }),
    '联系方式',
  ),
  hotlines: field(
    z.array(
      z.strictObject({
        name: field(text(2, 20), '名称'),
        number: field(officePhone(), '号码'),
        help: field(text(2, 40), '管什么'),
      }),
    ),
    '热线',
  ).optional(),
  filing: field(
    z.strictObject({
      siteCode: field(
        z.string().regex(/^\d{10}$/, { error: '网站标识码是 10 位数字，要加引号 → 对照批复填写' }),
        '网站标识码',
      ).optional(),
      icp: field(
        z
          .string()
          .regex(/^[\u4e00-\u9fff]ICP备\d{8}号(-\d+)?$/, { error: 'ICP备案号的格式不对 → 写成“×ICP备12345678号-1”的样子' }),
        'ICP备案号',
      ).optional(),
      police: field(
        z.string().regex(/^[\u4e00-\u9fff]公网安备\s?\d{14}号$/, {
          error: '公安备案号的格式不对 → 写成“×公网安备 ”加 14 位数字加“号”的样子',
        }),
        '公安备案号',
      ).optional(),
      notNeeded: field(
        z.array(z.enum(['siteCode', 'icp', 'police', 'emblem', 'reportErrorUrl'])).min(1),
        '不需要的项',
        '批复里写明不需要的，例如作为上级网站的子栏目',
      ).optional(),
      emblem: field(fileBeside(), '党政机关标识', '标识图片文件').optional(),
      reportErrorUrl: field(z.url(), '“我为政府网站找错”网址').optional(),
    }),
    '备案与标识',
    '没有的不要写，页面上就不出现；绝不能编造',
  ),
  columns: field(z.array(column()).min(1), '栏目'),
  villages: field(z.array(named('村名')).min(1), '村'),
  industries: field(z.array(named('产业名称')).min(1), '产业'),
  posts: field(z.array(post()).min(1), '责任岗位', '承诺和数字的责任岗位从这里选').optional(),
  standard: field(z.int(), '当前“五好”标准年度', 'content/standards/ 里要有这一年的文件').optional(),
  honestDates: field(
    z.strictObject({
      days: field(z.int().min(0).max(3650), '允许早于入库的天数', '不写时是 30 天'),
      since: field(day(), '从哪天起核对', '建站时一起放进来的旧内容不查：写建站那一天').optional(),
    }),
    '日期核对',
    '发布日期比文件入库早得太多时要写原载',
  ).optional(),
  people: field(
    z.strictObject({ graceDays: field(z.int().min(0).max(365), '离任后几天内改完', '不写时是 30 天；超过以后不能正式发布') }),
    '人员变动',
  ).optional(),
  editor: field(
    z.strictObject({
      backend: field(z.enum(['gitea', 'gitlab', 'github']), '代码托管'),
      repo: field(
        z.string().regex(/^[\w.-]+(\/[\w.-]+)+$/, { error: '仓库要写全 → 写成“单位/仓库”的样子，如 qinghe/site' }),
        '仓库',
        undefined,
        'qinghe/site',
      ),
      branch: field(text(1, 60), '分支', '不写时是仓库的主分支').optional(),
      url: field(
        z.url({ protocol: /^https$/, error: '网址不完整 → 写成 https://git.example.gov.cn' }),
        '托管网址',
        '自己架设的要写',
      ).optional(),
      appId: field(text(4, 100), '应用编号', '在托管网站上登记的 OAuth 应用；不写时用访问令牌登录').optional(),
    }),
    '网页编辑器',
    '写了这一项，网站的 /admin/ 才有表单编辑器；不写也能在自己电脑上用 npm run edit',
  ).optional(),
  mobiles: field(
    z.enum(['错误', '提醒', '不查']),
    '个人手机号',
    '写出个人手机号算什么；不写时是错误。身份证号和银行卡号总是错误',
  ).optional(),
  offline: field(
    z.boolean(),
    '离线留存',
    '不写时开着：读者看过的网页存在他自己的手机里，没有网络时也能打开；写 false 收回已经存下的',
  ).optional(),
  license: field(
    z.strictObject({ name: field(text(2, 40), '许可名称'), text: field(text(6, 200), '许可说明') }),
    '数据许可',
  ).optional(),
});

export type Site = z.infer<typeof siteSchema>;
