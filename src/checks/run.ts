import { byText } from '../lib/by-text.ts';
import { narrowed } from './context.ts';
import type { Finding, GateContext, Rule } from './rule.ts';

/**
 * All findings, errors first, then by place. What a slip of writing explains is not said a second time.
 * @param part what rules on one entry look at, where not everything is looked at
 */
export function runRules(rules: readonly Rule[], context: GateContext, part: GateContext = context): Finding[] {
  const findings = rules.flatMap(({ id, severity, scope, check }) =>
    check(scope === 'entry' ? part : context).map((finding): Finding => ({ rule: id, severity, ...finding })),
  );
  if (findings.length === 0) return [];
  const around =
    part === context
      ? context
      : narrowed(
          context,
          findings.map(({ file }) => file),
        );
  return withoutEchoes(findings, new Set(around.blanks.map(placeOf))).sort(
    (a, b) =>
      rank(a) - rank(b) ||
      byText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      byText(a.rule, b.rule) ||
      byText(a.why, b.why),
  );
}

const rank = ({ severity }: Finding): number => (severity === 'error' ? 0 : 1);

/** The rule that passes on what the YAML parser says. */
const PARSER = 'Y11';
/** The rules on what a template left to be filled in. */
const BLANK = ['S08', 'S09'];
const MISSING = 'S01';
const UNKNOWN_KEY = 'S03';
/** `审核（reviewer）` → `reviewer`. */
const keyOf = ({ field = '' }: Finding): string => /([\w]+)）?$/.exec(field)?.[1] ?? '';
const isForm = ({ rule, severity }: Finding): boolean => rule.startsWith('Y') && rule !== PARSER && severity === 'error';

const placeOf = ({ file, line }: Pick<Finding, 'file' | 'line'>): string => `${file}:${line}`;
/** Rules on the text, on persons and on the site as a whole: they say something of their own about a line. */
const standsAlone = ({ rule }: Finding): boolean => /^[IMWC]/.test(rule);

/** A misread line makes the parser and the schema complain as well, and so does a blank; only the cause is kept. */
function withoutEchoes(all: Finding[], blanks: ReadonlySet<string>): Finding[] {
  const findings = all.filter(
    (finding) =>
      // A value with a lost character in it is wrong for that reason, which has a finding of its own.
      finding.value?.includes('\ufffd') !== true &&
      (BLANK.includes(finding.rule) || standsAlone(finding) || !blanks.has(placeOf(finding))),
  );
  const causes = findings.filter(isForm);
  const files = new Set(causes.map(({ file }) => file));
  const lines = new Set(causes.map(placeOf));
  const meant = new Set(
    findings
      .filter(({ rule }) => rule === UNKNOWN_KEY)
      .map(({ file, fix }) => `${file}:${/^是不是想写 (\S+)$/.exec(fix)?.[1] ?? ''}`),
  );
  return findings.filter((finding) => {
    if (isForm(finding)) return true;
    // A mistyped name also leaves the right one out; saying so would be a second finding for one slip.
    if (finding.rule === MISSING && meant.has(`${finding.file}:${keyOf(finding)}`)) return false;
    if (finding.rule === PARSER) return !files.has(finding.file);
    return standsAlone(finding) || !lines.has(placeOf(finding));
  });
}
