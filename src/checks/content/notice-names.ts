import type { EntrySource } from '../../loader/read-content.ts';
import type { News } from '../../schemas/news.ts';
import { about } from '../records.ts';
import type { Rule } from '../rule.ts';

/** 何春生，男，… */
const IN_A_LIST = /(?<!\p{Script=Han})(\p{Script=Han}{2,4})(?:（[^（）]*）)?[，、]\s*[男女](?!\p{Script=Han})/gu;
/** The hundred and more surnames that nine of ten people bear; 抗洪一线同志 and 先进女同志 are not called so. */
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍覃霍翁隋植甘景薄包司柏宁柯阮桂闵解柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫苟褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝巩稽井练仲乐虞卞封竺冼衣楚佟栗匡宗巫鞠桑荆谌银扬沙伏岑胥蔺';
/** 拟接收某某同志为…: a surname and one or two characters; what is no name says how many, or whose. */
const COMRADE = new RegExp(
  `(?:接收|吸收|发展|确定|推荐|提名|任用|任命|表彰|评选|选派|招录|拟将|拟任)([${SURNAMES}]\\p{Script=Han}{1,2}?)(?:等\\S{0,4})?(?:同志|先生|女士)`,
  'gu',
);
const NO_NAME = /[名位个]$|^(?:党员|高龄|文艺|关键|连任|游客|商户)/;

/** Names in the column 姓名 of a table. */
function inTables(body: string): string[] {
  const rows = body.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.flatMap((row, index) => {
    const head = rows.slice(0, index).findLastIndex((cells) => cells.includes('姓名'));
    const column = rows[head]?.indexOf('姓名') ?? -1;
    const isSameTable = head >= 0 && rows.slice(head, index + 1).every((cells) => cells.length > 1);
    const name = isSameTable ? (row[column] ?? '') : '';
    return /^\p{Script=Han}{2,4}$/u.test(name) ? [name] : [];
  });
}

const namesIn = (body: string): string[] => [...Array.from(body.matchAll(IN_A_LIST), ([, name = '']) => name), ...inTables(body)];
const comradesIn = (text: string): string[] =>
  Array.from(text.matchAll(COMRADE), ([, name = '']) => name).filter((name) => !NO_NAME.test(name));

/** What stays when a 公示 is over: everything but its text. */
const staying = ({ title, summary, keywords = [], notice }: News): [path: (string | number)[], text: string][] => [
  [['title'], title],
  [['summary'], summary],
  ...keywords.map((keyword, index): [(string | number)[], string] => [['keywords', index], keyword]),
  [['notice', 'result'], notice?.result ?? ''],
];

function named(text: string, entry: EntrySource): string | undefined {
  return comradesIn(text)[0] ?? namesIn(entry.body).find((name) => text.includes(name));
}

/** The text of a 公示 goes when it is over; a name in its title stays in lists, feeds and addresses for ever. */
export const noticeNames: Rule = {
  id: 'I09',
  title: '公示的标题、摘要、关键词或结果里写了人名',
  severity: 'error',
  scope: 'entry',
  basis: '《个人信息保护法》第十九条：保存期限为实现目的所必要的最短时间',
  check: ({ records }) =>
    records.flatMap((record) => {
      const news = record.kind === 'news' ? (record.data as News | undefined) : undefined;
      const { entry } = record;
      if (news?.notice === undefined || entry === undefined) return [];
      return staying(news).flatMap(([path, text]) => {
        const name = named(text, entry);
        if (name === undefined) return [];
        const why = `公示期满，正文会自动撤下，这里的“${name}”撤不下来，还会留在列表、订阅和搜索里`;
        return [about(record, path, { why, fix: '改成“1名同志”“关于拟接收预备党员对象的公示”的样子，姓名只写在正文里' })];
      });
    }),
};
