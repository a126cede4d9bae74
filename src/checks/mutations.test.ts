import { describe, expect, it } from 'vitest';
import { sampleRoot } from '../lib/testing/sample-root.ts';
import { readContent } from '../loader/read-content.ts';
import { contextOf } from './context.ts';
import { resultRules } from './result-rules.ts';
import type { Finding } from './rule.ts';
import { runRules } from './run.ts';
import { edited } from './testing/edited.ts';

/** One slip in the sample content, and the finding that must name it. */
interface Mutation {
  file: string;
  from: string | RegExp;
  to: string;
  rule: string;
  /** Where the finding points, when it is another file than the edited one. */
  at?: string;
  /** What the finding says: both numbers, and the edited file where the finding points elsewhere. */
  says: string[];
}

const TODAY = '2026-11-25';
const sample = readContent(sampleRoot);
const keyOf = ({ rule, file, line, column, why }: Finding): string => [rule, file, line, column, why].join('\t');
const before = new Set(runRules(resultRules, contextOf(sample, TODAY)).map(keyOf));

const FIGURES = 'content/reports/2025/figures.yaml';
const PROMISES = 'content/reports/2024/commitments.yaml';
const REPORT = 'content/reports/2025/index.mdx';
const branch = (id: string): string => `content/branches/${id}/index.mdx`;
const meetings = (id: string): string => `content/branches/${id}/meetings.csv`;
const news = (id: string): string => `content/news/${id}/index.mdx`;
const cooperative = (id: string): string => `content/cooperatives/${id}/index.mdx`;

/** A slip in an entry that shows as a number of the report. */
const entry = (file: string, from: string | RegExp, to: string, claimed: string, computed: string, rule = 'N01'): Mutation => ({
  file,
  from,
  to,
  rule,
  at: FIGURES,
  says: [claimed, computed, file],
});

/** A slip in the claim itself. */
const claim = (from: string | RegExp, to: string, rule: string, ...says: string[]): Mutation => ({
  file: FIGURES,
  from,
  to,
  rule,
  says,
});

const TRAINING = 'kind: 教育培训, on: ';
const DISPUTES = 'kind: 矛盾调解, on: ';

