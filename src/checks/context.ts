import { readFileSync } from 'node:fs';
import { DOCUMENT, readDocument } from '../documents/read.ts';
import type { DocumentFacts } from '../documents/facts.ts';
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
export async function createContext(
  root: string,
  today: string,
  { production, repository = root, base }: ContextOptions = {},
): Promise<GateContext> {
  const source = readContent(root);
  const documents = new Map<string, DocumentFacts>();
  for (const { path, absolute } of source.files.filter((file) => DOCUMENT.test(file.path)))
    documents.set(path, await readDocument(readFileSync(absolute)));
  return { ...contextOf(source, today, production, readHistory(repository), base), documents };
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
    documents: new Map(),
    history,
    base,
    today,
    production,
  };
}
