import { posix } from 'node:path';
import type { ContentSource, EntrySource } from '../loader/read-content.ts';
import { nodesOf, placeOf } from './mdx-tree.ts';
import { about, type FieldRecord } from './records.ts';
import type { RuleFinding } from './rule.ts';

/** A file that a field or a body names. */
export interface FileRef {
  /** Where it is named; the message is the rule's. Asked for only where there is something to say: places in YAML cost a parse. */
  at: () => Omit<RuleFinding, 'why' | 'fix'>;
  /** As written. */
  written: string;
  kind: 'picture' | 'file';
  /** The folder that it should be in. */
  folder: string;
  /** Path from the root; undefined for an address outside of the folder. */
  path: string | undefined;
}

/** Every file that the content names: pictures and attachments in fields, pictures and links in bodies. */
export function listFileRefs(source: ContentSource, records: readonly FieldRecord[]): FileRef[] {
  return [...records.flatMap(inFields), ...source.entries.flatMap(inBody)];
}

function inFields(record: FieldRecord): FileRef[] {
  const folder = posix.dirname(record.entry?.file ?? record.file);
  return record.fields.flatMap(({ node: { format }, value, path }): FileRef[] => {
    if ((format !== 'file-path' && format !== 'image-path') || typeof value !== 'string' || value === '') return [];
    const at = (): RuleFinding => about(record, path, { why: '', fix: '' });
    const kind = format === 'image-path' ? 'picture' : 'file';
    return [{ at, written: value, kind, folder, path: resolveIn(folder, value) }];
  });
}

function inBody(entry: EntrySource): FileRef[] {
  const shown = new Set(nodesOf(entry, 'imageReference').map(({ identifier }) => identifier));
  return nodesOf(entry, 'image', 'link', 'definition').flatMap((node): FileRef[] => {
    const written = decode(node.url ?? '');
    // A footnote whose number has a blank in it is read as an address; rule M15 says so.
    if (node.type === 'definition' && node.identifier?.startsWith('^') === true) return [];
    // `![图][a]` stands for the picture that `[a]: …` names.
    const picture = node.type === 'image' || (node.type === 'definition' && shown.has(node.identifier));
    if (!picture && (/^[a-z][a-z0-9+.-]*:/i.test(written) || /^[/#?]/.test(written) || written === '')) return [];
    const at = (): ReturnType<FileRef['at']> => ({ file: entry.file, ...placeOf(entry, node), value: written });
    return [{ at, written, kind: picture ? 'picture' : 'file', folder: entry.folder, path: resolveIn(entry.folder, written) }];
  });
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

function resolveIn(folder: string, written: string): string | undefined {
  // A path of Windows is read on no server.
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)|\\/i.test(written)) return undefined;
  const path = posix.join(folder, written.replace(/[?#].*$/, ''));
  return path.startsWith(`${folder}/`) ? path : undefined;
}
