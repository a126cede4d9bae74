import { readHistory, type History } from '../loader/history.ts';
import { readContent, toContent, type ContentSource } from '../loader/read-content.ts';
import { listBlanks } from './blank-lines.ts';
import { listFileRefs } from './file-refs.ts';
import { listRecords } from './records.ts';
import type { BaseFiles, GateContext } from './rule.ts';
import { listTargets } from './targets.ts';
import { listYamlTexts } from './yaml-lines.ts';

/** Where the check looks beside `content/` itself. */
export interface ContextOptions {
  production?: boolean;
  /** The folder whose git history counts; default: the root. */
  repository?: string;
  base?: BaseFiles | undefined;
}

/** Reads `<root>/content` and prepares what the rules look at. Throws only when the folder cannot be read. */
export function createContext(
  root: string,
  today: string,
  { production, repository = root, base }: ContextOptions = {},
): GateContext {
  return contextOf(readContent(root), today, production, readHistory(repository), base);
}

/** What the rules look at, of content that is read already. */
export function contextOf(
  source: ContentSource,
  today: string,
  production = false,
  history: History = { kind: 'none', first: new Map() },
  base?: BaseFiles,
): GateContext {
  const records = listRecords(source);
  const yamlTexts = listYamlTexts(source);
  return {
    source,
    records,
    fileRefs: listFileRefs(source, records),
    yamlTexts,
    blanks: listBlanks(source, yamlTexts),
    targets: listTargets(source),
    content: toContent(source),
    history,
    base,
    today,
    production,
  };
}
