import { absoluteClaims } from './content/absolute-claims.ts';
import { reportFigures } from './content/bare-figures.ts';
import { branchRules } from './content/branch-rules.ts';
import { answersFitLedger, carryOver } from './content/carry-over.ts';
import { cooperativeRules } from './content/cooperative-sums.ts';
import { provenClaims, provenItems, publicEvidence } from './content/evidence.ts';
import { figureRules } from './content/figures.ts';
import { ledgerRules } from './content/ledger.ts';
import { secretaryLecture } from './content/secretary-lecture.ts';
import { smallCountTitles } from './content/small-count-titles.ts';
import { vagueWords } from './content/vague-words.ts';
import type { Rule } from './rule.ts';

/** Rules on results: figures, sums of co-ops, promises, evidence, branches. */
export const resultRules: readonly Rule[] = [
  ...[...figureRules, reportFigures, vagueWords],
  ...cooperativeRules,
  ...[...ledgerRules, carryOver, answersFitLedger],
  ...[provenItems, provenClaims, absoluteClaims, publicEvidence, smallCountTitles],
  ...[...branchRules, secretaryLecture],
];
