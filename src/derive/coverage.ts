import { percentage } from '../lib/decimals.ts';
import type { Branch } from '../schemas/branch.ts';
import type { Report } from '../schemas/report.ts';

export interface Coverage {
  /** Statements that a reader may ask evidence for. */
  total: number;
  withEvidence: number;
  /** With one decimal; undefined when there is nothing to prove. */
  percent: number | undefined;
  /** The words or ids of those without. */
  without: string[];
}

function coverage(statements: readonly { name: string; evidence: readonly unknown[] | undefined }[]): Coverage {
  const without = statements.filter(({ evidence = [] }) => evidence.length === 0).map(({ name }) => name);
  const withEvidence = statements.length - without.length;
  return { total: statements.length, withEvidence, percent: percentage(withEvidence, statements.length), without };
}

/** How much of what a report claims can be looked up. Its answers lean on the evidence in the ledger. */
export function reportCoverage({ claims = [] }: Report): Coverage {
  return coverage(claims.map(({ text, evidence }) => ({ name: text, evidence })));
}

/** How much of what a branch says it has met in a year can be looked up. */
export function branchCoverage({ assessments = [] }: Branch, year: number): Coverage {
  const items = assessments.filter((assessment) => assessment.year === year).flatMap((assessment) => assessment.items);
  return coverage(items.filter(({ state }) => state === '达标').map(({ item, evidence }) => ({ name: item, evidence })));
}
