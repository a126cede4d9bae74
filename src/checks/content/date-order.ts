import type { Path } from '../../loader/yaml-source.ts';
import { isDay } from '../../schemas/dates.ts';
import { getIn } from '../field-node.ts';
import { about, textAt, type FieldRecord } from '../records.ts';
import type { Rule, RuleFinding } from '../rule.ts';

interface Step {
  path: Path;
  name: string;
  /** What is advised where the order is odd and may still be true: a warning then. */
  advice?: string;
}

/** Steps that follow each other; each is compared with the nearest earlier one that is filled in. */
const DISCLOSURE: Step[] = [
  { path: ['disclosure', 'proposed', 'on'], name: '提出' },
  { path: ['disclosure', 'reviewed', 'on'], name: '审核' },
  { path: ['disclosure', 'approved', 'on'], name: '审批' },
];
const DECISION: Step[] = [
  { path: ['decision', 'proposed', 'on'], name: '提议' },
  { path: ['decision', 'discussed', 'on'], name: '商议' },
  { path: ['decision', 'reviewed', 'on'], name: '审议' },
  { path: ['decision', 'resolved', 'on'], name: '决议' },
  { path: ['decision', 'carriedOut', 'on'], name: '实施' },
];
const NEWS: Step[] = [
  { path: ['disclosure', 'approved', 'on'], name: '审批' },
  { path: ['date'], name: '发布' },
];
const NOTICE = '核对两个日期；先在公开栏贴出、网上登晚了的，网上看到的人天数不够，最好把截止日期往后延';
const published = (record: FieldRecord): Step => ({ path: [record.kind === 'news' || record.kind === 'reports' ? 'date' : 'updated'], name: '发布' });

const list = (record: FieldRecord, ...path: Path): unknown[] => {
  const value = getIn(record.value, path);
  return Array.isArray(value) ? value : [];
};

function chains(record: FieldRecord): Step[][] {
  if (record.kind === 'commitments')
    return [list(record, 'history').map((_, index) => ({ path: ['history', index, 'on'], name: index === 0 ? '立账' : `第${index}步` }))];
  if (record.kind !== record.entry?.collection) return [];
  const start = published(record);
  const dated = record.kind === 'news' || record.kind === 'reports';
  return [
    DISCLOSURE,
    DECISION,
    ...(dated ? [NEWS] : []),
    ...(dated ? list(record, 'changes').map((_, index) => [start, { path: ['changes', index, 'on'], name: '更正' }]) : []),
    ...(dated ? [[start, { path: ['withdrawn', 'on'], name: '撤下' }]] : []),
    ...(record.kind === 'reports' ? [[{ path: ['period', 'from'], name: '报告期开始' }, { path: ['period', 'until'], name: '报告期结束' }, start]] : []),
    ...list(record, 'committee').map((_, index) => ['since', 'left'].map((key, at) => ({ path: ['committee', index, key], name: at === 0 ? '任职' : '离任' }))),
    // Who reads of a 公示 after its first day has fewer days than were promised; it may have hung on the wall before.
    ...(record.kind === 'news' ? [[start, { path: ['notice', 'from'], name: '公示开始', advice: NOTICE }]] : []),
    // What is counted has happened before it is told.
    ...list(record, 'events').map((_, index) => [{ path: ['events', index, 'on'], name: '事情发生' }, { path: ['date'], name: '发布' }]),
  ];
}

function check(record: FieldRecord): RuleFinding[] {
  return chains(record).flatMap((chain) => {
    const dated = chain
      .map((step) => ({ ...step, day: textAt(record, ...step.path)?.slice(0, 10) ?? '' }))
      .filter(({ day }) => isDay(day));
    return dated.flatMap((step, index) => {
      const before = dated[index - 1];
      if (before === undefined || before.day <= step.day) return [];
      const { advice } = step;
      const why = `${step.name}（${step.day}）早于${before.name}（${before.day}）`;
      const found = about(record, step.path, { why, fix: advice ?? '核对两个日期，先后顺序不能颠倒' });
      return [advice === undefined ? found : { ...found, severity: 'warning' as const }];
    });
  });
}

/** Steps that can only follow each other. */
export const dateOrder: Rule = {
  id: 'D03',
  title: '日期的先后颠倒',
  severity: 'error',
  basis: '党务公开按提出、审核、审批、实施的顺序办理；四议两公开、承诺台账各有先后',
  check: ({ records }) => records.flatMap(check),
};
