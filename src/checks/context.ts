import { readContent, toContent, type ContentSource } from '../loader/read-content.ts';
import { listFileRefs } from './file-refs.ts';
import { listRecords } from './records.ts';
import type { GateContext } from './rule.ts';
import { listTargets } from './targets.ts';
import { listYamlTexts } from './yaml-lines.ts';

/** Reads `<root>/content` and prepares what the rules look at. Throws only when the folder cannot be read. */
export function createContext(root: string, today: string, production = false): GateContext {
  return contextOf(readContent(root), today, production);
}

/** What the rules look at, of content that is read already. */
export function contextOf(source: ContentSource, today: string, production = false): GateContext {
  const records = listRecords(source);
  return {
    source,
    records,
    fileRefs: listFileRefs(source, records),
    yamlTexts: listYamlTexts(source),
    targets: listTargets(source),
    content: toContent(source),
    today,
    production,
  };
}
