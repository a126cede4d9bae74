import type { BranchEntry, Content } from '../schemas/content.ts';

/** The branches that are assessed and hold meetings: 党支部 and 联合党支部, not the committees above them, not 功能型党支部. */
export function basicBranches({ branches }: Content, year: number): BranchEntry[] {
  return branches.filter(
    ({ data }) => (data.kind === '党支部' || data.kind === '联合党支部') && data.founded <= `${String(year)}-12-31`,
  );
}
