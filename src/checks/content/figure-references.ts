import type { Publishable } from '../../derive/disclosure.ts';
import type { EntrySource } from '../../loader/read-content.ts';
import { nearest } from '../../schemas/nearest.ts';
import { closedEntries, nameOf, type Closed } from '../closed-entries.ts';
import { getIn } from '../field-node.ts';
import { isReadable } from '../companions.ts';
import { nodesOf, placeOf } from '../mdx-tree.ts';
import { about, type FieldRecord } from '../records.ts';
import type { GateContext, Rule, RuleFinding } from '../rule.ts';

/** Report → ids in its `figures.yaml`; undefined while that file cannot be read. */
type Figures = Map<string, string[] | undefined>;

function message(figures: Figures, report: string, figure: string): { why: string; fix: string } | undefined {
  const ids = figures.get(report);
  if (ids === undefined || ids.includes(figure)) return undefined;
  const guess = nearest(figure, ids);
  return {
    why: `${report} 年报告的 figures.yaml 里没有“${figure}”这个数字`,
    fix: guess === undefined ? '核对编号，或者先在 figures.yaml 里登记这个数字' : `是不是想写 ${guess}`,
  };
}

function inFields(record: FieldRecord, figures: Figures): RuleFinding[] {
  return record.fields.flatMap(({ node, value, path }) => {
    if (node.oneOf === undefined || getIn(value, ['kind']) !== '数字') return [];
    const [report, figure] = [getIn(value, ['report']), getIn(value, ['figure'])];
    if (typeof report !== 'string' || typeof figure !== 'string') return [];
    const found = message(figures, report, figure);
    return found === undefined ? [] : [about(record, [...path, 'figure'], found)];
  });
}

function dueOf({ parsed }: EntrySource): string {
  const { publishOn, date } = (parsed.data ?? {}) as Partial<Publishable>;
  return publishOn ?? date ?? '';
}

/** A text that readers have and that shows a figure of a report that they do not have: its page could not be made. */
function notYetOpen(entry: EntrySource, report: EntrySource, closed: Closed, today: string): { why: string; fix: string } | undefined {
  if (entry === report || closed.has(nameOf(entry))) return undefined;
  const state = closed.get(nameOf(report)) ?? (dueOf(report) > today && dueOf(report) > dueOf(entry) ? '还没有公开' : undefined);
  return state && { why: `${report.id} 年的报告${state}，不能引用里面的数字`, fix: '直接写出数字和它的出处，或者等报告公开' };
}

function inBody(entry: EntrySource, figures: Figures, open: (entry: EntrySource, report: string) => ReturnType<typeof message>): RuleFinding[] {
  return nodesOf(entry, 'mdxJsxFlowElement', 'mdxJsxTextElement').flatMap((node) => {
    if (node.name !== 'Figure') return [];
    const attribute = (name: string): string | undefined => {
      const value = node.attributes?.find((candidate) => candidate.name === name)?.value;
      return typeof value === 'string' ? value : undefined;
    };
    const id = attribute('id');
    const report = attribute('report') ?? (entry.collection === 'reports' ? entry.id : undefined);
    if (id === undefined) return [];
    const place = { file: entry.file, ...placeOf(entry, node) };
    if (report === undefined)
      return [{ ...place, why: '没有写明是哪一年报告里的数字', fix: `加上年份，写成 <Figure id="${id}" report="2025" />` }];
    if (!figures.has(report)) return [{ ...place, why: `没有 ${report} 年的报告`, fix: '核对 report 后面的年份' }];
    const found = message(figures, report, id) ?? open(entry, report);
    return found === undefined ? [] : [{ ...place, ...found }];
  });
}

function figuresOf({ records, source }: GateContext): Figures {
  const reports = source.entries.filter(({ collection }) => collection === 'reports');
  const figures: Figures = new Map(reports.map((report) => [report.id, isReadable(report, 'figures') ? [] : undefined]));
  for (const { kind, entry, value } of records)
    if (kind === 'figures') figures.get(entry?.id ?? '')?.push(String(getIn(value, ['id'])));
  return figures;
}

/** Figures that a text or a piece of evidence names and no report holds. */
export const figureReferences: Rule = {
  id: 'R03',
  title: '引用的数字没有登记',
  severity: 'error',
  basis: '报告里的数字都登记在 figures.yaml，正文只引用编号',
  check: (context) => {
    const figures = figuresOf(context);
    const closed = closedEntries(context);
    const reports = new Map(context.source.entries.flatMap((entry) => (entry.collection === 'reports' ? [[entry.id, entry] as const] : [])));
    const open = (entry: EntrySource, year: string): ReturnType<typeof message> => {
      const report = reports.get(year);
      return report && notYetOpen(entry, report, closed, context.today);
    };
    return [
      ...context.records.flatMap((record) => inFields(record, figures)),
      ...context.source.entries.flatMap((entry) => inBody(entry, figures, open)),
    ];
  },
};
