import { collections, type CollectionName, type Companion } from '../schemas/index.ts';

/** The file that holds an entry, or a companion of it, as an author says it: `content/branches/shiqiao/meetings.csv`. */
export function fileOf({ collection, id, companion }: { collection: CollectionName; id: string; companion?: string }): string {
  const companions: Record<string, Companion> = collections[collection].companions;
  const name = companion === undefined ? 'index.mdx' : (companions[companion]?.file ?? companion);
  return `content/${collections[collection].folder}/${id}/${name}`;
}
