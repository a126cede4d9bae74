import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Misuse } from '../src/authoring/misuse.ts';
import { describeFields, fieldName } from '../src/checks/field-node.ts';
import type { FieldKind, NameOf, SheetSide, TableName } from '../src/derive/sheet/model.ts';
import { filesAt } from '../src/loader/base-files.ts';
import { git } from '../src/loader/git.ts';
import { readContent, toContent, type ContentSource, type YamlFile } from '../src/loader/read-content.ts';
import { collections, documents } from '../src/schemas/index.ts';

const TABLES: readonly TableName[] = ['terms', 'people', 'exceptions'];

/** Files of which nothing, or not everything, could be read. */
function unreadable({ site, people, terms, exceptions, standards, entries }: ContentSource): Set<string> {
  const yaml = [site, people, terms, exceptions, ...standards, ...entries].filter(
    (file): file is YamlFile => file !== undefined && file.parsed.data === undefined,
  );
  const beside = entries
    .flatMap(({ companions }) => companions)
    .filter(({ items, yaml: list, csv }) => (csv ?? list)?.problems.length !== 0 || items.some(({ data }) => data === undefined));
  return new Set([...yaml, ...beside].map(({ file }) => file));
}

/** The content of a folder; a mistake in `site.yaml` is for the clerk to mend first. */
export function sideOf(root: string, whose: string): SheetSide {
  const source = readContent(root);
  const content = toContent(source);
  if (content === undefined) throw new Misuse(`${whose}的 site.yaml 读不出来，先运行 npm run validate 改好`);
  return {
    content,
    bodies: new Map(source.entries.map(({ collection, id, body }) => [`${collection}/${id}`, body])),
    tables: new Map(TABLES.flatMap((name) => (source[name] === undefined ? [] : [[name, source[name].parsed.data]]))),
    unreadable: unreadable(source),
  };
}

/** The content as it stands at a commit: only the texts, laid out in a folder that is removed again. */
export function sideAt(root: string, commit: string): SheetSide {
  const names = (git(root, 'ls-tree', '-r', '-z', '--name-only', commit, '--', 'content') ?? '').split('\0');
  const folder = mkdtempSync(join(tmpdir(), 'mingbang-sheet-'));
  try {
    mkdirSync(join(folder, 'content'));
    const texts = names.filter((name) => /\.(mdx|ya?ml|csv)$/.test(name));
    for (const [path, text] of filesAt(root, commit, texts)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return sideOf(folder, '原来');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const schemaOf = (kind: FieldKind) => {
  if (kind === 'meetings') return collections.branches.companions.meetings.item;
  if (kind === 'figures' || kind === 'commitments') return collections.reports.companions[kind].item;
  return kind in collections
    ? collections[kind as keyof typeof collections].schema
    : documents[kind as keyof typeof documents].schema;
};

/** The Chinese name of a field: `摘要（summary）`. */
export const nameOf: NameOf = (kind, value, path) => fieldName(describeFields(schemaOf(kind)), value, path) ?? path.join(' ');
