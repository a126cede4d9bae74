import { readContent, toContent } from '../loader/read-content.ts';
import { listRecords } from './records.ts';
import type { GateContext } from './rule.ts';
import { listTargets } from './targets.ts';

/** Reads `<root>/content` and prepares what the rules look at. Throws only when the folder cannot be read. */
export function createContext(root: string, today: string, production = false): GateContext {
  const source = readContent(root);
  return {
    source,
    records: listRecords(source),
    targets: listTargets(source),
    content: toContent(source),
    today,
    production,
  };
}
