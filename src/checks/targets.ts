import type { ContentSource } from '../loader/read-content.ts';
import { collections, type CollectionName } from '../schemas/index.ts';
import type { ReferenceTarget } from '../schemas/fields.ts';
import { nearest } from '../schemas/nearest.ts';
import { getIn } from './field-node.ts';

export interface Target {
  id: string;
  /** What people call it: a title, a full name, a short name. */
  names: string[];
}

/** What can be pointed at. A list that could not be read is missing, so that nothing is checked against it. */
export type Targets = Partial<Record<ReferenceTarget, Target[]>>;

/** Collects the ids from the sources, not from the valid entries: a typing error in one file must not break its neighbours' references. */
export function listTargets(source: ContentSource): Targets {
  const targets: Targets = {
    standards: source.standards.map(({ file }) => ({ id: file.replace(/^.*\/|\.ya?ml$/g, ''), names: [] })),
  };
  for (const name of Object.keys(collections) as CollectionName[]) {
    if (name === 'pages') continue;
    targets[name] = source.entries
      .filter(({ collection }) => collection === name)
      .map(({ id, yaml }) => ({ id, names: texts(['title', 'name', 'shortName'].map((key) => getIn(yaml?.value, [key]))) }));
  }
  for (const list of ['columns', 'villages', 'industries'] as const) {
    const items = getIn(source.site?.yaml?.value, [list]);
    const ids: unknown[] = Array.isArray(items) ? items.map((item) => getIn(item, ['id'])) : [undefined];
    // While one item cannot be read, every other file would seem to point at nothing.
    if (!ids.every((id) => typeof id === 'string') || source.site?.yaml?.problems.length !== 0) continue;
    targets[list] = ids.map((id, index) => ({ id, names: texts([getIn(items, [index, 'name'])]) }));
  }
  return targets;
}

const texts = (values: unknown[]): string[] => values.filter((value): value is string => typeof value === 'string');

/** The id that was meant, from a name that people use or a mistyped id. */
export function suggestTarget(targets: readonly Target[], written: string): Target | undefined {
  const wanted = written.trim();
  const named = (fits: (name: string) => boolean): Target | undefined => targets.find(({ names }) => names.some(fits));
  const exact = named((name) => name === wanted);
  if (exact !== undefined) return exact;
  if (wanted.length >= 2 && /\p{Script=Han}/u.test(wanted)) {
    const similar = named((name) => name.includes(wanted) || wanted.includes(name));
    if (similar !== undefined) return similar;
  }
  const last = (id: string): string => id.replace(/^.*\//, '');
  const shortened = targets.find(({ id }) => last(id) === last(wanted));
  if (shortened !== undefined) return shortened;
  const guess = nearest(wanted, [...targets.map(({ id }) => id), ...targets.flatMap(({ names }) => names)]);
  return targets.find(({ id, names }) => guess !== undefined && (id === guess || names.includes(guess)));
}
