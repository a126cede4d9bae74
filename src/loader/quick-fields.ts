import { CORE_SCHEMA, load } from 'js-yaml';
import { collections, type CollectionName } from '../schemas/index.ts';

/**
 * The checked fields of an entry whose frontmatter is right; undefined when anything is wrong with it. Reading YAML without its
 * places costs a fifth: the places are only wanted for a message, and then {@link parseEntry} reads it again.
 */
export function quickFields(name: CollectionName, yaml: string): unknown {
  try {
    const { success, data } = collections[name].schema.safeParse(load(yaml, { schema: CORE_SCHEMA }) ?? {});
    return success ? data : undefined;
  } catch {
    return undefined;
  }
}
