import { parseCompanion, parseEntry, type ContentSource, type EntrySource, type YamlFile } from '../../loader/read-content.ts';
import { YamlSource } from '../../loader/yaml-source.ts';
import { collections, documents, type Companion } from '../../schemas/index.ts';

/** The content as it would be after one edit of one file, without touching the disk. */
export function edited(source: ContentSource, file: string, edit: (text: string) => string): ContentSource {
  const change = (text: string): string => {
    const after = edit(text);
    if (after === text) throw new Error(`Nothing changed in ${file}: the sample content no longer says what this test edits`);
    return after;
  };
  return {
    ...source,
    standards: source.standards.map((standard) => (standard.file === file ? editedYaml(standard, change) : standard)),
    entries: source.entries.map((entry) => editedEntry(entry, file, change)),
  };
}

function editedYaml(document: YamlFile, change: (text: string) => string): YamlFile {
  const text = change(document.text);
  const yaml = new YamlSource(text);
  const { data, error } = documents.standards.schema.safeParse(yaml.value);
  return { ...document, text, yaml, parsed: { issues: error?.issues ?? [], data } };
}

function editedEntry(entry: EntrySource, file: string, change: (text: string) => string): EntrySource {
  if (entry.file === file) {
    const text = change(entry.text);
    return { ...entry, text, ...parseEntry(entry.collection, text) };
  }
  const companions: Record<string, Companion> = collections[entry.collection].companions;
  if (entry.companions.every((beside) => beside.file !== file)) return entry;
  return {
    ...entry,
    companions: entry.companions.map((beside) => {
      const companion = companions[beside.name];
      if (beside.file !== file || companion === undefined) return beside;
      const text = change(beside.text);
      return { ...beside, text, ...parseCompanion(companion, text) };
    }),
  };
}
