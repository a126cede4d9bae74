import { percentage, rounded, sumOf } from '../../lib/decimals.ts';
import type { Content, ReportEntry } from '../../schemas/content.ts';
import type { Figure } from '../../schemas/figure.ts';
import { nearest } from '../../schemas/nearest.ts';
import {
  findMeasure,
  groupSums,
  measures,
  quarterSums,
  versionOf,
  type Contribution,
  type Measure,
  type MeasureResult,
} from '../measures/index.ts';
import { sameDefinition } from '../definitions.ts';
import { fileOf } from '../files.ts';
import { publishedContent, unfiltered } from '../published.ts';
import { amount, type ReconcileRow, type Verdict } from './row.ts';

type Finding = Pick<ReconcileRow, 'check' | 'path' | 'claimed' | 'computed' | 'basis'> &
  Partial<ReconcileRow> & { same: boolean; otherwise?: Verdict };

/** All comparisons of one figure of a report. */
export function reconcileFigure(content: Content, report: ReportEntry, figure: Figure, today: string): ReconcileRow[] {
  const measure = figure.measure === undefined ? undefined : findMeasure(figure.measure);
  const findings = [
    ...(figure.measure === undefined ? source(figure) : measure === undefined ? unknown(figure, figure.measure) : []),
    ...(measure === undefined ? [] : againstMeasure(content, report, figure, measure, today)),
    ...parts(figure),
    ...share(figure),
    ...period(report, figure, measure),
    ...previous(content, report, figure, measure),
  ];
  return findings.map(({ same, otherwise = '不一致', ...finding }) => ({
    collection: 'reports',
    id: report.id,
    year: report.data.year,
    figure: figure.id,
    label: figure.label,
    entries: [],
    excluded: [],
    hidden: [],
    ...finding,
    verdict: same ? (finding.verdict ?? '一致') : otherwise,
  }));
}

function source({ value, unit, source: document }: Figure): Finding[] {
  const basis = [document?.title, document?.number, document?.on].filter((text) => text !== undefined).join('，');
  return [{ check: '出处', path: ['source'], claimed: amount(value, unit), computed: '—', same: true, verdict: '有出处', basis }];
}

function unknown({ value, unit }: Figure, id: string): Finding[] {
  const guess = nearest(
    id,
    measures.map((measure) => measure.id),
  );
  const basis = `没有“${id}”这个指标${guess === undefined ? '' : `，是不是想写 ${guess}`}`;
  return [{ check: '指标', path: ['measure'], claimed: amount(value, unit), computed: '算不出来', same: false, basis }];
}

function againstMeasure(content: Content, report: ReportEntry, figure: Figure, measure: Measure, today: string): Finding[] {
  const { year } = report.data;
  const result = measure.compute(publishedContent(content, today), year);
  const everything = measure.compute(unfiltered(content, today), year);
  const reasons = {
    entries: result.entries,
    excluded: result.excluded ?? [],
    hidden: withoutThose(everything.entries, result.entries),
  };
  const basis = versionOf(measure, year).definition;
  const compared = (
    check: Finding['check'],
    path: Finding['path'],
    claimed: number,
    computed: number,
    unit: string,
  ): Finding => ({
    check,
    path,
    claimed: amount(claimed, unit),
    computed: amount(computed, unit),
    same: claimed === computed,
    basis,
    ...reasons,
  });
  return [
    { ...compared('指标', ['value'], figure.value, result.value, figure.unit), computed: amount(result.value, result.unit) },
    { check: '单位', path: ['unit'], claimed: figure.unit, computed: result.unit, same: figure.unit === result.unit, basis },
    ...(result.share === undefined || figure.share === undefined
      ? []
      : [
          compared('占比', ['share', 'part'], figure.share.part, result.share.part, ''),
          compared('占比', ['share', 'whole'], figure.share.whole, result.share.whole, ''),
        ]),
    ...claimedParts(figure, result).map(({ index, claimed, computed, label }) => ({
      ...compared('分项', ['parts', index, 'value'], claimed, computed, figure.unit),
      basis: `${measure.title}里的“${label}”`,
    })),
  ];
}

/** Claimed parts beside computed ones, where they are named after the groups or quarters of the measure; a group may have become empty. */
function claimedParts({ parts: claimed = [] }: Figure, { entries }: MeasureResult) {
  const labels = new Set(claimed.map(({ label }) => label));
  for (const sums of [groupSums(entries), quarterSums(entries)]) {
    const known = new Map(sums.map(({ label, value }) => [label, value]));
    const named = [...labels].every((label) => known.has(label)) || sums.every(({ label }) => labels.has(label));
    if (labels.size === 0 || sums.length === 0 || !named) continue;
    return claimed.map(({ label, value }, index) => ({ index, label, claimed: value, computed: known.get(label) ?? 0 }));
  }
  return [];
}

