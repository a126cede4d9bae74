import { fileOf } from '../../derive/files.ts';
import type { ReconcileRow } from '../../derive/reconcile/index.ts';
import { behind, reconcileRule } from '../reconciled.ts';
import type { Rule } from '../rule.ts';

const BASIS = '数字要能核对：口径、单位、总数和分项写明，写的和算的一致';
const head = (id: string, title: string, severity: Rule['severity'] = 'error', basis = BASIS) => ({ id, title, severity, basis });
const figureFile = (row: ReconcileRow): string => fileOf({ collection: 'reports', id: row.id, companion: 'figures' });
/** 占比 at the value is the quotient of the two claimed numbers; at the share it is one of them against the entries. */
const isQuotient = ({ check, path }: ReconcileRow): boolean => check === '占比' && path[0] === 'value';

const unknownMeasure = ({ basis }: ReconcileRow) => ({ why: basis, fix: '核对指标编号，或者删掉 measure，改写 source（数据出处）' });

function mismatch(row: ReconcileRow): { why: string; fix: string } {
  // An entry that was taken down later cannot be counted any more; the number then needs a document behind it.
  const gone = row.hidden.length > 0 ? '条目后来撤下的，删掉 measure，改写 source（数据出处）；' : '';
  return {
    why: `“${row.label}”写的是 ${row.claimed}，按条目算出来是 ${row.computed}。${behind(row) || row.basis}`,
    fix:
      `条目没错就把 ${figureFile(row)} 改成 ${row.computed}；条目错了就打开上面的文件改；${gone}` +
      `逐条查看：npm run reconcile -- --figure ${row.figure ?? ''}`,
  };
}

/** What a report claims against what the entries say: one rule for each way in which a number can be wrong. */
export const figureRules: readonly Rule[] = [
  reconcileRule(
    head('N01', '数字和条目算出来的不一致'),
    { collection: 'reports', checks: ['指标', '占比'], only: (row) => !isQuotient(row) },
    (row) => (row.path[0] === 'measure' ? unknownMeasure(row) : mismatch(row)),
  ),
  reconcileRule(head('N02', '单位和指标的单位不一致'), { collection: 'reports', checks: ['单位'] }, (row) => ({
    why: `“${row.label}”的单位写的是“${row.claimed}”，这个指标按“${row.computed}”计算`,
    fix: `改成 ${row.computed}，或者换一个核对指标`,
  })),
  reconcileRule(head('N03', '分项和总数对不上'), { collection: 'reports', checks: ['分项'] }, (row) => ({
    why:
      row.path.length === 1
        ? `“${row.label}”写的是 ${row.claimed}，各分项相加是 ${row.computed}（${row.basis}）`
        : `${row.basis}写的是 ${row.claimed}，按条目算出来是 ${row.computed}。${behind(row)}`,
    fix: row.path.length === 1 ? '核对各分项和总数，改错的那一个' : `核对这一项；条目错了就打开上面的文件改`,
  })),
  reconcileRule(head('N04', '占比算得不对'), { collection: 'reports', checks: ['占比'], only: isQuotient }, (row) => ({
    why: `“${row.label}”写的是 ${row.claimed}，${row.basis}，应是 ${row.computed}`,
    fix: `改成 ${row.computed}，或者核对 share 里的两个数`,
  })),
  reconcileRule(head('N05', '上年数值和上年的报告不一致'), { collection: 'reports', checks: ['上年'] }, (row) => ({
    why: `“${row.label}”的上年数值写的是 ${row.claimed}，${row.basis}写的是 ${row.computed}（${row.file ?? ''}）`,
    fix: `改成 ${row.computed}；上年报告错了，就改上年报告并写更正说明`,
  })),
  reconcileRule(head('N06', '口径变了没有说明'), { collection: 'reports', checks: ['口径'] }, (row) => ({
    why: `“${row.label}”今年 ${row.claimed}、上年 ${row.computed}，口径不同：${row.basis}（${row.file ?? ''}）`,
    fix: '在 previous 里加 note，说明口径哪里变了、两年能不能直接比；其实没变就把两处写成一样',
  })),
  reconcileRule(head('N07', '统计时段和核对指标不一致'), { collection: 'reports', checks: ['时段'] }, (row) => ({
    why: `“${row.label}”的统计时段写的是 ${row.claimed}，${row.basis}（${row.computed}）`,
    fix: '改统计时段；只统计其中几个月的，删掉 measure，改写 source（数据出处）',
  })),
  reconcileRule(head('N08', '截至日期早于统计时段的结束', 'warning'), { collection: 'reports', checks: ['时段'], verdict: '提醒' }, (row) => ({
    why: `“${row.label}”截至 ${row.claimed}，那时统计时段还没有结束`,
    fix: `改成 ${row.computed}，或者把统计时段改到截至日期为止`,
  })),
];
