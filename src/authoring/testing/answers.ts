import { blanksIn } from '../../schemas/blank.ts';

/** What an author would write into the blanks of each kind: label → answer. */
export type Answers = Record<string, string>;

const PROSE = '支部把这件事写在村口的公开栏上，谁办、办到哪一天、花了多少，都写明白。';
const SUMMARY = '支部把这件事写在村口的公开栏上，谁办、办到哪一天、花了多少都写明白，看不懂的可以来问。';
const common: Answers = {
  摘要: SUMMARY,
  简介: SUMMARY,
  公开范围: '向社会',
  办公电话: '0000-8760901',
  来源: '镇党建办',
  审核: '镇党建办主任',
};

export const answersFor: Record<string, { title: string; answers: Answers }> = {
  news: { title: '石桥村办篾匠课，报名的有一半是年轻人', answers: common },
  notice: {
    title: '关于石桥村灌渠维修项目的公示',
    answers: { ...common, 公示类型: '资金项目', 截止日期: '2026-12-01', 公示单位: '石桥村党支部', 反映电话: '0000-8765432' },
  },
  branch: {
    title: '中共青禾镇柳湾村支部委员会',
    answers: {
      ...common,
      ...{
        简称: '柳湾村党支部',
        类型: '党支部',
        所在单位: '村',
        成立日期: '1958-03-01',
        本届起: '2025-12-10',
        '任期（年）': '5',
      },
      ...{ 正式党员: '6', 预备党员: '0', 女党员: '2', '35岁以下党员': '1', 流动党员: '1', 截至日期: '2026-10-31', 党小组数: '1' },
      ...{ 职务: '书记', 姓名: '柳长河', 任职日期: '2025-12-10', 活动场所: '柳湾村党群服务中心', 地址: '青禾镇柳湾村柳湾组' },
      ...{ 开放时间: '周一至周五8:00–17:00', 主题党日: '6' },
    },
  },
  cooperative: {
    title: '柳湾莲藕种植专业合作社',
    answers: {
      ...common,
      ...{ 简称: '柳湾莲藕', 类型: '合作社', 产业: 'vegetable', 登记日期: '2021-04-02', 支部作用: '支部领办' },
      ...{ 模式: '党支部+合作社+农户', 所在村: 'heping', 产品: '莲藕', 上市月份: '9', 成员总数: '20', 其中农民成员: '18' },
      ...{ 截至日期: '2025-12-31', 年度: '2025', '带动农户（户）': '30', 统计办法: '签了种植合同的农户' },
      ...{ '销售收入（万元）': '42.5', '可分配盈余（万元）': '6', '返还成员（万元）': '4', '村集体收入（万元）': '1' },
      ...{
        数据出处: '合作社2025年度财务决算表',
        渠道: '到地头买',
        名称: '柳湾藕塘',
        同意日期: '2026-11-01',
        同意人岗位: '合作社理事长',
      },
    },
  },
  report: {
    title: '青禾镇党委书记2026年度抓基层党建工作述职报告',
    answers: {
      ...common,
      ...{ 起草: '镇党建办', 结果: '继续办理', 数字编号: 'lamps', 名称: '新装路灯', 数值: '12', 单位: '处' },
      ...{ 说明: '这件事还在办，进度在台账里逐月登记。', 口径: '当年装好并验收的路灯', 文件或台账: '村级公益事业台账' },
      ...{
        截至日期: '2026-12-31',
        负责岗位: '镇党建办主任',
        日期: '2026-12-31',
        承诺: '把集镇西头的路灯补齐',
        问题: '西头夜里没有灯',
      },
      ...{
        问题来源: '群众',
        完成标准: '西头十二根灯杆全部亮灯',
        措施: '列入年度公益事业项目',
        责任岗位: '镇党委副书记',
        期限: '2027-10-31',
      },
      ...{ 状态: '未启动', 经过: '写进账本，等预算', 登记岗位: '镇党建办主任' },
    },
  },
  page: {
    title: '办事指南',
    answers: { ...common, 下次核对日期: '2027-05-31', 维护岗位: '镇党建办主任' },
  },
};

/** The text with every blank filled in: by its label, else with a paragraph. Comments stay as they are. */
export function fillBlanks(text: string, answers: Answers): string {
  const fill = (line: string): string =>
    blanksIn(line).reduceRight((rest, { index, what }) => {
      const answer = answers[what] ?? PROSE;
      return `${rest.slice(0, index)}${answer}${rest.slice(rest.indexOf('】', index) + 1)}`;
    }, line);
  return text
    .split('\n')
    .map((line) => (/^\s*# /.test(line) ? line : fill(line)))
    .join('\n');
}
