import { globSync, readFileSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { collections, documents, type CollectionName, type Companion } from '../schemas/index.ts';
import { fileAt, isPlainFile } from './content-files.ts';
import { parseCompanion, parseEntry, readYamlFile, type YamlFile } from './read-content.ts';
import { loaderFingerprint } from './fingerprint.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { picturePaths } from './pictures.ts';
import { quickFields } from './quick-fields.ts';
import { renderBody, type RenderedBody } from './render-body.ts';
import { inspectMdx } from './safe-mdx.ts';
import { readText } from './source.ts';
import { isUnfinishedDraft } from './unfinished.ts';

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
      const idOf = ({ path }: FoundFile): string => path.slice(`content/${folder}/`.length, -'/index.mdx'.length);
      return loadFolder(context, `content/${folder}/**/index.mdx`, `content/${folder}`, idOf, (file) =>
        loadEntry(context, name, idOf(file), file, fingerprint),
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
    load: (context) => {
      const idOf = ({ path }: FoundFile): string => path.replace(/^.*\/|\.yaml$/g, '');
      return loadFolder(context, pattern, pattern.replace('/*.yaml', ''), idOf, async (file) => {
        const fields = checkedFields(file.path, readYamlFile({ path: file.path, ...fileAt(file.absolute) }, document.schema));
        const id = idOf(file);
        context.store.set({ id, data: await context.parseData({ id, data: { fields } }) });
      });
    },
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
  idOf: (file: FoundFile) => string,
  loadFile: (file: FoundFile) => Promise<void>,
): Promise<void> {
  const root = fileURLToPath(context.config.root);
  const sync = async (): Promise<string[]> => {
    const broken: string[] = [];
    const kept = new Set<string>();
    for (const path of globSync(pattern, { cwd: root })
      .map((found) => found.split(sep).join('/'))
      .sort()) {
      const file = { absolute: resolve(root, path), path };
      // What the gate does not look at is not published.
      if (!isPlainFile(file.absolute)) continue;
      kept.add(idOf(file));
      await loadFile(file).catch((error: unknown) => broken.push(error instanceof Error ? error.message : String(error)));
    }
    for (const id of context.store.keys()) if (!kept.has(id)) context.store.delete(id);
    return broken;
  };
  const broken = await sync();
  if (context.watcher === undefined && broken.length > 0) throw new Error(broken.join('\n'));
  watch(context, resolve(root, watched), sync, broken);
}

/** In `astro dev`: a changed file is read again; a broken one is named, and the last good version stays on the page. */
function watch({ watcher, logger }: LoaderContext, folder: string, sync: () => Promise<string[]>, broken: string[]): void {
  if (watcher === undefined) return;
  const say = (messages: string[]): void => {
    for (const message of messages) logger.error(message);
  };
  say(broken);
  watcher.add(folder);
  let timer: NodeJS.Timeout | undefined;
  watcher.on('all', (_event, path) => {
    if (relative(folder, path).startsWith('..')) return;
    clearTimeout(timer);
    timer = setTimeout(() => void sync().then(say), 50);
  });
}

async function loadEntry(
  context: LoaderContext,
  name: CollectionName,
  id: string,
  file: FoundFile,
  fingerprint: string,
): Promise<void> {
  const { store, config } = context;
  const { text } = readText(readFileSync(file.absolute));
  const companions = readCompanions(name, file);
  const digest = context.generateDigest(
    [fingerprint, config.base, text, ...companions.map((companion) => companion.text)].join('\0'),
  );
  if (store.get(id)?.digest === digest) return;
  const front = splitFrontmatter(text);
  const texts = companions.map((companion) => companion.text);
  if ('yaml' in front && isUnfinishedDraft(front.yaml, front.body, texts)) {
    store.delete(id);
    return;
  }
  const fields =
    ('yaml' in front ? quickFields(name, front.yaml) : undefined) ?? checkedFields(file.path, parseEntry(name, text));
  if ('problem' in front) throw refusal(file.path, front.line, '文件头（两行 --- 之间的部分）读不出来');
  const [unsafe] = inspectMdx(front.body).problems;
  // The second lock: with the gate bypassed, an author's file still cannot bring code.
  if (unsafe !== undefined) throw refusal(file.path, front.bodyLine + unsafe.line - 1, `正文里有不允许的内容“${unsafe.value}”`);
  const { images, ...body } = renderBody(front.body, config.base);
  const loaded: LoadedEntry = {
    fields,
    body,
    companions: Object.fromEntries(companions.map(({ key, ...companion }) => [key, checkedItems(companion)])),
    pictures: Object.fromEntries([...picturePaths(fields), ...images].map((path) => [path, path])),
  };
  // Astro's part of the schema is about pictures only, and it is built anew for every entry that is passed through it.
  const hasPictures = Object.keys(loaded.pictures).length > 0;
  const data = hasPictures ? await context.parseData({ id, data: loaded, filePath: file.absolute }) : loaded;
  // Otherwise a picture that was taken out stays on Astro's list of imports, and the next build asks for it.
  store.delete(id);
  store.set({ id, data, filePath: file.path, digest });
}

const refusal = (file: string, line: number, message: string): Error =>
  new Error(`${file}:${line} ${message}（运行 npm run validate 看怎么改）`);

/** The fields of a file that the schema accepts; throws with the first problem of any other. */
function checkedFields(file: string, { yaml, parsed }: Pick<YamlFile, 'yaml' | 'parsed'>): unknown {
  const [issue] = parsed.issues;
  if (issue !== undefined) throw refusal(file, yaml?.locate(issue.path as (string | number)[]).line ?? 1, issue.message);
  if (parsed.data === undefined) throw refusal(file, yaml?.problems[0]?.line ?? 1, '字段读不出来');
  return parsed.data;
}

interface CompanionFile {
  companion: Companion;
  path: string;
  text: string;
}

function readCompanions(name: CollectionName, { absolute, path }: FoundFile): (CompanionFile & { key: string })[] {
  const companions: Record<string, Companion> = collections[name].companions;
  return Object.entries(companions).flatMap(([key, companion]) => {
    const beside = resolve(absolute, '..', companion.file);
    if (!isPlainFile(beside)) return [];
    return [{ key, companion, path: path.replace('index.mdx', companion.file), text: readText(readFileSync(beside)).text }];
  });
}

function checkedItems({ companion, path, text }: CompanionFile): unknown[] {
  return parseCompanion(companion, text).items.map(({ issues: [issue], data }) => {
    if (issue !== undefined) throw refusal(path, 1, issue.message);
    return data;
  });
}
