import type { Content } from '../schemas/content.ts';
import type { ReferenceTarget } from '../schemas/fields.ts';
import type { Site } from '../schemas/site.ts';

/** Something that can be pointed at, and what people call it. */
export interface Choice {
  id: string;
  /** The usual name first. */
  names: string[];
}

export type Choices = Partial<Record<ReferenceTarget, Choice[]>>;

/** The part of the content that is pointed at. */
interface Pointed extends Pick<Content, 'branches' | 'cooperatives'> {
  site: Pick<Site, 'columns' | 'villages' | 'industries'>;
}

/** What a new entry may point at: lists of `site.yaml` and the entries that stand. */
export function choicesOf({ site, branches, cooperatives }: Pointed): Choices {
  const named = ({ id, name }: { id: string; name: string }): Choice => ({ id, names: [name] });
  return {
    columns: site.columns.map(named),
    villages: site.villages.map(named),
    industries: site.industries.map(named),
    branches: branches.map(({ id, data }) => ({ id, names: [data.shortName, data.name] })),
    cooperatives: cooperatives.map(({ id, data }) => ({ id, names: [data.shortName, data.name] })),
  };
}

/** The choice that was written as an id, a name, or a part of exactly one name; undefined otherwise. */
export function findChoice(choices: readonly Choice[], written: string): Choice | undefined {
  const wanted = written.trim();
  const exact = choices.find(({ id, names }) => id === wanted || names.includes(wanted));
  if (exact !== undefined || wanted === '') return exact;
  const similar = choices.filter(({ names }) => names.some((name) => name.includes(wanted)));
  return similar.length === 1 ? similar[0] : undefined;
}
