import { blanksIn } from '../schemas/blank.ts';
import { YamlSource } from './yaml-source.ts';

/** A template's comments show blanks of fields that are not used. */
const withoutComments = (yaml: string): string => yaml.replace(/^\s*#.*$/gm, '');

/** True for an entry with `draft: true` whose template is not filled in yet: it is nothing yet, and must not stop the others. */
export function isUnfinishedDraft(yaml: string, body: string, companions: readonly string[]): boolean {
  if (![withoutComments(yaml), body, ...companions.map(withoutComments)].some((text) => blanksIn(text).length > 0)) return false;
  const { value } = new YamlSource(yaml);
  return typeof value === 'object' && value !== null && 'draft' in value && value.draft === true;
}
