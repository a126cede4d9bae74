import type { Content } from '../schemas/content.ts';
import type { Person } from '../schemas/people.ts';

/** One post of a person, and where it is written down. */
export interface Post {
  post: string;
  /** The entry that says so; undefined for the list of persons. */
  branch: string | undefined;
  since: string | undefined;
  left: string | undefined;
}

export interface RegisteredPerson {
  name: string;
  posts: Post[];
  /** The day on which the last post ended; undefined while one is held. */
  left: string | undefined;
}

/** Everyone whom the site names as holding a post, by name. Two persons of one name are one line here: nobody has left while one of them serves. */
export function registerOfPersons({ branches }: Pick<Content, 'branches'>, others: readonly Person[] = []): RegisteredPerson[] {
  const posts = new Map<string, Post[]>();
  const add = (name: string, post: Post): void => {
    const known = posts.get(name);
    if (known === undefined) posts.set(name, [post]);
    else known.push(post);
  };
  for (const { id, data } of branches)
    for (const { name, role, since, left } of data.committee)
      add(name, { post: `${data.shortName}${role}`, branch: id, since, left });
  for (const { name, post, left } of others) add(name, { post, branch: undefined, since: undefined, left });
  return [...posts].map(([name, held]) => {
    const ends = held.map(({ left }) => left);
    const left = ends.includes(undefined) ? undefined : ends.sort().at(-1);
    return { name, posts: held, left };
  });
}
