import type { Branch } from '../../schemas/branch.ts';
import { about, type FieldRecord } from '../records.ts';
import type { Rule, RuleFinding } from '../rule.ts';

const BASIS = '中国共产党支部工作条例（试行）';

type Check = (branch: Branch, record: FieldRecord, today: string) => RuleFinding[];

const branchRule = (head: Omit<Rule, 'check' | 'severity'>, check: Check): Rule => ({
  ...head,
  severity: 'warning',
  check: ({ records, today }) =>
    records.flatMap((record) => (record.kind === 'branches' && record.data !== undefined ? check(record.data as Branch, record, today) : [])),
});

const isBasic = ({ kind }: Branch): boolean => kind === '党支部' || kind === '联合党支部';

const size: Check = (branch, record) => {
  const { formal, probationary } = branch.members;
  const total = formal + probationary;
  const at = (why: string, fix: string): RuleFinding[] => [about(record, ['members', 'formal'], { why, fix })];
  if (!isBasic(branch)) return [];
  if (formal < 3) return at(`正式党员 ${String(formal)} 名，不足 3 名`, '核对人数；不足 3 名的与邻近单位成立联合党支部');
  return total > 50 ? at(`党员 ${String(total)} 名，超过 50 名`, '核对人数；超过 50 名的一般成立党总支') : [];
};

const committee: Check = (branch, record, today) => {
  if (!isBasic(branch)) return [];
  const { formal } = branch.members;
  const serving = branch.committee.filter(({ left, since }) => since <= today && (left === undefined || left > today));
  const at = (why: string, fix: string): RuleFinding[] => [about(record, ['committee'], { why, fix }, 'key')];
  const secretaries = serving.filter(({ role }) => role === '书记').length;
  if (secretaries !== 1) return at(`在任的书记有 ${String(secretaries)} 名`, '写明一名在任的书记，离任的补上 left');
  if (formal < 7)
    return serving.length > 2
      ? at(`正式党员 ${String(formal)} 名，不足 7 名，班子写了 ${String(serving.length)} 名`, '不足 7 名的设一名书记，必要时设一名副书记，不设支委会')
      : [];
  if (serving.length < 3) return at(`正式党员 ${String(formal)} 名，支委会只有 ${String(serving.length)} 名`, '支委会一般 3 至 5 名，补全班子成员');
  return serving.length > 7 ? at(`支委会有 ${String(serving.length)} 名，最多 7 名`, '核对班子成员，离任的补上 left') : [];
};

/** The same day, some years later, as text. */
const later = (day: string, years: number): string => `${String(Number(day.slice(0, 4)) + years)}${day.slice(4)}`;

const term: Check = ({ setting, kind, term: { from, years } }, record, today) => {
  const usual = setting === '村' || setting === '社区' || kind === '党委' ? 5 : 3;
  const end = later(from, years);
  if (years !== usual)
    return [about(record, ['term', 'years'], { why: `任期写的是 ${String(years)} 年，${setting}的党组织一般是 ${String(usual)} 年`, fix: '对照换届批复核对' })];
  if (end >= today) return [];
  return [about(record, ['term', 'from'], { why: `${from} 起的本届任期 ${end} 已满`, fix: '换届以后改本届起始日期和班子成员；延期换届的在正文里说明' })];
};

/** What the branch regulation says of size, committee and term. Warnings, because counties grant exceptions. */
export const branchRules: readonly Rule[] = [
  branchRule({ id: 'B01', title: '支部人数不合规定', basis: `${BASIS}：正式党员 3 名以上成立支部，党员人数一般不超过 50 名` }, size),
  branchRule({ id: 'B02', title: '班子人数不合规定', basis: `${BASIS}：正式党员 7 名以上设支委会，一般 3 至 5 名，最多 7 名；不足 7 名的设书记` }, committee),
  branchRule({ id: 'B03', title: '任期不合规定或已满', basis: `${BASIS}：村和社区党支部任期 5 年，其他一般 3 年` }, term),
];
