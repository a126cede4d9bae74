import type { MatrixView } from '../../queries/views/record.ts';
import type { FigureView } from '../../queries/views/body.ts';
import type { BranchView } from '../../queries/views/branch.ts';
import type { CommitmentStates } from '../../queries/views/commitment.ts';
import type { NewsCardView } from '../../queries/views/news.ts';
import type { Link } from '../../queries/views/page.ts';

/** What the style guide shows: one of each thing, in the states that matter. */
export const chips: (Link & { current: boolean })[] = [
  { href: '#a', text: '全部', current: true },
  { href: '#b', text: '基层治理', current: false },
  { href: '#c', text: '一个长得多的名字', current: false },
];

export const article: NewsCardView = {
  href: '#news',
  title: '一个不长不短的标题，说清谁在哪里做了什么',
  date: '2026-11-20 09:30',
  source: '镇党建办',
  summary: '一两句话的摘要，写时间、地点、数字和下一步。',
  column: { href: '#news', text: '基层组织建设' },
  cover: undefined,
  notice: undefined,
};

const figure: FigureView = {
  id: 'share',
  label: '标准化党支部占比',
  text: '75%（9/12）',
  parts: { value: '75', unit: '%', share: '9/12' },
  headline: true,
  definition: '当年“五好”必备项目都达标并有佐证的党支部占比',
  asOf: '2025-12-31',
  previous: { text: '66.7%', change: '多8.3个百分点', note: '标准多三条' },
  owner: '镇党委组织委员',
  source: '由本站条目汇总核对',
  href: '#results',
};

export const figures: FigureView[] = [
  figure,
  { ...figure, id: 'plain', label: '没有上年可比', text: '12个', previous: undefined },
];

export const states: CommitmentStates = {
  states: ['办成销号', '还在办', '没办成'],
  years: [
    { year: 2025, href: '#results', counts: [2, 4, 0] },
    { year: 2024, href: '#results', counts: [3, 1, 1] },
  ],
};

export const matrix: MatrixView = {
  year: 2026,
  due: 15,
  held: 13,
  gaps: 2,
  rows: [
    { kind: '党员大会', span: 3, cells: ['✓', '缺', '✓', ''] },
    { kind: '支委会', span: 1, cells: ['✓', '✓', '缺', '✓', '✓', '✓', '✓', '✓', '✓', '✓', '', ''] },
    { kind: '党小组会', span: 1, cells: ['—', '—', '—', '—', '—', '—', '—', '—', '—', '—', '—', '—'] },
  ],
};

const item = { text: '“三会一课”按时召开', required: true, on: '2026-07-14', evidence: [{ text: '会议记录本' }] };

export const assessment: BranchView['assessments'][number] = {
  year: 2026,
  coverage: { total: 1, withEvidence: 1 },
  heads: [
    {
      name: '工作机制好',
      items: [
        { ...item, state: '达标', note: undefined },
        { ...item, state: '未达标', note: '三月没有开支委会', evidence: [] },
        { ...item, state: '未评', required: false, on: undefined, note: undefined, evidence: [] },
      ],
    },
  ],
};
