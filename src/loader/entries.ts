import { existsSync, globSync, readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { collections, documents, type CollectionName, type Companion } from '../schemas/index.ts';
import { parseCompanion, parseEntry, readYamlFile } from './read-content.ts';
import { loaderFingerprint } from './fingerprint.ts';
import { picturePaths } from './pictures.ts';
import { renderBody, type RenderedBody } from './render-body.ts';
import { readText } from './source.ts';

/** What an entry's schema in `content.config.ts` receives. The fields are checked already. */
export interface LoadedEntry {
  [key: string]: unknown;
  fields: unknown;
  body: Omit<RenderedBody, 'images'>;
  /** Name of the companion → its rows or items. */
  companions: Record<string, unknown[]>;
  /** Path beside the entry → the same path, which Astro's schema turns into the picture. */
  pictures: Record<string, string>;
}

/** The content-layer loader of a collection: `content/<folder>/<id>/index.mdx` with the files beside it, rendered once and cached by digest. */
export function entryLoader(name: CollectionName): Loader {
  const { folder } = collections[name];
  return {
    name: `mingbang-${name}`,
    load: (context) => {
      const fingerprint = loaderFingerprint(fileURLToPath(context.config.srcDir));
      return loadFolder(context, `content/${folder}/**/index.mdx`, `content/${folder}`, (file) =>
        loadEntry(context, name, file, fingerprint),
      );
    },
  };
}

/** The loader of the YAML files of `content/`: one entry a file, its id the file's name. */
export function yamlLoader(kind: keyof typeof documents): Loader {
  const document = documents[kind];
  const pattern = 'file' in document ? `content/${document.file}` : `content/${document.folder}/*.yaml`;
  return {
    name: `mingbang-${kind}`,
    load: (context) =>
      loadFolder(context, pattern, pattern.replace('/*.yaml', ''), async (file) => {
        const id = file.path.replace(/^.*\/|\.yaml$/g, '');
        const { yaml, parsed } = readYamlFile(file, document.schema);
        const [issue] = parsed.issues;
        if (issue !== undefined)
          throw refusal(file.path, yaml?.locate(issue.path as (string | number)[]).line ?? 1, issue.message);
        if (parsed.data === undefined) throw refusal(file.path, 1, '文件读不出来');
        context.store.set({ id, data: await context.parseData({ id, data: { fields: parsed.data } }) });
        return id;
      }),
  };
}

interface FoundFile {
  absolute: string;
  /** From the project's root, with `/`. */
  path: string;
}

async function loadFolder(
  context: LoaderContext,
  pattern: string,
  watched: string,
  loadFile: (file: FoundFile) => Promise<string>,
): Promise<void> {
  const root = fileURLToPath(context.config.root);
  const sync = async (): Promise<void> => {
    const kept = new Set<string>();
    for (const path of globSync(pattern, { cwd: root })
      .map((found) => found.split(sep).join('/'))
      .sort()) {
      kept.add(await loadFile({ absolute: resolve(root, path), path }));
    }
    for (const id of context.store.keys()) if (!kept.has(id)) context.store.delete(id);
  };
  await sync();
  watch(context, resolve(root, watched), sync);
}

/** In `astro dev`: a changed file is read again; a broken one is named and the last good version stays on the page. */
function watch({ watcher, logger }: LoaderContext, folder: string, sync: () => Promise<void>): void {
  if (watcher === undefined) return;
  watcher.add(folder);
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, path) => {
    if (relative(folder, path).startsWith('..')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      sync().catch((error: unknown) => {
        logger.error(error instanceof Error ? error.message : String(error));
      });
    }, 50);
  });
}

async function loadEntry(context: LoaderContext, name: CollectionName, file: FoundFile, fingerprint: string): Promise<string> {
  const { store, config } = context;
  const folder = file.path.slice(0, -'/index.mdx'.length);
  const id = folder.slice(`content/${collections[name].folder}/`.length);
  const { text } = readText(readFileSync(file.absolute));
  const companions = readCompanions(name, file.absolute);
  const digest = context.generateDigest(
    [fingerprint, config.base, text, ...companions.map((companion) => companion.text)].join('\0'),
  );
  if (store.get(id)?.digest === digest) return id;
  const entry = parseEntry(name, text);
  const [unsafe] = entry.mdx.problems;
  // The second lock: with the gate bypassed, an author's file still cannot bring code.
  if (unsafe !== undefined) throw refusal(file.path, unsafe.line, `正文里有不允许的内容“${unsafe.value}”`);
  const [issue] = entry.parsed.issues;
  if (issue !== undefined)
    throw refusal(file.path, entry.yaml?.locate(issue.path as (string | number)[]).line ?? 1, issue.message);
  if (entry.parsed.data === undefined) throw refusal(file.path, 1, '文件头（两行 --- 之间的部分）读不出来');
  const { images, ...body } = renderBody(entry.body, config.base);
  const loaded: LoadedEntry = {
    fields: entry.parsed.data,
    body,
    companions: Object.fromEntries(
      companions.map(({ key, companion, text: source }) => [key, companionItems(folder, companion, source)]),
    ),
    pictures: Object.fromEntries([...picturePaths(entry.parsed.data), ...images].map((path) => [path, path])),
  };
  store.set({ id, data: await context.parseData({ id, data: loaded, filePath: file.absolute }), filePath: file.path, digest });
  return id;
}

const refusal = (file: string, line: number, message: string): Error =>
  new Error(`${file}:${line} ${message}（运行 npm run validate 看怎么改）`);

function readCompanions(name: CollectionName, entryFile: string): { key: string; companion: Companion; text: string }[] {
  const companions: Record<string, Companion> = collections[name].companions;
  return Object.entries(companions).flatMap(([key, companion]) => {
    const beside = resolve(entryFile, '..', companion.file);
    return existsSync(beside) ? [{ key, companion, text: readText(readFileSync(beside)).text }] : [];
  });
}

function companionItems(folder: string, companion: Companion, text: string): unknown[] {
  const { items } = parseCompanion(companion, text);
  const [issue] = items.flatMap(({ issues }) => issues);
  if (issue !== undefined) throw refusal(`${folder}/${companion.file}`, 1, issue.message);
  return items.map(({ data }) => data);
}
