import type { Finding } from '../rule.ts';
import type { GateReport } from '../report.ts';
import { excerpt } from './excerpt.ts';

const LABELS = { error: '错误', warning: '提醒' } as const;
const COLOURS = { error: 31, warning: 33, dim: 2 } as const;

type Paint = (colour: keyof typeof COLOURS, text: string) => string;

/** A finding in one line: place, severity, rule, field, what was written, why, how to mend it. */
export function sentence({ field, value, why, fix }: Finding): string {
  const written = value === undefined ? '' : `写成了“${shorten(value)}”，`;
  const cause = `${field === undefined ? '' : `${field}：`}${written}${why}`;
  return fix === '' ? cause : `${cause} → ${fix}`;
}

/** Where the rule is explained. */
export const helpOf = ({ rule }: Pick<Finding, 'rule'>): string => `docs/rules/${rule}.md`;

function shorten(value: string): string {
  const line = value.replaceAll('\n', ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** The report for a terminal. Colours only where the caller says that they are wanted. */
export function consoleReport(
  report: GateReport,
  lineOf: (file: string, line: number) => string | undefined,
  colour: boolean,
): string {
  const paint: Paint = (name, text) => (colour ? `\u001b[${COLOURS[name]}m${text}\u001b[0m` : text);
  const told = new Set<string>();
  const blocks = report.findings.map((finding) => {
    const place = `${finding.file}:${finding.line}:${finding.column}`;
    const head = `${place} ${paint(finding.severity, LABELS[finding.severity])} [${finding.rule}] ${sentence(finding)}`;
    const source = lineOf(finding.file, finding.line);
    // Once a rule is enough; a report of fifty findings is long as it is.
    const help = told.has(finding.rule) ? '' : `\n${paint('dim', `    说明：${helpOf(finding)}`)}`;
    told.add(finding.rule);
    if (source === undefined || source.trim() === '') return `${head}${help}`;
    const { line, caret } = excerpt(source, finding.column);
    return `${head}\n${paint('dim', `    ${line}`)}\n${paint(finding.severity, `    ${caret}`)}${help}`;
  });
  const notices = report.notices.length === 0 ? [] : [`说明：\n${report.notices.map((notice) => `  - ${notice}`).join('\n')}`];
  return [...blocks, ...notices, summary(report)].join('\n\n');
}

/** The last line of the report. */
export function summary({ files, findings }: GateReport): string {
  const count = (severity: Finding['severity']): number => findings.filter((finding) => finding.severity === severity).length;
  const errors = count('error');
  const warnings = count('warning');
  if (errors + warnings === 0) return `共检查 ${files} 个文件，没有发现问题，可以放心发布。`;
  const parts = [...(errors > 0 ? [`${errors} 处错误`] : []), ...(warnings > 0 ? [`${warnings} 处提醒`] : [])].join('，');
  const advice = errors > 0 ? '错误改完才能发布' : '提醒不影响发布，请看一看';
  return `共检查 ${files} 个文件：${parts}。${advice}；每条规则的说明见 docs/rules/。`;
}
