import { anyOf } from './prose.ts';
import wording from './wording.json' with { type: 'json' };

/** Whom and what a township counts; 部分 before another word can be a part of a book or of a machine. */
const COUNTED =
  '(?:老?党员|党支部|支部|党组织|村(?!规|志|史)|社区|群众|村民|居民|农户|社员|干部|同志|人员|企业|单位|部门|项目|家庭|商户|老人|困难户|成员|代表|青年|地方|环节|路段)';
/** A share that no one can count. 个别谈话, 个别酝酿, 个别吸收 and the like are procedure: no one who is counted follows. */
const SHARES = [
  '绝大多数',
  '(?<![一二三四五六七八九十两几\\d])大部分',
  `(?<!第[一二三四五六七八九十\\d]|这|那|各|该|每|大)部分的?(?=${COUNTED})`,
  `(?:大多数|少数|个别|一些)的?(?=${COUNTED})`,
  `不少(?=${COUNTED})`,
  '诸多',
  '(?<![比相])较多',
];
/** What is counted one by one. Lengths, areas, weights and spans of time are measured, and may be rough. */
const UNIT = '(?:人次|户次|人(?!民|均)|名|户|家(?!庭|家)|位|个(?!月|小时|钟头|工作日|季度|星期)|件|起|场|项|处|所|座|万?元)';
/** Those who came can be counted; costs and households ahead (约2600元, 约590户停水) are estimates that say so. */
const HEADS = '(?:人次|户次|人(?!民|均)|名|位|场|件|项)';
const HUNDREDS = '[一二两三四五六七八九]?[百千万]';
/** A number that is none: 三百多户, 30余人, 近千人, 约20人. 近三年, 附近, 预约, 公约 and 约谈 are something else. */
const NUMBERS = [
  `(?:${HUNDREDS}|\\d[\\d,，.]*[百千万]?)[多余]${UNIT}`,
  `(?<![附最邻靠远])近(?:${HUNDREDS}|\\d[\\d,，.]*[百千万]?)[多余]?${UNIT}`,
  `(?:大约|(?<![预契签节邀特公条合解续违履失赴爽制立]|规民)约)(?:${HUNDREDS}|\\d[\\d,，.]*[百千万]?)[多余]?${HEADS}`,
];

/** Finds vague quantities, the whole of each: `三百多户`, `部分`, `数次`. */
export const vagueAmounts = new RegExp([...NUMBERS, ...SHARES, anyOf(wording.vague).source].join('|'), 'g');
