import type { Exception } from '../schemas/exceptions.ts';
import type { Finding, GateContext } from './rule.ts';

/** The exceptions as written, where the table can be read. */
export function exceptionsOf({ source }: GateContext): readonly Exception[] {
  const { data } = source.exceptions?.parsed ?? {};
  return data === undefined ? [] : (data as { exceptions: Exception[] }).exceptions;
}

/** Whether an exception speaks of a finding. A number is compared as it is shown, with its stars: the table must not hold it either. */
export const excuses = ({ rule, file, value }: Exception, finding: Pick<Finding, 'rule' | 'file' | 'value'>): boolean =>
  rule === finding.rule && file === finding.file && (value === undefined ? !/^I0[12]$/.test(rule) : value === finding.value);

/** The findings that nobody answers for. An exception holds until its last day. */
export function withoutExcused(findings: readonly Finding[], context: GateContext): Finding[] {
  const holding = exceptionsOf(context).filter(({ until }) => until >= context.today);
  return findings.filter((finding) => !holding.some((exception) => excuses(exception, finding)));
}