const mutations: Record<string, Mutation> = {
  'a branch item is no longer met': entry(branch('shiqiao'), /(item: theme-day\n\s+state: )达标/, '$1未达标', '75%', '66.7%'),
  'a branch item is not assessed': entry(branch('heping'), /(item: openness\n\s+state: )达标/, '$1未评', '9', '8'),
  'an item becomes met without evidence': {
    file: branch('longtan'),
    from: /(item: openness\n\s+state: )未达标/,
    to: '$1达标',
    rule: 'E01',
    says: ['openness', '佐证'],
  },
  'an item loses its evidence': {
    file: branch('juyuan'),
    from: /(item: openness\n\s+state: 达标\n.*\n.*\n)\s+evidence:\n(?:\s+- \{.*\n)+/,
    to: '$1',
    rule: 'E01',
    says: ['openness', '佐证'],
  },
  'a branch is withdrawn from the public': entry(branch('baishi'), 'scope: 向社会\n', 'scope: 党内\n', '12个', '11个'),
  'a branch turns into a working group': {
    ...entry(branch('lianhe'), 'kind: 联合党支部', 'kind: 功能型党支部', '12个', '11个'),
    says: ['12个', '11个'],
  },
  'the standard asks for one more item': {
    file: 'content/standards/2025.yaml',
    from: /(id: environment\n.*\n\s+required: )false/,
    to: '$1true',
    rule: 'N01',
    at: FIGURES,
    says: ['75%', '58.3%', '“人居环境检查年内无不合格”未评'],
  },
  'a meeting is deleted': entry(meetings('chaling'), /^2025-02-19,党课,.*\n/m, '', '513次', '512次'),
  'a kind of meeting is mistaken': entry(
    meetings('shiqiao'),
    '2025-03-04,支委会',
    '2025-03-04,党小组会',
    '132次',
    '131次',
    'N03',
  ),
  'a meeting slips into another year': entry(meetings('zhuxi'), /^2025-(.*,主题党日,)/m, '2024-$1', '142次', '141次', 'N03'),
  'a meeting is entered twice': entry(meetings('meiling'), /^(2025-.*,支委会,.*\n)/m, '$1$1', '513次', '514次'),
  'persons of a training': entry(
    news('2025/0321-chun-ji-lun-xun'),
    'participants: 262',
    'participants: 263',
    '1002人次',
    '1003人次',
  ),
  'sessions of a training': entry(news('2025/0321-chun-ji-lun-xun'), 'sessions: 3', 'sessions: 4', '19场', '20场'),
  'a training under the wrong year': {
    ...entry(news('2025/0926-nong-xian-ye-xiao'), `${TRAINING}2025-09-25`, `${TRAINING}2024-09-25`, '1002人次', '612人次'),
    says: ['1002人次', '612人次'],
  },
  'an entry becomes a draft': entry(
    news('2025/0815-fa-zhan-dui-xiang-pei-xun'),
    /^---\n/,
    '---\ndraft: true\n',
    '1002人次',
    '978人次',
  ),
  'an entry is taken down': entry(
    news('2025/1226-xin-ren-zhi-wei-pei-xun'),
    /^---\n/,
    '---\nwithdrawn: { on: 2026-01-05, reason: 内容有误 }\n',
    '1002人次',
    '940人次',
  ),
  'an entry is for Party members only': entry(
    news('2025/0124-liu-dong-dang-yuan-hui-xiang'),
    'scope: 向社会',
    'scope: 党内',
    '1002人次',
    '968人次',
  ),
  'an entry waits for its day': entry(
    news('2025/1106-huan-jie-wen-da'),
    /^---\n/,
    '---\npublishOn: 2027-01-01 08:00\n',
    '19场',
    '18场',
  ),
  'persons of discipline education': entry(
    news('2025/0625-zhu-cheng'),
    'participants: 46',
    'participants: 47',
    '309人次',
    '310人次',
  ),
  'a form of discipline education': entry(news('2025/0829-wu-can-dan'), 'form: 警示教育', 'form: 廉政党课', '3场', '2场', 'N03'),
  'published cases': entry(news('2025/0418-wei-ji-tong-bao'), 'cases: 3', 'cases: 4', '4起', '5起'),
  'disputes received': entry(news('2025/1015-san-ji-du-fen-cun'), 'received: 23', 'received: 24', '91件', '92件'),
  'disputes settled': entry(news('2025/1015-san-ji-du-fen-cun'), 'settled: 21', 'settled: 20', '92.3%', '91.2%'),
  'a quarter of disputes in the wrong quarter': entry(
    news('2026/0108-yi-nian-jiu-shi-yi-jian'),
    `${DISPUTES}2025-12-31`,
    `${DISPUTES}2025-09-30`,
    '23件',
    '44件',
    'N03',
  ),
  'households visited': entry(
    news('2025/1015-san-ji-du-fen-cun'),
    'households: 1573',
    'households: 1574',
    '6089户次',
    '6090户次',
  ),
  'households that a co-op leads': entry(cooperative('qinghe-chuncha'), 'value: 212', 'value: 213', '1043户', '1044户'),
  'the year of the households': {
    ...entry(cooperative('juyuan-ganju'), 'year: 2025\n    value: 149', 'year: 2023\n    value: 149', '1043户', '894户'),
    says: ['1043户', '894户'],
  },
  revenue: entry(cooperative('shiqiao-daomi'), 'revenue: 352.8', 'revenue: 353.8', '1989.5万元', '1990.5万元'),
  surplus: entry(cooperative('shiqiao-daomi'), 'surplus: 58.6', 'surplus: 58.7', '334.3万元', '334.4万元'),
  'money returned': entry(cooperative('shiqiao-daomi'), 'returned: 38.09', 'returned: 38.9', '185.99万元', '186.8万元'),
  'collective income': entry(
    cooperative('juyuan-ganju'),
    'collectiveIncome: 7.13',
    'collectiveIncome: 7.31',
    '61.89万元',
    '62.07万元',
  ),
  'the kind of an organisation': entry(cooperative('longtan-yuye'), 'kind: 家庭农场', 'kind: 合作社', '6个', '7个', 'N03'),
  'an organisation registered later': {
    ...entry(cooperative('longtan-yuye'), /registered: \d{4}/, 'registered: 2026', '9个', '8个'),
    says: ['9个', '8个'],
  },
  'a line of a distribution': {
    file: cooperative('qinghe-chuncha'),
    from: 'amount: 57.29',
    to: 'amount: 57.92',
    rule: 'A02',
    says: ['92.4万元', '93.03万元'],
  },
  'returned and distributed': {
    file: cooperative('juyuan-ganju'),
    from: 'amount: 1.9 ',
    to: 'amount: 1.7 ',
    rule: 'A02',
    says: ['31.35万元', '31.15万元'],
  },
  'the share of the village': {
    file: cooperative('juyuan-ganju'),
    from: 'collectiveIncome: 9.27',
    to: 'collectiveIncome: 9.07',
    rule: 'A02',
    says: ['9.07万元', '9.27万元'],
  },
  'a holder of shares': {
    file: cooperative('qinghe-chuncha'),
    from: 'amount: 96 }',
    to: 'amount: 95 }',
    rule: 'A01',
    says: ['150万元', '149万元'],
  },
  'too few farmers': {
    file: cooperative('qinghe-chuncha'),
    from: 'farmers: 160',
    to: 'farmers: 120',
    rule: 'A04',
    says: ['71.4%', '80%'],
  },
  'more farmers than members': {
    file: cooperative('qinghe-chuncha'),
    from: 'farmers: 160',
    to: 'farmers: 190',
    rule: 'A03',
    says: ['190人', '168人'],
  },
  'too little returned by trade': {
    file: cooperative('juyuan-ganju'),
    from: 'amount: 29.45 }\n      - { to: 按股分红, amount: 1.9 }',
    to: 'amount: 25.45 }\n      - { to: 按股分红, amount: 5.9 }',
    rule: 'A04',
    says: ['53.6%', '60%'],
  },
  'a year of accounts twice': {
    file: cooperative('shiqiao-daomi'),
    from: '  - year: 2024\n    revenue',
    to: '  - year: 2025\n    revenue',
    rule: 'A02',
    says: ['2025 年写了两次'],
  },
  'the value of a claim': claim('value: 1002', 'value: 1001', 'N01', '1001人次', '1002人次'),
  'the part of a claimed share': claim('share: { part: 9, whole: 12', 'share: { part: 10, whole: 12', 'N01', '10', '9'),
  'a percentage': claim('value: 92.3', 'value: 92.4', 'N04', '92.4%', '92.3%'),
  'a part of a total': claim('春季轮训, value: 262', '春季轮训, value: 263', 'N03', '1002人次', '1003人次'),
  'last year as claimed': claim('value: 934', 'value: 943', 'N05', '943人次', '934人次', 'content/reports/2024/figures.yaml'),
  'last year as reported': {
    file: 'content/reports/2024/figures.yaml',
    from: 'value: 934',
    to: 'value: 935',
    rule: 'N05',
    at: FIGURES,
    says: ['934人次', '935人次', 'content/reports/2024/figures.yaml'],
  },
  'a unit': claim('value: 1002\n  unit: 人次', 'value: 1002\n  unit: 人', 'N02', '“人”', '“人次”'),
  'a definition': claim(
    'definition: 上列廉政教育按签到表加总',
    'definition: 上列廉政教育按点名册加总',
    'N06',
    '309人次',
    '287人次',
    'content/reports/2024/figures.yaml',
  ),
  'the note on a changed definition': claim(
    /previous: \{ value: 6820, note: [^}]*\}/,
    'previous: { value: 6820 }',
    'N06',
    '6089户次',
    '6820户次',
  ),
  'the name of a measure': claim('measure: revenue', 'measure: revenues', 'N01', 'revenues', 'revenue'),
  'a period': claim(/(value: 1002[^]*?until: )2025-12-31/, '$12025-11-30', 'N07', '2025-11-30', '2025-12-31'),
  'an answer is dropped': {
    file: REPORT,
    from: / {2}- commitment: 2024-03\n(?: {4}.*\n)+/,
    to: '',
    rule: 'L05',
    says: ['2024-03', PROMISES],
  },
  'a reopened promise is not answered': {
    file: REPORT,
    from: / {2}- commitment: 2023-04\n(?: {4}.*\n)+/,
    to: '',
    rule: 'L05',
    says: ['2023-04', '反弹'],
  },
  'a promise is dropped': {
    ...entry('content/reports/2025/commitments.yaml', /- id: 2025-06\n(?: {2}.*\n|\n)+/, '', '6件', '5件'),
  },
  'an answer says more than the ledger': {
    file: REPORT,
    from: 'result: 继续办理',
    to: 'result: 已销号',
    rule: 'L06',
    says: ['已销号', '进行中', 'content/reports/2024/commitments.yaml'],
  },
  'the closing of a promise in another year': entry(PROMISES, 'on: 2025-10-29', 'on: 2026-10-29', '5件', '4件'),
  'a promise that was not closed': {
    file: PROMISES,
    from: /(on: 2025-06-26\n\s+state: )已销号/,
    to: '$1待验收',
    rule: 'L02',
    says: ['2024-02', '验收岗位'],
  },
  'the owner verifies himself': {
    file: PROMISES,
    from: 'verifier: 镇纪委书记',
    to: 'verifier: 镇党建办主任',
    rule: 'L02',
    says: ['2024-02', '镇党建办主任'],
  },
  'a closing without evidence': {
    file: PROMISES,
    from: /(verifier: 镇纪委书记\n)\s+evidence:\n\s+- .*\n/,
    to: '$1',
    rule: 'L02',
    says: ['2024-02', '佐证'],
  },
  'a postponement without a day': {
    file: PROMISES,
    from: / {6}due: 2026-11-30\n/,
    to: '',
    rule: 'L03',
    says: ['2024-03', '新的期限'],
  },
  'a postponement to an earlier day': {
    file: PROMISES,
    from: 'due: 2026-11-30',
    to: 'due: 2026-03-30',
    rule: 'L03',
    says: ['2026-03-30', '2026-03-31'],
  },
  'a reopening that is not said': {
    file: 'content/reports/2023/commitments.yaml',
    from: '      reopened: true\n',
    to: '',
    rule: 'L04',
    says: ['2023-04', '反弹'],
  },
  'a step after the end': {
    file: PROMISES,
    from: /(on: 2025-11-20, state: )进行中/,
    to: '$1终止',
    rule: 'L01',
    says: ['2024-04', '终止'],
  },
  'a typed figure in the body': {
    file: REPORT,
    from: '办培训<Figure id="train-sessions" />',
    to: '办培训19场',
    rule: 'N09',
    says: ['19场', '<Figure'],
  },
  'a Chinese numeral in the body': {
    file: REPORT,
    from: '<Plain>九个</Plain>村党支部',
    to: '九个村党支部',
    rule: 'N09',
    says: ['九个', '<Plain>'],
  },
  'an absolute word': { file: REPORT, from: '没达标的是', to: '所有支部都交了材料，没达标的是', rule: 'E03', says: ['所有'] },
  'empty praise': { file: REPORT, from: '没达标的是', to: '成效显著，没达标的是', rule: 'N10', says: ['显著', '空泛'] },
  'a claim loses its evidence': {
    file: REPORT,
    from: /(text: 秋季改成夜校.*\n) {4}evidence:\n {6}- .*\n/,
    to: '$1',
    rule: 'E02',
    says: ['83.3%'],
  },
  'evidence that nobody can open': {
    file: news('2025/1114-gan-ju-kai-cai'),
    from: /^---\n/,
    to: '---\ndraft: true\n',
    rule: 'E04',
    at: REPORT,
    says: ['没有公开'],
  },
};

describe('a slip in the sample content', () => {
  it('is tried in many places', () => {
    expect(Object.keys(mutations).length).toBeGreaterThanOrEqual(60);
  });

  it.each(Object.entries(mutations))('%s', (_name, { file, from, to, rule, at = file, says }) => {
    const source = edited(sample, file, (text) => text.replace(from, to));
    const found = runRules(resultRules, contextOf(source, TODAY)).filter((finding) => !before.has(keyOf(finding)));
    const named = found.filter((finding) => finding.rule === rule && finding.file === at);
    expect(named.map(({ value = '', why, fix }) => `${value} ${why} ${fix}`)).toContainEqual(
      expect.toSatisfy((message: string) => says.every((part) => message.includes(part))),
    );
  });

  it('is the only thing that the sample content says', () => {
    const errors = runRules(resultRules, contextOf(sample, TODAY)).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });
});