function withoutThose(all: readonly Contribution[], counted: readonly Contribution[]): Contribution[] {
  const key = ({ collection, id, group, label }: Contribution): string => [collection, id, group, label].join('\t');
  const known = new Set(counted.map(key));
  return all.filter((entry) => !known.has(key(entry)));
}

/** Totals equal the sum of their parts; rounded percentages may be off by half a tenth each. */
function parts({ parts: items, value, unit }: Figure): Finding[] {
  if (items === undefined) return [];
  const sum = rounded(sumOf(items.map((item) => item.value)), 2);
  const slack = unit === '%' ? 0.05 * items.length : 0;
  const basis = items.map((item) => `${item.label} ${String(item.value)}`).join('，');
  return [
    {
      check: '分项',
      path: ['parts'],
      claimed: amount(value, unit),
      computed: amount(sum, unit),
      same: Math.abs(sum - value) <= slack,
      basis,
    },
  ];
}

function share({ share: of, value, unit }: Figure): Finding[] {
  if (of === undefined || unit !== '%') return [];
  const computed = percentage(of.part, of.whole) ?? 0;
  const basis = `${String(of.part)} ÷ ${String(of.whole)}（${of.of}），保留一位小数`;
  return [
    {
      check: '占比',
      path: ['value'],
      claimed: amount(value, '%'),
      computed: amount(computed, '%'),
      same: value === computed,
      basis,
    },
  ];
}

/** A measure speaks of a whole calendar year, so a figure that names one does too; no figure is counted before its period ends. */
function period({ data: { year } }: ReportEntry, { period: span, asOf }: Figure, measure: Measure | undefined): Finding[] {
  if (span === undefined) return [];
  const [from, until] = [`${String(year)}-01-01`, `${String(year)}-12-31`];
  const claimed = `${span.from} 至 ${span.until}`;
  const whole: Finding[] =
    measure === undefined
      ? []
      : [
          {
            check: '时段',
            path: ['period', span.from === from ? 'until' : 'from'],
            claimed,
            computed: `${from} 至 ${until}`,
            same: span.from === from && span.until === until,
            basis: '核对指标按整个年度计算',
          },
        ];
  return [
    ...whole,
    {
      check: '时段',
      path: ['asOf'],
      claimed: asOf,
      computed: `${span.until} 或以后`,
      same: asOf >= span.until,
      otherwise: '提醒',
      basis: '截至日期不早于统计时段结束',
    },
  ];
}

/** The previous-year column is what last year's report said; a definition that changed since is said beside it. */
function previous(content: Content, report: ReportEntry, figure: Figure, measure: Measure | undefined): Finding[] {
  if (figure.previous === undefined) return [];
  const last = content.reports.find(({ data }) => data.year === report.data.year - 1);
  const before =
    last?.figures.find(({ id }) => id === figure.id) ??
    last?.figures.find((candidate) => figure.measure !== undefined && candidate.measure === figure.measure);
  if (last === undefined || before === undefined) return [];
  const file = fileOf({ collection: 'reports', id: last.id, companion: 'figures' });
  const { value, note } = figure.previous;
  const changed = redefined(figure, before, measure, report.data.year);
  return [
    {
      check: '上年',
      path: ['previous', 'value'],
      claimed: amount(value, figure.unit),
      computed: amount(before.value, before.unit),
      same: value === before.value && figure.unit === before.unit,
      basis: `${String(last.data.year)} 年报告里的“${before.label}”`,
      file,
    },
    {
      check: '口径',
      path: ['previous'],
      claimed: amount(figure.value, figure.unit),
      computed: amount(before.value, before.unit),
      same: changed === undefined || note !== undefined,
      basis: changed ?? '两年口径相同',
      file,
    },
  ];
}

function redefined(figure: Figure, before: Figure, measure: Measure | undefined, year: number): string | undefined {
  if (!sameDefinition(figure.definition, before.definition))
    return `上年口径是“${before.definition}”，今年是“${figure.definition}”`;
  if (measure === undefined || versionOf(measure, year).version === versionOf(measure, year - 1).version) return undefined;
  return `核对指标“${measure.title}”从 ${String(versionOf(measure, year).from)} 年起换了口径`;
}
