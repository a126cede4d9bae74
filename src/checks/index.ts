import type { Rule } from './rule.ts';
import { schemaRules } from './content/schema-rules.ts';

/** Every rule of the content gate, in the order of the clerk's docs. */
export const contentRules: readonly Rule[] = [...schemaRules];
