import { DOCUMENT, readDocument } from '../documents/read.ts';
import type { DocumentFacts } from '../documents/facts.ts';
import type { BaseFiles } from '../loader/base-files.ts';
import type { ContentFile } from '../loader/content-files.ts';
import { foldersAbove } from '../loader/folders.ts';
import { readHistory } from '../loader/history.ts';
import type { KeptParses } from '../loader/kept-parses.ts';
import { readContent, toContent, type ContentSource } from '../loader/read-content.ts';
import { comparable } from './before.ts';
import { listBlanks } from './blank-lines.ts';
import { listFileRefs } from './file-refs.ts';
import { listRecords, type FieldRecord } from './records.ts';
import { within } from './folders.ts';
import type { GateContext } from './rule.ts';
import { listTargets } from './targets.ts';
import { listYamlTexts } from './yaml-lines.ts';

/** Where the check looks beside `content/` itself. */
export interface ContextOptions {
  production?: boolean;
  /** The folder whose git history counts; default: the root. */
  repository?: string;
  base?: BaseFiles | undefined;
  /** What stands for `content/`; default: what lies in the folder. */
  files?: ContentFile[] | undefined;
  /** What need not be parsed again. */
  kept?: KeptParses | undefined;
}

/**
 * Reads `<root>/content` and prepares what the rules look at. Throws only when the folder cannot be read.
 * @param wanted the attachments that are opened
 */
export async function createContext(
  root: string,
  today: string,
  { production, repository = root, base, files, kept }: ContextOptions = {},
  wanted: (path: string) => boolean = () => true,
): Promise<GateContext> {
  const source = readContent(root, files, kept);
  const documents = new Map<string, DocumentFacts>();
  for (const { path, read } of source.files.filter((file) => DOCUMENT.test(file.path) && wanted(file.path)))
    documents.set(path, await readDocument(read()));
  return contextOf(source, today, { production, history: readHistory(repository), base, documents });
}

type Known = Partial<Pick<GateContext, 'history' | 'base' | 'documents'>> & { production?: boolean | undefined };

/** What the rules look at, of content that is read already. */
export function contextOf(source: ContentSource, today: string, known: Known = {}): GateContext {
  const { production = false, history = { kind: 'none', first: new Map() }, base, documents = new Map() } = known;
  return withLists(source, listRecords(source), {
    targets: listTargets(source),
    content: toContent(source),
    documents,
    history,
    base: comparable(base, source),
    today,
    production,
  });
}

/** The part of a context around some files: their entries. The settings files, and what references point at, stay whole. */
export function narrowed(whole: GateContext, paths: readonly string[]): GateContext {
  const { source, records, targets, content, documents, history, base, today, production } = whole;
  const above = new Set(paths.flatMap(foldersAbove));
  const entries = source.entries.filter(({ folder }) => above.has(folder) || within(paths, folder));
  const folders = new Set(entries.map(({ folder }) => folder));
  const files = source.files.filter(
    ({ path }) => within(paths, path) || foldersAbove(path).some((folder) => folders.has(folder)),
  );
  const own = records.filter(({ entry }) => entry === undefined || folders.has(entry.folder));
  return withLists({ ...source, files, entries }, own, { targets, content, documents, history, base, today, production });
}

type Lists = 'fileRefs' | 'yamlTexts' | 'blanks';

/** Lists that not every check needs are made when they are asked for. */
function withLists(
  source: ContentSource,
  records: FieldRecord[],
  rest: Omit<GateContext, Lists | 'source' | 'records'>,
): GateContext {
  const lists: Partial<Pick<GateContext, Lists>> = {};
  return {
    ...rest,
    source,
    records,
    get fileRefs() {
      return (lists.fileRefs ??= listFileRefs(source, records));
    },
    get yamlTexts() {
      return (lists.yamlTexts ??= listYamlTexts(source));
    },
    get blanks() {
      return (lists.blanks ??= listBlanks(source, this.yamlTexts));
    },
  };
}
