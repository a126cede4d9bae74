import { meetingMatrices, type MatrixRow } from '../meeting-matrix.ts';
import { shareMeasure, sumMeasure, type Contribution, type MeasureSpec } from './measure.ts';

/** One contribution for each branch and kind of meeting that has something to count. */
const perRow =
  (count: (row: MatrixRow) => number): MeasureSpec['entries'] =>
  (content, year) =>
    meetingMatrices(content, year).flatMap(({ branch: { id, data }, rows }) =>
      rows
        .map((row): Contribution => ({
          collection: 'branches',
          id,
          amount: count(row),
          label: data.shortName,
          group: row.kind,
          companion: 'meetings',
        }))
        .filter(({ amount }) => amount > 0),
    );

const due = sumMeasure({
  id: 'meetings-due',
  title: '应开会议期次',
  definition:
    '党员大会、党课每季度，支委会、党小组会、主题党日每月，组织生活会、民主评议党员每年，各算一期；没有支委会、党小组的支部不算那一类，还没过完的不算',
  unit: '次',
  entries: perRow((row) => row.due),
});

const onTime = sumMeasure({
  id: 'meetings-on-time',
  title: '按期召开的期次',
  definition: '应开的期次里至少开过一次并有记录的',
  unit: '次',
  entries: perRow((row) => row.held),
});

/** 组织生活: meetings that took place, were due, or are missing. */
export const meetingMeasures = [
  sumMeasure({
    id: 'meetings-held',
    title: '支部会议',
    definition: '各党支部会议记录里登记的“三会一课”、主题党日、组织生活会和民主评议党员，按次相加',
    unit: '次',
    entries: perRow((row) => row.meetings),
  }),
  due,
  onTime,
  shareMeasure({
    id: 'meetings-on-time-share',
    title: '按期召开率',
    definition: '按期召开的期次占应开期次的比例，保留一位小数',
    part: onTime,
    whole: due,
  }),
  sumMeasure({
    id: 'meetings-gaps',
    title: '没开的会议期次',
    definition: '应开而没有记录的期次，一个月、一个季度或一年算一期',
    unit: '次',
    entries: perRow((row) => row.gaps),
  }),
];
