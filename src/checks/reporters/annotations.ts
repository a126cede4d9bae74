import { createHash } from 'node:crypto';
import type { Finding } from '../rule.ts';
import { helpOf, sentence } from './console.ts';

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Workflow commands of GitHub Actions: each finding is shown at its line in the pull request. */
export function githubAnnotations(findings: readonly Finding[]): string {
  return findings
    .map((finding) => {
      const place = `file=${escapeProperty(finding.file)},line=${finding.line},col=${finding.column}`;
      return `::${finding.severity} ${place},title=${escapeProperty(finding.rule)}::${escapeData(`${sentence(finding)}（说明：${helpOf(finding)}）`)}`;
    })
    .join('\n');
}

/** A Code Quality report of GitLab. A finding keeps its fingerprint while its text stays, wherever the line moves. */
export function gitlabReport(findings: readonly Finding[]): string {
  const seen = new Map<string, number>();
  const issues = findings.map((finding) => {
    const key = `${finding.rule}\0${finding.file}\0${sentence(finding)}`;
    const repeat = seen.get(key) ?? 0;
    seen.set(key, repeat + 1);
    return {
      description: `${sentence(finding)}（说明：${helpOf(finding)}）`,
      check_name: finding.rule,
      fingerprint: createHash('sha256').update(`${key}\0${repeat}`).digest('hex'),
      severity: finding.severity === 'error' ? 'major' : 'minor',
      location: { path: finding.file, lines: { begin: finding.line } },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
