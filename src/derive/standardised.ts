import type { Branch } from '../schemas/branch.ts';
import type { Standard } from '../schemas/standard.ts';

type AssessmentState = '达标' | '未达标' | '未评';

export interface ItemResult {
  item: string;
  text: string;
  head: string;
  required: boolean;
  /** 未评 for an item that nobody assessed; 达标 without evidence counts as 未评. */
  state: AssessmentState;
  hasEvidence: boolean;
  on?: string;
}

export interface StandardResult {
  year: number;
  items: ItemResult[];
  /** All required items 达标 with evidence. */
  standardised: boolean;
  /** Required items that stand in the way. */
  missing: ItemResult[];
  counts: Record<AssessmentState, number>;
}

/** How a branch stands against the items of a year; every item of the standard appears, whether the branch lists it or not. */
export function standardResult(branch: Branch, standard: Standard): StandardResult {
  const rated = new Map(
    (branch.assessments ?? [])
      .filter(({ year }) => year === standard.year)
      .flatMap(({ items }) => items.map((item) => [item.item, item])),
  );
  const items = standard.heads.flatMap((head) =>
    head.items.map(({ id, text, required }): ItemResult => {
      const found = rated.get(id);
      const hasEvidence = (found?.evidence ?? []).length > 0;
      const state = found === undefined || (found.state === '达标' && !hasEvidence) ? '未评' : found.state;
      return { item: id, text, head: head.name, required, state, hasEvidence, ...(found?.on !== undefined && { on: found.on }) };
    }),
  );
  const missing = items.filter(({ required, state }) => required && state !== '达标');
  const count = (state: AssessmentState): number => items.filter((item) => item.state === state).length;
  return {
    year: standard.year,
    items,
    standardised: items.some(({ required }) => required) && missing.length === 0,
    missing,
    counts: { 达标: count('达标'), 未达标: count('未达标'), 未评: count('未评') },
  };
}
