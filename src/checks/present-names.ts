import { collections } from '../schemas/index.ts';
import { formerPaths } from './old-paths.ts';
import { anyOf } from './prose.ts';
import type { GateContext } from './rule.ts';

/**
 * Puts the present names of renamed entries into what was written before, a text or JSON: who only follows a folder that has a new
 * name says nothing new.
 */
export function presentNames({ source }: GateContext): (before: string) => string {
  const names = new Map(
    source.entries.flatMap(({ collection, id, yaml }) =>
      formerPaths(collection, yaml?.value).flatMap((path): [string, string][] => {
        const { folder } = collections[collection];
        const old = path.slice(folder.length + 1);
        // A reference names the id alone; the address of a standing page does not name its folder.
        return [
          [path, `${folder}/${id}`],
          [`"${old}"`, `"${id}"`],
          ...(collection === 'pages' ? [[`/${old}/`, `/${id}/`] as [string, string]] : []),
        ];
      }),
    ),
  );
  if (names.size === 0) return (before) => before;
  const pattern = new RegExp(`(?<![\\w-])(?:${anyOf([...names.keys()]).source})(?![\\w-])`, 'g');
  return (before) => before.replace(pattern, (name) => names.get(name) ?? name);
}
