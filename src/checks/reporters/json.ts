import { helpOf } from './console.ts';
import type { GateReport } from '../report.ts';

/** The report for programs: counts, findings and notices, stable keys. */
export function jsonReport(report: GateReport): string {
  const count = (severity: string): number => report.findings.filter((finding) => finding.severity === severity).length;
  const { today, files, findings, notices } = report;
  const helped = findings.map((finding) => ({ ...finding, help: helpOf(finding) }));
  return JSON.stringify({ today, files, errors: count('error'), warnings: count('warning'), findings: helped, notices }, null, 2);
}
